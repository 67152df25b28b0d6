import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
import type { Copies } from '../../shared/recycled/copies'
import { textsOf } from '../formulae/find-occurrences'
import type { FormulaThread } from '../formulae/formula-thread'
import type { Reading } from '../services/version'
import { workOf } from './find-recycled'

/** Whoever waits for it, and hears how far it is. */
interface Waiting {
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** What the texts of the moment repeat; looked for once for a state of the texts. */
const known = new WeakMap<Reading['state']['documents'], Copies>()

/** Where all recycled passages of a project stand, and which text is the earliest. Rejects where the signal is aborted. */
export async function findCopies(
  reading: Reading,
  folder: string,
  thread: FormulaThread,
  { signal, progress }: Waiting
): Promise<Copies> {
  const before = known.get(reading.state.documents)
  if (before) return before
  const documents = [...reading.state.documents.values()]
  const works = documents.map(workOf)
  const task = {
    id: crypto.randomUUID(),
    folder,
    texts: textsOf(documents),
    works,
    most: Number.POSITIVE_INFINITY
  }
  const found = await thread.recycled(task, signal, progress)
  signal.throwIfAborted()
  if (!found) throw new DOMException('cancelled', 'AbortError')
  const byDocument = documents.map((): { start: number; end: number; passage: number }[] => [])
  for (const [passage, { places }] of found.passages.entries())
    for (const { document, start, end } of places) byDocument[document]?.push({ start, end, passage })
  const places = documents.map((document, at) => {
    const own = (byDocument[at] ?? []).sort((a, b) => a.start - b.start)
    const columns = {
      revision: currentText(document),
      starts: own.map(({ start }) => start),
      ends: own.map(({ end }) => end),
      passages: own.map(({ passage }) => passage)
    }
    return [document.id, columns] as const
  })
  const dateOf = (at: number) => documents[at]?.published?.date || '9999'
  const byDate = documents
    .map((_, at) => at)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b))
  const rank = new Map<DocumentId, number>()
  byDate.forEach((at, order) => {
    const document = documents[at]
    if (document) rank.set(document.id, order)
  })
  const numbers = new Map([...new Set(works)].map((work, number) => [work, number]))
  const work = new Map(documents.map(({ id }, at) => [id, numbers.get(works[at] ?? '') ?? 0]))
  const made = { places: new Map(places), rank, work }
  known.set(reading.state.documents, made)
  return made
}
