import { setImmediate as nextTurn } from 'node:timers/promises'
import { Matcher } from '../../shared/concordance/match'
import type { FoundHits, FoundNews, SearchTask } from './questions'
import type { TextShelf } from './text-shelf'

/** How long a search goes on before the thread looks whether anything else was asked, in milliseconds. */
const sliceMs = 12
/** So many texts are read while one is searched. */
const ahead = 4
/** It says how far it is at least so often, also where it finds nothing. */
const newsEveryMs = 100

/**
 * Searches texts one after another, and tells what it finds: the first lines as soon as there are enough for a page, the rest
 * in slices. Ends where `isWanted` no longer holds.
 */
export async function runSearch(
  task: SearchTask,
  shelf: TextShelf,
  tell: (news: FoundNews) => Promise<unknown>,
  isWanted: () => boolean
): Promise<void> {
  const matcher = new Matcher(task.query, task.settings, task.settings.ownWords)
  const current = new Int32Array(task.current)
  let hits: FoundHits[] = []
  let unread: FoundNews['unread'][number][] = []
  let count = 0
  let told = performance.now()
  let until = told + sliceMs
  let isFirst = true
  const news = async (searched: number) => {
    const all = { id: task.id, hits, unread, searched }
    hits = []
    unread = []
    await tell(all)
    told = performance.now()
    until = told + sliceMs
  }
  for (const [at, document] of task.documents.entries()) {
    if (!isWanted()) return
    const soon = task.documents[at + ahead]
    if (soon) shelf.expect(task.folder, soon.text)
    const text = await shelf.text(task.folder, document.text)
    if (!text.ok) unread.push({ index: document.index, problem: text.error })
    else {
      if (performance.now() - told > newsEveryMs) await news(at)
      Atomics.store(current, 0, task.number)
      const { facts, highlights, formulae } = document
      const { starts, ends } = matcher.hits(text.value, facts, highlights, formulae)
      Atomics.store(current, 0, 0)
      if (starts.length > 0) hits.push({ index: document.index, starts, ends })
      count += starts.length
    }
    const now = performance.now()
    if (isFirst && count >= task.first && count > 0) {
      isFirst = false
      await news(at + 1)
    } else if (now > until) {
      if (hits.length > 0 && now - told > sliceMs) await news(at + 1)
      else {
        await nextTurn()
        until = performance.now() + sliceMs
      }
    }
  }
  await news(task.documents.length)
}
