import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { RecycledPassage } from '../../shared/recycled/recycled'
import type { RecycledAnswer, RecycledEntry, RecycledHere } from '../../shared/recycled/recycled-answers'
import { repeatsMatrix } from '../../shared/recycled/repeats-matrix'
import { textsOf } from '../formulae/find-occurrences'
import type { FormulaThread } from '../formulae/formula-thread'
import { type Reading, readVersion } from '../services/version'

/** So many passages are told at most, and so many places of each. */
const mostPassages = 1000
const mostPlaces = 200
/** Of a passage so many UTF-16 code units are told. */
const mostWords = 400

/** What was found, and what of it stands in each text, by start. */
export interface FoundRecycled {
  readonly answer: RecycledAnswer
  readonly here: ReadonlyMap<DocumentId, readonly RecycledHere[]>
}

/** What stands nearly alike in several texts of the moment; null where it was cancelled. */
export async function findRecycled(
  reading: Reading,
  folder: string,
  thread: FormulaThread,
  signal: AbortSignal,
  progress: (done: number, total: number) => void
): Promise<FoundRecycled | null> {
  const documents = [...reading.state.documents.values()]
  const task = {
    id: crypto.randomUUID(),
    folder,
    texts: textsOf(documents),
    works: documents.map(workOf),
    most: mostPassages
  }
  const found = await thread.recycled(task, signal, progress)
  if (!found) return null
  const passages: RecycledEntry[] = []
  for (const passage of found.passages) passages.push(await entryOf(passage, documents, reading))
  const matrix = repeatsMatrix(found.passages, (at) => {
    const document = documents[at]
    return { name: document?.publisher || document?.title || '', date: document?.published?.date ?? '' }
  })
  return { answer: { total: found.total, passages, matrix }, here: hereOf(found.passages, documents) }
}

function hereOf(
  passages: readonly RecycledPassage[],
  documents: readonly VariorumDocument[]
): Map<DocumentId, RecycledHere[]> {
  const here = new Map<DocumentId, RecycledHere[]>()
  for (const [passage, { places }] of passages.entries()) {
    const others = new Set(places.map(({ document }) => document)).size - 1
    for (const { document: at, start, end } of places) {
      const document = documents[at]
      if (!document) continue
      const own = here.get(document.id) ?? []
      here.set(document.id, own)
      own.push({ start, end, passage, others })
    }
  }
  for (const own of here.values()) own.sort((a, b) => a.start - b.start)
  return here
}

/** Documents of one work, in whatever language, have one name; a document of none is by itself. */
export const workOf = ({ works, id }: VariorumDocument) => works[0] ?? `document ${id}`

async function entryOf(
  { places }: RecycledPassage,
  documents: readonly VariorumDocument[],
  reading: Reading
): Promise<RecycledEntry> {
  const dateOf = (at: number) => documents[at]?.published?.date || '9999'
  const sorted = [...places].sort(
    (a, b) =>
      (dateOf(a.document) < dateOf(b.document) ? -1 : dateOf(a.document) > dateOf(b.document) ? 1 : 0) ||
      a.document - b.document ||
      a.start - b.start
  )
  const [first] = sorted
  const source = first && documents[first.document]
  const read = source && (await readVersion(reading, source.id))
  const words = first && read?.ok ? read.value.text.slice(first.start, first.end) : ''
  return {
    words: words.length > mostWords ? `${words.slice(0, mostWords)}…` : words,
    count: places.length,
    documents: new Set(places.map(({ document }) => document)).size,
    places: sorted.slice(0, mostPlaces).flatMap(({ document: at, start, end, likeness }) => {
      const document = documents[at]
      return document
        ? [{ document: document.id, revision: currentText(document), start, end, likeness }]
        : []
    })
  }
}

/** The words of some places, each null where its text is another by now. */
export async function recycledWords(
  reading: Reading,
  places: readonly {
    readonly document: VariorumDocument['id']
    readonly revision: string
    readonly start: number
    readonly end: number
  }[]
): Promise<(string | null)[]> {
  const all: (string | null)[] = []
  for (const { document: id, revision, start, end } of places) {
    const document = reading.state.documents.get(id)
    const read = document && currentText(document) === revision ? await readVersion(reading, id) : null
    all.push(read?.ok ? read.value.text.slice(start, end) : null)
  }
  return all
}
