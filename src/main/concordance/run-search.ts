import { setImmediate as nextTurn } from 'node:timers/promises'
import { Matcher } from '../../shared/concordance/match'
import { HitColumns } from './hit-columns'
import type { FoundNews, Library, SearchTask } from './questions'
import type { TextShelf } from './text-shelf'

/** How long a search goes on before the thread looks whether anything else was asked, in milliseconds. */
const sliceMs = 4
/** So many texts are read while one is searched. */
const ahead = 4
/** What is found is told of so often, in milliseconds: each message wakes another thread. */
const tellEveryMs = 25
/** It says how far it is at least so often, also where it finds nothing. */
const newsEveryMs = 100

/**
 * Searches texts one after another, and tells what it finds: the first lines as soon as there are enough for a page, the rest
 * every now and then. It goes on while one message is under way; so no more than two lie between the threads.
 * Ends where `isWanted` no longer holds.
 */
export async function runSearch(
  task: Omit<SearchTask, 'library'> & { readonly library: Library },
  shelf: TextShelf,
  tell: (news: FoundNews) => Promise<unknown>,
  isWanted: () => boolean
): Promise<void> {
  const matcher = new Matcher(task.query, task.settings, task.settings.ownWords)
  const current = new Int32Array(task.current)
  const { documents, texts } = task.library
  let hits = new HitColumns()
  let unread: FoundNews['unread'][number][] = []
  let count = 0
  let told = performance.now()
  let until = told + sliceMs
  let isFirst = true
  let underWay: Promise<unknown> = Promise.resolve()
  const news = async (searched: number) => {
    await underWay
    underWay = tell({ id: task.id, hits: hits.all(), unread, searched })
    // Whoever waits for it hears of it.
    underWay.catch(() => {})
    hits = new HitColumns()
    unread = []
    told = performance.now()
  }
  const pause = async () => {
    await nextTurn()
    until = performance.now() + sliceMs
  }
  const toSearch = documents.length - task.from
  for (let at = 0; at < toSearch; at++) {
    if (!isWanted()) return
    const index = task.from + at
    const [facts, hash, soon] = [documents[index], texts[index], texts[index + ahead]]
    if (!facts || hash === undefined) continue
    if (soon) shelf.expect(task.folder, soon)
    const text = await shelf.text(task.folder, hash)
    if (!text.ok) unread.push({ index, problem: text.error })
    else {
      if (performance.now() - told > newsEveryMs) await news(at)
      Atomics.store(current, 0, task.number)
      const found = matcher.hits(text.value, facts, task.highlights[at] ?? [], task.formulae[at])
      Atomics.store(current, 0, 0)
      hits.add(index, found)
      count += found.starts.length
    }
    const now = performance.now()
    if (isFirst && count >= task.first && count > 0) {
      isFirst = false
      await news(at + 1)
      await underWay
      // What surrounds the first lines is asked for now, and comes before all else.
      await pause()
    } else if (hits.length > 0 && now - told > tellEveryMs) await news(at + 1)
    if (now > until) await pause()
  }
  await news(toSearch)
  await underWay
}
