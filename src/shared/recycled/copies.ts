import type { ContentHash, DocumentId } from '../model/ids'

/** Where recycled passages stand in one text, by start (UTF-16, end exclusive), and which passage each place is of. */
export interface PassagePlaces {
  /** The text that the offsets are of. */
  readonly revision: ContentHash
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly passages: readonly number[]
}

/** What the texts of a project repeat, so that what stands in a copy can be told from what stands first. */
export interface Copies {
  readonly places: ReadonlyMap<DocumentId, PassagePlaces>
  /** The order of the documents by date, those without one last. */
  readonly rank: ReadonlyMap<DocumentId, number>
  /** Documents of one work are versions of each other, and no copies. */
  readonly work: ReadonlyMap<DocumentId, number>
}

/** Copies as hits see them, by hit and by document: hits of one number of `alike` stand for each other, −1 for none. */
export interface CopyFacts {
  readonly alike: Int32Array
  readonly rank: ArrayLike<number>
  readonly work: ArrayLike<number>
}

interface Hits {
  /** By hit: the document by its place in a row, ascending, and where it begins, ascending within a document. */
  readonly document: ArrayLike<number>
  readonly start: ArrayLike<number>
}

/**
 * Which hits stand for each other: the first in one place of a passage, the first in another, and so on. Hits in texts that are
 * others by now stand for none.
 * @param documents the row of documents with the texts that were searched
 */
export function copyFacts(
  hits: Hits,
  documents: readonly { readonly id: DocumentId; readonly text: ContentHash }[],
  copies: Copies
): CopyFacts {
  const alike = new Int32Array(hits.document.length).fill(-1)
  const numbers = new Map<string, number>()
  let [document, place, nth] = [-1, 0, 0]
  let own: PassagePlaces | undefined
  for (let hit = 0; hit < alike.length; hit++) {
    const at = hits.document[hit] ?? 0
    const start = hits.start[hit] ?? 0
    if (at !== document) {
      ;[document, place, nth] = [at, 0, 0]
      const known = documents[at]
      own = known && copies.places.get(known.id)
      if (own?.revision !== known?.text) own = undefined
    }
    if (!own) continue
    while ((own.ends[place] ?? Number.POSITIVE_INFINITY) <= start) {
      place++
      nth = 0
    }
    if (!((own.starts[place] ?? Number.POSITIVE_INFINITY) <= start)) continue
    const name = `${own.passages[place]} ${nth++}`
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    alike[hit] = number
  }
  const by = (all: ReadonlyMap<DocumentId, number>) => documents.map(({ id }) => all.get(id) ?? 0)
  return { alike, rank: by(copies.rank), work: by(copies.work) }
}

/**
 * The hits without those in copies: of hits that stand for each other the earliest stays, and whatever stands in a version of the same
 * work.
 * @param order hits by number, in any order, which is kept
 */
export function countedOnce(
  order: Uint32Array,
  document: ArrayLike<number>,
  { alike, rank, work }: CopyFacts
): Uint32Array {
  const first = new Map<number, number>()
  const rankOf = (hit: number) => rank[document[hit] ?? 0] ?? 0
  for (const hit of order) {
    const own = alike[hit] ?? -1
    if (own < 0) continue
    const known = first.get(own)
    if (known === undefined || rankOf(hit) < rankOf(known)) first.set(own, hit)
  }
  const workOf = (hit: number) => work[document[hit] ?? 0]
  return order.filter((hit) => {
    const known = first.get(alike[hit] ?? -1)
    return known === undefined || workOf(known) === workOf(hit)
  })
}
