import { describe, expect, it } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { useAnswer } from './use-answer'

const joined = new JoinedWindow()
const page = new HookPage()

const words = (query: string) => ({
  document: shownText,
  pattern: { query, regex: true, wholeWord: false, matchCase: false, matchWidth: false }
})

/** Holds the work thread up until it is let go. */
function holdUp() {
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  joined.thread.before = () => held
  return goOn
}

describe('what a component asks the main process', () => {
  it('is answered, asked once, and asked anew for another question: the old answer is none to it', async () => {
    const hook = await page.render(
      (query: string) => useAnswer('document.find', words(query)),
      'Sn.w' as string
    )
    expect(hook.now()).toEqual({ answer: null, latest: null, error: null })
    await expect.poll(() => hook.now().answer).toEqual([{ start: 0, end: 4 }])
    const draws = hook.draws()
    hook.draw('Sn.w')
    expect(hook.draws()).toBe(draws + 1)
    hook.draw('of{2}ice')
    expect(hook.now()).toMatchObject({ answer: null, latest: [{ start: 0, end: 4 }] })
    await expect.poll(() => hook.now().answer?.[0]?.start).toBe(28)
  })

  it('is asked again when it is to be, and what was answered stands until then', async () => {
    let asked = 0
    joined.thread.before = async () => {
      asked++
    }
    const hook = await page.render(
      (again: number) => useAnswer('document.find', words('Sn.w'), { again }),
      1 as number
    )
    await expect.poll(() => hook.now().answer).toHaveLength(1)
    hook.draw(2)
    expect(hook.now().answer).toHaveLength(1)
    await expect.poll(() => asked).toBe(2)
  })

  it('is given up where the component goes: nothing is shown, and nothing told', async () => {
    const goOn = holdUp()
    const told: unknown[] = []
    const hook = await page.render(
      (query: string) => useAnswer('document.find', words(query), { onError: (error) => told.push(error) }),
      'Sn.w'
    )
    hook.leave()
    const draws = hook.draws()
    goOn()
    await joined.caughtUp()
    expect(hook.draws()).toBe(draws)
    expect(told).toEqual([])
  })

  it('says why it was refused, and nothing is asked where there is nothing to ask', async () => {
    const told: string[] = []
    const onError = ({ key }: { readonly key: string }) => told.push(key)
    const hook = await page.render(
      (id: string | undefined) =>
        useAnswer(
          'document.find',
          id === undefined ? undefined : { ...words('a'), document: id as DocumentId },
          {
            onError
          }
        ),
      undefined as string | undefined
    )
    expect(hook.now().answer).toBeNull()
    hook.draw('none')
    await expect.poll(() => hook.now().error?.key).toBe('documentMissing')
    expect(told).toEqual(['documentMissing'])
    hook.draw(undefined)
    await expect.poll(() => hook.now().error).toBeNull()
  })
})
