import type { RecycledPassage } from './recycled'

/** Who repeats whom: passages that stand in a later text of one and stood in the first text of another. */
export interface RepeatsMatrix {
  /** Publishers, those that repeat or are repeated most first. */
  readonly names: readonly string[]
  /** `counts[later][earlier]`, by the numbers of the names. */
  readonly counts: readonly (readonly number[])[]
  /** Repeats that are in no cell: one of both texts has no date, or both are of one day. */
  readonly undated: number
}

/** What the matrix asks of a text. `date`: ISO, empty where none is known. */
export interface DatedText {
  readonly name: string
  readonly date: string
}

/** Of the texts that hold a passage: whose is the first, and whose are dated later. */
export function repeatsOf(texts: readonly DatedText[]): {
  readonly first: string
  readonly later: ReadonlySet<string>
  readonly undated: number
} {
  const dated = texts.filter(({ date }) => date !== '').sort((a, b) => (a.date < b.date ? -1 : 1))
  const [first] = dated
  const later = dated.filter(({ date }) => date !== first?.date)
  return {
    first: first?.name ?? '',
    later: new Set(later.map(({ name }) => name)),
    undated: texts.length - later.length - (first ? 1 : 0)
  }
}

/**
 * The first text in which a passage stands is taken for its origin: what is dated later repeats it, by whatever way it came there.
 * Each passage counts once for a pair of publishers.
 */
export function repeatsMatrix(
  passages: readonly RecycledPassage[],
  textAt: (document: number) => DatedText,
  most = 30
): RepeatsMatrix {
  const counts = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  let undated = 0
  const count = (later: string, earlier: string) => {
    const row = counts.get(later) ?? new Map<string, number>()
    counts.set(later, row.set(earlier, (row.get(earlier) ?? 0) + 1))
    for (const name of new Set([later, earlier])) totals.set(name, (totals.get(name) ?? 0) + 1)
  }
  for (const { places } of passages) {
    const found = repeatsOf([...new Set(places.map(({ document }) => document))].map(textAt))
    undated += found.undated
    for (const name of found.later) count(name, found.first)
  }
  const names = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name)
  return {
    names,
    counts: names.map((later) => names.map((earlier) => counts.get(later)?.get(earlier) ?? 0)),
    undated
  }
}
