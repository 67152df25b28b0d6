/** How a passage with its context fits a place in a text. */
export interface Fit {
  /** Where the quote lies in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** 1: the same; 0: nothing in common. */
  readonly quote: number
  readonly before: number
  readonly after: number
}

/** Where the piece is expected to begin in the window, and how far it may stray from there. */
export interface Band {
  readonly at: number
  readonly width: number
}

const fromLeft = 1
const fromAbove = 2
const fromBoth = 0

/** More than anything can cost, and room to add to it. */
const far = 60_000

/** Buffers that are larger than this many cells are let go after use. */
const mostCellsKept = 4_000_000

let cells = new Uint8Array(0)
let costs = new Uint16Array(0)

/** Where the cells of a row lie: of each row only those in the band, and the one before them. */
interface Layout {
  readonly columns: number
  /** How many cells a row has room for. */
  readonly stride: number
  readonly band: Band | null
}

function lowest({ columns, band }: Layout, row: number): number {
  return band ? Math.min(columns - 1, Math.max(1, row + band.at - band.width)) : 1
}

function highest(layout: Layout, row: number): number {
  const { columns, band } = layout
  if (!band) return columns - 1
  return Math.max(lowest(layout, row), Math.min(columns - 1, row + band.at + band.width))
}

/** The first cell of a row, less the column that it stands for. */
function offsetOf(layout: Layout, row: number): number {
  return row * layout.stride - (lowest(layout, row) - 1)
}

/**
 * Lays prefix + quote + suffix along a window of the text with the fewest insertions, deletions and replacements
 * (Sellers 1980: the window's ends are free) and reads off where the quote begins and ends. All in normalised characters.
 * With a band only the cells near the expected diagonal are looked at (Ukkonen 1985).
 */
export function layAlong(
  [prefix, quote, suffix]: readonly [string, string, string],
  text: string,
  from: number,
  to: number,
  band: Band | null = null
): Fit {
  const piece = prefix + quote + suffix
  const [rows, columns] = [piece.length + 1, to - from + 1]
  const stride = band ? Math.min(columns, 2 * band.width + 2) : columns
  const layout: Layout = { columns, stride, band }
  if (cells.length < rows * stride) cells = new Uint8Array(rows * stride)
  if (costs.length < columns) costs = new Uint16Array(columns * 2)
  costs.fill(0, 0, columns)
  let [low, high] = [1, columns - 1]
  for (let row = 1; row < rows; row++) {
    const code = piece.charCodeAt(row - 1)
    const known = high
    if (band) {
      low = lowest(layout, row)
      high = highest(layout, row)
    }
    const offset = offsetOf(layout, row)
    let diagonal = costs[low - 1] ?? far
    costs[low - 1] = low === 1 ? row : far
    cells[offset + low - 1] = fromAbove
    for (let column = low; column <= high; column++) {
      const above = column <= known ? (costs[column] ?? far) : far
      const left = costs[column - 1] ?? far
      const both = diagonal + (code === text.charCodeAt(from + column - 1) ? 0 : 1)
      diagonal = above
      let cost = both
      let cell = fromBoth
      if (above + 1 < cost) {
        cost = above + 1
        cell = fromAbove
      }
      if (left + 1 < cost) {
        cost = left + 1
        cell = fromLeft
      }
      costs[column] = cost
      cells[offset + column] = cell
    }
  }
  let column = low
  for (let at = low; at <= high; at++) if ((costs[at] ?? far) < (costs[column] ?? far)) column = at
  const fit = readOff([prefix, quote, suffix], piece, text, from, layout, column)
  if (cells.length > mostCellsKept) cells = new Uint8Array(0)
  return fit
}

function readOff(
  [prefix, quote, suffix]: readonly [string, string, string],
  piece: string,
  text: string,
  from: number,
  layout: Layout,
  last: number
): Fit {
  const [begin, finish] = [prefix.length, prefix.length + quote.length]
  let [row, column] = [piece.length, last]
  let start = -1
  let end = -1
  const edits = [0, 0, 0]
  while (row > 0) {
    const cell = cells[offsetOf(layout, row) + column]
    if (row === finish && end === -1 && cell !== fromLeft) end = column
    const part = row > finish ? 2 : row > begin ? 1 : 0
    if (cell === fromLeft) {
      // Between the parts nothing is counted: it lies outside the quote.
      if (row !== finish && row !== begin) edits[part] = (edits[part] ?? 0) + 1
      column--
      continue
    }
    const same = cell === fromBoth && piece.charCodeAt(row - 1) === text.charCodeAt(from + column - 1)
    if (!same) edits[part] = (edits[part] ?? 0) + 1
    row--
    if (cell === fromBoth) column--
    if (row === begin && start === -1) start = column
  }
  if (start === -1) start = column
  if (end === -1) end = last
  const length = Math.max(quote.length, end - start, 1)
  return {
    start: from + start,
    end: from + Math.max(start, end),
    quote: Math.max(0, 1 - (edits[1] ?? 0) / length),
    before: prefix === '' ? 0 : Math.max(0, 1 - (edits[0] ?? 0) / prefix.length),
    after: suffix === '' ? 0 : Math.max(0, 1 - (edits[2] ?? 0) / suffix.length)
  }
}
