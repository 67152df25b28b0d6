import type { Row } from '../../shared/alignment/versions'
import type { CellFindings, RowFindings } from '../../shared/alignment/words/findings'

/** What rows can be sifted by. */
export const rowFilters = [
  'figures',
  'names',
  'leftOutRows',
  'addedRows',
  'reworded',
  'moved',
  'doubtful',
  'byHand'
] as const
export type RowFilter = (typeof rowFilters)[number]

/** A link less sure than this is doubtful. */
export const doubtfulBelow = 0.6
/** A cell with this share of other words is reworded. */
const rewordedFrom = 0.3

/** Whether a row is of a kind; kinds that rest on words need its findings. */
export function fits(row: Row, found: RowFindings | undefined, rowFilter: RowFilter): boolean {
  const some = (test: (cell: CellFindings) => boolean) =>
    found?.some((cell) => cell !== null && test(cell)) ?? false
  switch (rowFilter) {
    case 'figures':
      return some((cell) => cell.figures > 0)
    case 'names':
      return some((cell) => cell.names > 0)
    case 'leftOutRows':
      return (row.cells[0]?.length ?? 0) > 0 && row.cells.some((cell) => cell.length === 0)
    case 'addedRows':
      return row.cells[0]?.length === 0
    case 'reworded':
      return some((cell) => cell.missing === null && cell.share >= rewordedFrom)
    case 'moved':
      return row.moved.includes(true) || some((cell) => cell.moved > 2)
    case 'doubtful':
      return isDoubtful(row)
    case 'byHand':
      return row.byHand.includes(true)
  }
}

export function isDoubtful({ confidence, byHand }: Row): boolean {
  return confidence.some((each, column) => each !== null && each < doubtfulBelow && !byHand[column])
}

/** The rows of a kind (all where none is asked for), in the order of the text or the furthest apart first. */
export function filterRows(
  rows: readonly Row[],
  found: readonly RowFindings[] | null,
  rowFilter: RowFilter | null,
  bySize: boolean
): number[] {
  const kept = rows.flatMap((row, index) =>
    rowFilter === null || fits(row, found?.[index], rowFilter) ? [index] : []
  )
  if (!bySize || !found) return kept
  const size = (index: number) =>
    Math.max(
      0,
      ...(found[index] ?? []).map((cell) => (cell ? cell.share + cell.figures + cell.names / 2 : 0))
    )
  return kept.sort((x, y) => size(y) - size(x) || x - y)
}
