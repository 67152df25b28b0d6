import { documentKey } from '../../shared/concordance/group-keys'
import type { LineDocument } from '../../shared/concordance/line-facts'
import { dp, juillandD, wilson } from '../../shared/concordance/measures'
import { partOf } from '../../shared/concordance/part-of'
import type { DispersionAnswer, FrequencyRow } from '../../shared/concordance/statistics'
import type { Grouping } from '../../shared/concordance/trail'
import { naturalOrder } from '../../shared/text/natural-order'
import type { LineColumns } from './questions'

/** A searched document, with its size. */
export interface SizedDocument {
  readonly document: LineDocument
  /** Index among the documents that lines name. */
  readonly index: number
  readonly words: number
  /** UTF-16 code units. */
  readonly length: number
}

/** Where the lines stand in each document that was searched; those without lines too. */
export function dispersion(
  documents: readonly SizedDocument[],
  lines: LineColumns,
  bins: number
): DispersionAnswer {
  const strips = new Map(documents.map(({ index }) => [index, Array.from({ length: bins }, () => 0)]))
  const lengths = new Map(documents.map(({ index, length }) => [index, length]))
  for (const [line, index] of lines.document.entries()) {
    const strip = strips.get(index)
    const length = lengths.get(index) ?? 0
    if (!strip || length === 0) continue
    const at = partOf(lines.start[line] ?? 0, length, bins)
    strip[at] = (strip[at] ?? 0) + 1
  }
  const rows = documents.map(({ document, index, words, length }) => {
    const own = strips.get(index) ?? []
    return { document: document.id, length, words, hits: own.reduce((sum, each) => sum + each, 0), bins: own }
  })
  const hits = rows.map((row) => row.hits)
  const words = rows.map((row) => row.words)
  return { rows, juillandD: juillandD(hits, words), dp: rows.length < 2 ? null : dp(hits, words) }
}

/** How often per thousand words, by what documents have in common. */
export function frequencies(
  documents: readonly SizedDocument[],
  lines: LineColumns,
  by: Grouping
): FrequencyRow[] {
  const hits = new Map<number, number>()
  for (const index of lines.document) hits.set(index, (hits.get(index) ?? 0) + 1)
  const sums = new Map<string, { hits: number; words: number; documents: number }>()
  for (const { document, index, words } of documents) {
    const key = documentKey(document, by)
    const own = sums.get(key) ?? { hits: 0, words: 0, documents: 0 }
    sums.set(key, own)
    own.hits += hits.get(index) ?? 0
    own.words += words
    own.documents++
  }
  return [...sums]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || naturalOrder(a, b))
    .map(([key, own]) => {
      const { low, high } = wilson(own.hits, own.words)
      const perThousand = own.words === 0 ? 0 : (own.hits / own.words) * 1000
      return { key, ...own, perThousand, low: low * 1000, high: high * 1000 }
    })
}
