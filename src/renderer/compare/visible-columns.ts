/** In a window narrower than this two columns are read with ease, and more are not. */
const smallWindowPx = 1000
/** In a larger one too a column narrower than this is not read with ease. */
export const leastColumnPx = 210
const gapPx = 26
/** The edges of the table, the numbers of its rows, how sure each is, and a gap. */
const besideColumnsPx = 114 + gapPx

/** How many columns can be read beside one another in a table, and a window, of so many pixels: two always. */
export function columnsInRoom(tablePx: number, windowPx: number): number {
  if (windowPx < smallWindowPx) return 2
  return Math.max(2, Math.floor((tablePx - besideColumnsPx) / (leastColumnPx + gapPx)))
}

/**
 * Which of so many columns are shown where there is room for `most`: the one that is kept, and of the others a run that
 * begins after the first `turn` of them. In the order of the columns.
 */
export function visibleColumns(count: number, most: number, kept: number, turn: number): readonly number[] {
  const all = Array.from({ length: count }, (_, column) => column)
  if (count <= most) return all
  const others = all.filter((column) => column !== kept)
  const from = Math.min(turn, lastTurn(count, most))
  return [kept, ...others.slice(from, from + most - 1)].sort((a, b) => a - b)
}

/** The last turn there is: with it the last columns are shown. */
export function lastTurn(count: number, most: number): number {
  return Math.max(0, count - most)
}

/** The turn nearest to the present one with which a column is shown. */
export function turnShowing(column: number, most: number, kept: number, turn: number): number {
  if (column === kept) return turn
  const place = column > kept ? column - 1 : column
  if (place < turn) return place
  return Math.max(turn, place - (most - 2))
}
