import type { Row } from './versions'

/** What parts the rows of a comparison from those before: in place of `removed` rows from the one numbered `from` on stand these. */
export interface RowChange {
  readonly from: number
  readonly removed: number
  readonly rows: readonly Row[]
}

/**
 * The change between two states of the rows: all from the first to the last row that differs.
 *
 * @param same whether the row numbered `a` before is the one numbered `b` after
 */
export function rowChange(
  before: number,
  after: readonly Row[],
  same: (a: number, b: number) => boolean
): RowChange {
  let from = 0
  while (from < before && from < after.length && same(from, from)) from++
  let [oldEnd, newEnd] = [before, after.length]
  while (oldEnd > from && newEnd > from && same(oldEnd - 1, newEnd - 1)) {
    oldEnd--
    newEnd--
  }
  return { from, removed: oldEnd - from, rows: after.slice(from, newEnd) }
}

/** Items of rows after a change: those that stay are the same objects. */
export function withChange<T>(
  before: readonly T[],
  { from, removed }: Pick<RowChange, 'from' | 'removed'>,
  items: readonly T[]
): readonly T[] {
  return removed === 0 && items.length === 0 ? before : before.toSpliced(from, removed, ...items)
}
