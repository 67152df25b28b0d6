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

/** Bits of a block: as many as a JavaScript integer has. */
const blockBits = 32

/** For each code unit the number of its set of bits in `patterns`, from 1; 0 for one that the piece does not have. */
const slots = new Uint16Array(0x10000)
/** For each code unit of the piece the rows where it stands: a bit for each, block by block. */
let patterns = new Int32Array(1024)
/** For each column, block by block: rows whose cost is one more than the row above them. */
let rises = new Int32Array(4096)
/** For each column, block by block: rows whose cost is that of the cell up and to the left of them. */
let levels = new Int32Array(4096)
let falls = new Int32Array(64)

/**
 * Lays prefix + quote + suffix along a window of the text with the fewest insertions, deletions and replacements
 * (Sellers 1980: the window's ends are free) and reads off where the quote begins and ends. All in normalised characters.
 * Thirty-two rows of the table are worked out at once as the bits of an integer (Myers 1999; the vector of level
 * diagonals after Hyyrö 2003), which took a tenth of the time of a table of cells.
 */
export function layAlong(
  [prefix, quote, suffix]: readonly [string, string, string],
  text: string,
  from: number,
  to: number
): Fit {
  const piece = prefix + quote + suffix
  const columns = Math.max(0, to - from)
  const blocks = Math.max(1, Math.ceil(piece.length / blockBits))
  markRows(piece, blocks)
  if (rises.length < (columns + 1) * blocks) {
    rises = new Int32Array((columns + 1) * blocks * 2)
    levels = new Int32Array((columns + 1) * blocks * 2)
  }
  if (falls.length < blocks) falls = new Int32Array(blocks * 2)
  rises.fill(-1, 0, blocks)
  falls.fill(0, 0, blocks)
  const lastRow = 1 << ((piece.length - 1) % blockBits)
  let cost = piece.length
  let least = cost + 1
  let last = 0
  for (let column = 1; column <= columns; column++) {
    const pattern = (slots[text.charCodeAt(from + column - 1)] ?? 0) * blocks
    const now = column * blocks
    // The step from the column before, at the row above the block: the window begins anywhere, so that it is 0 at the top.
    let step = 0
    for (let block = 0; block < blocks; block++) {
      const rise = rises[now - blocks + block] ?? 0
      const fall = falls[block] ?? 0
      const same = patterns[pattern + block] ?? 0
      const equal = step < 0 ? same | 1 : same
      const level = (((equal & rise) + rise) ^ rise) | equal
      let up = fall | ~(level | rise)
      let down = rise & level
      const bottom = block === blocks - 1 ? lastRow : 1 << (blockBits - 1)
      const next = (up & bottom) !== 0 ? 1 : (down & bottom) !== 0 ? -1 : 0
      up = (up << 1) | (step > 0 ? 1 : 0)
      down = (down << 1) | (step < 0 ? 1 : 0)
      const across = same | fall
      rises[now + block] = down | ~(across | up)
      falls[block] = up & across
      levels[now + block] = level | fall
      step = next
    }
    cost += step
    if (cost < least) [least, last] = [cost, column]
  }
  unmarkRows(piece)
  return readOff([prefix, quote, suffix], piece, text, from, blocks, last)
}

function markRows(piece: string, blocks: number): void {
  let count = 0
  if (patterns.length < (piece.length + 1) * blocks)
    patterns = new Int32Array((piece.length + 1) * blocks * 2)
  patterns.fill(0, 0, blocks)
  for (let row = 0; row < piece.length; row++) {
    const code = piece.charCodeAt(row)
    let slot = slots[code] ?? 0
    if (slot === 0) {
      slot = ++count
      slots[code] = slot
      patterns.fill(0, slot * blocks, (slot + 1) * blocks)
    }
    const at = slot * blocks + Math.floor(row / blockBits)
    patterns[at] = (patterns[at] ?? 0) | (1 << (row % blockBits))
  }
}

function unmarkRows(piece: string): void {
  for (let row = 0; row < piece.length; row++) slots[piece.charCodeAt(row)] = 0
}

/** Goes back from the last row: straight on where that is best, else a letter too many in the piece, else in the text. */
function readOff(
  [prefix, quote, suffix]: readonly [string, string, string],
  piece: string,
  text: string,
  from: number,
  blocks: number,
  last: number
): Fit {
  const [begin, finish] = [prefix.length, prefix.length + quote.length]
  let [row, column] = [piece.length, last]
  let start = -1
  let end = -1
  const edits = [0, 0, 0]
  const isSet = (bits: Int32Array) => {
    const word = bits[column * blocks + Math.floor((row - 1) / blockBits)] ?? 0
    return (word & (1 << ((row - 1) % blockBits))) !== 0
  }
  while (row > 0) {
    const same = column > 0 && piece.charCodeAt(row - 1) === text.charCodeAt(from + column - 1)
    const straight = column > 0 && (same || !isSet(levels))
    const above = !straight && (column === 0 || isSet(rises))
    if (row === finish && end === -1 && (straight || above)) end = column
    const part = row > finish ? 2 : row > begin ? 1 : 0
    if (!straight && !above) {
      // Between the parts nothing is counted: it lies outside the quote.
      if (row !== finish && row !== begin) edits[part] = (edits[part] ?? 0) + 1
      column--
      continue
    }
    if (!same) edits[part] = (edits[part] ?? 0) + 1
    row--
    if (straight) column--
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
