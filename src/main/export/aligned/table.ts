import type { ExportWords } from '../words'
import { type AlignedWork, columnTitle } from './aligned-work'

export type TableCell = string | number | null

/**
 * An aligned work as a table: a row a row; for each version its words, how sure its link with the base is, whether a hand
 * made it, whether it stands elsewhere, and how it parts from the version it is held against. The heads of the columns
 * are fixed but for the number of the version, so that scripts can rely on them.
 */
export function alignedTable({ versions, rows, from }: AlignedWork, words: ExportWords): TableCell[][] {
  const head: TableCell[] = ['row']
  versions.forEach((version, at) => {
    const n = at + 1
    head.push(`version${n}: ${columnTitle(version, words)}`)
    if (at > 0) head.push(`confidence${n}`, `by_hand${n}`, `moved${n}`)
    if (from >= 0 && at !== from)
      head.push(
        `figures${n}`,
        `names${n}`,
        `left_out${n}`,
        `added${n}`,
        `substituted${n}`,
        `words_moved${n}`,
        `share${n}`
      )
  })
  const body = rows.map((row, index) => {
    const cells: TableCell[] = [index + 1]
    versions.forEach((_, at) => {
      cells.push(row.texts[at] ?? '')
      if (at > 0) {
        const sure = row.confidence[at] ?? null
        cells.push(sure === null ? null : rounded(sure), row.byHand[at] ? 1 : 0, row.moved[at] ? 1 : 0)
      }
      if (from < 0 || at === from) return
      const found = row.findings[at]
      if (found)
        cells.push(
          found.figures,
          found.names,
          found.leftOut,
          found.added,
          found.substituted,
          found.moved,
          rounded(found.share)
        )
      else cells.push(null, null, null, null, null, null, null)
    })
    return cells
  })
  return [head, ...body]
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
