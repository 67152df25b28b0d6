import { beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { defaultSettings } from '../../shared/concordance/default-settings'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { change, currentProject } from '../state/project'
import { JoinedWindow } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { concordance } from './concordance-desk'
import { lineAnswers } from './line-answers'
import { lineKey } from './ticked-lines'
import { useFigure } from './use-figure'

const joined = new JoinedWindow()
const page = new HookPage()
const [work, base, other] = ['w1' as WorkId, 'd2' as DocumentId, 'd3' as DocumentId]
const state = () => concordance.store.getState()

beforeEach(async () => {
  await change({ type: 'work.add', work: { id: work, title: 'Winter', order: [] } })
  const facts = { works: [work] }
  await addText(joined.session, base, paragraphs('Snow came early.', 'The office opened late.'), facts)
  await addText(joined.session, other, paragraphs('Snow came soon.', 'The office opened rather late.'), facts)
  await joined.caughtUp()
  lineAnswers.clear()
  concordance.belongTo('', defaultSettings)
  concordance.belongTo(joined.folder, defaultSettings)
  concordance.type('opened')
  await expect.poll(() => state().view?.isComplete).toBe(true)
})

function line() {
  const { pages, view } = state()
  const found = Array.from({ length: view?.lines ?? 0 }, (_, at) => pages.line(at)).find(
    (each) => each?.document === base
  )
  if (!view || !found) throw new Error('there is no line')
  return { id: view.id, line: found, key: lineKey(found) }
}

const answers = (key: string) => lineAnswers.store.getState().answers.get(key)
const said = (key: string) => JSON.stringify(answers(key) ?? null)

async function correctOther(text: string): Promise<void> {
  const document = currentProject().state.documents[other]
  const revision = document && currentText(document)
  const correction = { document: other, revision, block: 1, text }
  expect(await joined.other('document.correct', correction)).toMatchObject({ ok: true })
  await joined.caughtUp()
}

describe('what other versions say beside a line', () => {
  it('is asked for once, and again when it is looked at after a change of the texts', async () => {
    const { id, line: own, key } = line()
    await lineAnswers.want(id, [own])
    expect(said(key)).toContain('rather')
    await correctOther('The office was opened quite late.')
    lineAnswers.clear()
    expect(answers(key)).toBeUndefined()
    await lineAnswers.want(id, [own])
    expect(said(key)).toContain('quite')
  })

  it('is never what a version said before a correction, also where that was being asked for', async () => {
    const { id, line: own, key } = line()
    const held = joined.hold('concordance.answers')
    const wanting = lineAnswers.want(id, [own])
    await held.answered
    await correctOther('The office was opened quite late.')
    lineAnswers.clear()
    void lineAnswers.want(id, [own])
    held.letGo()
    await wanting
    await expect.poll(() => said(key)).toContain('quite')
    expect(said(key)).not.toContain('rather')
  })

  it('is not taken for nothing where the lines are no longer kept: it is there when they are again', async () => {
    const { id, line: own, key } = line()
    const { call } = await import('../state/bridge')
    await call('concordance.close', { id })
    await lineAnswers.want(id, [own])
    expect(answers(key)).toBeUndefined()
    await concordance.ask(true)
    await expect.poll(() => state().view?.id !== id && state().view?.isComplete).toBe(true)
    const again = line()
    await lineAnswers.want(again.id, [again.line])
    expect(said(key)).toContain('rather')
  })
})

describe('figures beside the lines', () => {
  const wanted = (id: string, by: 'year' | 'language') => ({ id, by: { by } })

  it('are of the newest question alone, and said to be old until they are there', async () => {
    const { id } = line()
    const hook = await page.render(
      ({ by, at }: { readonly by: 'year' | 'language'; readonly at: string }) =>
        useFigure('concordance.frequencies', wanted(id, by) as never, at),
      { by: 'year', at: '1' }
    )
    expect(hook.now()).toEqual({ value: null, error: null, isStale: true })
    hook.draw({ by: 'language', at: '1' })
    await expect.poll(() => hook.now().isStale, { timeout: 5000 }).toBe(false)
    expect(hook.now().error).toBeNull()
    const first = hook.now().value
    hook.draw({ by: 'language', at: '2' })
    await expect.poll(hook.now, { interval: 5 }).toEqual({ value: first, error: null, isStale: true })
    await expect.poll(() => hook.now().isStale, { timeout: 5000 }).toBe(false)
  })

  it('of a query that was replaced are waited for, not told as an error', async () => {
    const { id } = line()
    const hook = await page.render(
      () => ({
        gone: useFigure('concordance.frequencies', wanted('gone', 'year') as never, '1'),
        there: useFigure('concordance.frequencies', wanted(id, 'year') as never, '1')
      }),
      null
    )
    await expect.poll(() => hook.now().there.isStale, { timeout: 5000 }).toBe(false)
    expect(hook.now().gone).toEqual({ value: null, error: null, isStale: true })
  })
})
