import { expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { SearchTask } from './questions'
import { ExpressionTooSlow, TextThread, ThreadEnded, type ThreadPort } from './text-thread'

/** A thread that never comes back from a text, as an expression without end does not. */
function hangingThread(hangs: (task: SearchTask) => boolean): ThreadPort & { ended: boolean } {
  let answer: (message: unknown) => void = () => {}
  let over: (reason: unknown) => void = () => {}
  let isHanging = false
  return {
    ended: false,
    post(message) {
      const { ask, id, input } = message as { ask?: string; id: number; input: SearchTask }
      if (ask === undefined || isHanging) return
      if (ask === 'search' && hangs(input)) {
        isHanging = true
        Atomics.store(new Int32Array(input.current), 0, input.number)
      } else setImmediate(() => answer({ answer: id, output: ask === 'search' ? null : [] }))
    },
    onMessage(listener) {
      answer = listener
    },
    onEnd(listener) {
      over = listener
    },
    end() {
      this.ended = true
      over(new Error('ended'))
    },
    holdProcess() {}
  }
}

const settings = { ...defaultSettings, ownWords: [] }
const library = { number: 1, documents: [], texts: [] }
const task = (id: string, source: string) => ({
  ...{ id, folder: '/none', settings, from: 0, highlights: [], formulae: [], first: 1 },
  query: { kind: 'expression' as const, source }
})

it('an expression that would not end is ended, and takes nothing else with it', async () => {
  const begun: (ThreadPort & { ended: boolean })[] = []
  const thread = new TextThread(() => {
    const made = hangingThread(({ query }) => query.kind === 'expression' && query.source === '(a+)+b')
    begun.push(made)
    return made
  }, 30)
  const slow = thread.search(task('slow', '(a+)+b'), library, () => {}, true)
  const other = thread.search(task('other', 'a'), library, () => {}, true)
  const page = thread.ask('contexts', { folder: '/none', settings, length: 10, places: [] })
  await expect(slow).rejects.toBeInstanceOf(ExpressionTooSlow)
  // The search that ran beside it is told that it has to go on; what was asked besides has been asked again.
  await expect(other).rejects.toBeInstanceOf(ThreadEnded)
  expect(await page).toEqual([])
  expect(begun.map(({ ended }) => ended)).toEqual([true, false])
  await thread.search(task('next', 'a'), library, () => {}, true)
  expect(begun).toHaveLength(2)
  thread.end()
})
