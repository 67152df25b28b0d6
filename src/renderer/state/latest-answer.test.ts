import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { type Ask, LatestAnswer } from './latest-answer'

/** Questions whose answers come when the test says so. */
function questions() {
  const open = new Map<string, { answer: (result: Result<string>) => void; signal: AbortSignal }>()
  const ask =
    (name: string): Ask<string> =>
    (signal) =>
      new Promise((answer) => {
        open.set(name, { answer, signal })
      })
  const settle = async (name: string, result: Result<string> = ok(name)) => {
    open.get(name)?.answer(result)
    await Promise.resolve()
    await Promise.resolve()
  }
  const isGivenUp = (name: string) => open.get(name)?.signal.aborted
  return { open, ask, settle, isGivenUp }
}

const refusal = appError('NotFound', 'noProject')

describe('the latest answer', () => {
  it('is of the question that was asked last, in whatever order answers come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }).chain((count) =>
          fc.shuffledSubarray(
            Array.from({ length: count }, (_, at) => at),
            { minLength: count }
          )
        ),
        async (order) => {
          const { ask, settle } = questions()
          const source = new LatestAnswer<string>()
          for (const at of [...order].sort()) source.ask({ key: `q${at}` }, ask(`q${at}`))
          for (const at of order) {
            await settle(`q${at}`)
            expect([null, `q${order.length - 1}`]).toContain(source.store.getState().latest)
          }
          expect(source.store.getState()).toMatchObject({ answer: `q${order.length - 1}` })
        }
      )
    )
  })

  it('stands while the same is asked again, and is no answer to something else', async () => {
    const { ask, settle } = questions()
    const source = new LatestAnswer<string>()
    source.ask({ key: 'a', again: 1 }, ask('first'))
    await settle('first')
    source.ask({ key: 'a', again: 2 }, ask('second'))
    expect(source.store.getState()).toMatchObject({ answer: 'first' })
    await settle('second')
    source.ask({ key: 'b' }, ask('other'))
    expect(source.store.getState()).toMatchObject({ key: 'b', answer: null, latest: 'second' })
    await settle('other')
    expect(source.store.getState()).toMatchObject({ answer: 'other', latest: 'other' })
  })

  it('is asked for once, however often its component appears', async () => {
    const { ask, settle, open } = questions()
    const source = new LatestAnswer<string>()
    source.ask({ key: 'a', again: 1 }, ask('first'))
    await settle('first')
    source.stop()
    source.ask({ key: 'a', again: 1 }, ask('second'))
    expect([...open.keys()]).toEqual(['first'])
    expect(source.store.getState().answer).toBe('first')
  })

  it('gives up the work for which nobody waits any longer, and hears nothing of it', async () => {
    const { ask, settle, isGivenUp } = questions()
    const refusals: string[] = []
    const onError = () => refusals.push('told')
    const source = new LatestAnswer<string>()
    source.ask({ key: 'a' }, ask('a'), { onError })
    source.ask({ key: 'b' }, ask('b'), { onError })
    expect([isGivenUp('a'), isGivenUp('b')]).toEqual([true, false])
    await settle('a', err(refusal))
    source.stop()
    expect(isGivenUp('b')).toBe(true)
    await settle('b', err(refusal))
    expect(refusals).toEqual([])
    expect(source.store.getState().error).toBeNull()
  })

  it('is not there where it was refused: why is told once, and gone with the next answer', async () => {
    const { ask, settle, isGivenUp } = questions()
    const told: unknown[] = []
    const source = new LatestAnswer<string>()
    const onError = (error: unknown) => told.push(error)
    source.ask({ key: 'a', again: 1 }, ask('first'), { onError })
    await settle('first')
    source.ask({ key: 'a', again: 2 }, ask('refused'), { onError })
    await settle('refused', err(refusal))
    expect(source.store.getState()).toMatchObject({ answer: null, latest: 'first', error: refusal })
    expect(told).toEqual([refusal])
    source.ask({ key: 'a', again: 2 }, ask('again'), { onError })
    await settle('again')
    expect(source.store.getState()).toMatchObject({ answer: 'again', error: null })
    // What was answered is not given up.
    source.stop()
    expect(isGivenUp('again')).toBe(false)
  })

  it('is asked for when nothing else was asked for a pause', async () => {
    const { ask, settle, open } = questions()
    const source = new LatestAnswer<string>()
    for (const key of ['s', 'sn', 'snow']) source.ask({ key }, ask(key), { pauseMs: 20 })
    expect(open.size).toBe(0)
    await expect.poll(() => [...open.keys()]).toEqual(['snow'])
    await settle('snow')
    expect(source.store.getState().answer).toBe('snow')
    source.ask({ key: 'snows' }, ask('snows'), { pauseMs: 20 })
    source.forget()
    expect(source.store.getState()).toMatchObject({ key: null, answer: null, latest: null })
    source.ask({ key: 'rain' }, ask('rain'), { pauseMs: 20 })
    await expect.poll(() => [...open.keys()]).toEqual(['snow', 'rain'])
  })
})
