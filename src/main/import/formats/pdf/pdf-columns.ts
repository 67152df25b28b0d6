import { type Piece, rowsOf } from './pdf-rows'

/** The pieces of a line, and the number of its column: 1 and 2 for the left and the right one, 0 for all of the page. */
export interface RowInColumn {
  readonly column: number
  readonly parts: readonly Piece[]
}

/** Pieces on one base line with no wide gap between them. Some writers put each character down by itself. */
interface Stretch {
  readonly parts: readonly Piece[]
  readonly left: number
  readonly right: number
  readonly size: number
}

/** Gaps that part stretches, in sizes of the type; a narrower one does where it lies on the white between columns. */
const gap = 0.9
const gapOnWhite = 0.45

/** The lines of a page in reading order: down the left column, then down the right one, where there are two. */
export function rowsInColumns(pieces: readonly Piece[], width: number): RowInColumn[] {
  const rows = stretchesOf(pieces)
  const white = whiteBetween(rows.flat(), width)
  if (white === null) return rowsOf(pieces).map(({ parts }) => ({ column: 0, parts }))
  const sides: [Piece[], Piece[], Piece[]] = [[], [], []]
  for (const row of rows) {
    const parted = row.flatMap((stretch) => partedAt(stretch, white))
    // Other stretches on a line that reaches across belong to it.
    const isAcross = parted.some((each) => crosses(each, white))
    for (const { parts, left, right } of parted) {
      const column = isAcross ? 0 : (left + right) / 2 < white ? 1 : 2
      sides[column]?.push(...parts)
    }
  }
  const lifted = titleAbove(sides)
  sides[0].push(...lifted)
  for (const side of [1, 2] as const) sides[side] = sides[side].filter((piece) => !lifted.has(piece))
  const made = sides.flatMap((own, column) => rowsOf(own).map((row) => ({ ...row, column })))
  return inReadingOrder(made.sort((a, b) => a.y - b.y))
}

/** How much larger a title is set than the text, and how near it stands to the middle of both columns, as a share of their width. */
const titleSize = 1.15
const nearMiddle = 0.12

/** The pieces of a title above both columns that does not reach over the white between them, or only with a gap on it. */
function titleAbove(sides: readonly [Piece[], Piece[], Piece[]]): Set<Piece> {
  const all = sides.flat()
  const sizes = all.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[sizes.length >> 1] ?? 0
  const text = all.filter(({ size }) => size < usual * titleSize)
  const top = Math.min(...text.map(({ y }) => y))
  const left = Math.min(...text.map(({ x }) => x))
  const right = Math.max(...text.map(({ x, width }) => x + width))
  const rows = rowsOf(
    [...sides[1], ...sides[2]].filter(({ size, y }) => size >= usual * titleSize && y < top)
  )
  const centred = rows.filter(({ parts }) => {
    const last = parts.at(-1)
    const middle = ((parts[0]?.x ?? 0) + (last ? last.x + last.width : 0)) / 2
    return Math.abs(middle - (left + right) / 2) < (right - left) * nearMiddle
  })
  return new Set(centred.flatMap(({ parts }) => parts))
}

/** Lines across both columns part the page: what is above them is read first. */
function inReadingOrder<T extends RowInColumn>(rows: readonly T[]): T[] {
  const ordered: T[] = []
  let [left, right]: [T[], T[]] = [[], []]
  for (const row of rows) {
    if (row.column === 1) left.push(row)
    else if (row.column === 2) right.push(row)
    else {
      ordered.push(...left, ...right, row)
      ;[left, right] = [[], []]
    }
  }
  return [...ordered, ...left, ...right]
}

/**
 * Where two columns part: a stripe near the middle that hardly any stretch crosses, with text on either side of it, whether
 * the lines of both stand on the same base lines or not. The text fills its column, or stands in both on most lines.
 * Null where there is one column.
 */
function whiteBetween(all: readonly Stretch[], width: number): number | null {
  const stretches = all.filter(({ left, right, size }) => right - left > size * 2)
  if (stretches.length < 8) return null
  let best = 0
  let places: number[] = []
  for (let at = width * 0.35; at <= width * 0.65; at += 2) {
    const crossing = stretches.filter((each) => crosses(each, at)).length
    const left = stretches.filter((each) => each.right <= at + 1)
    const right = stretches.filter((each) => each.left >= at - 1)
    const fewest = Math.min(left.length, right.length)
    if (fewest < 4 || fewest < stretches.length * 0.2 || crossing > stretches.length * 0.25) continue
    if (!(fills(left) && fills(right)) && !standTogether(left, right)) continue
    const score = left.length + right.length - 3 * crossing
    if (score > best) [best, places] = [score, []]
    if (score === best) places.push(at)
  }
  return places[places.length >> 1] ?? null
}

/** Whether most of the stretches of a column are as wide as it. */
function fills(column: readonly Stretch[]): boolean {
  const [from, to] = [
    Math.min(...column.map(({ left }) => left)),
    Math.max(...column.map(({ right }) => right))
  ]
  const wide = column.filter(({ left, right }) => right - left > (to - from) * 0.6)
  return wide.length >= column.length * 0.5
}

/** Whether most lines of one column stand beside one of the other. */
function standTogether(left: readonly Stretch[], right: readonly Stretch[]): boolean {
  const lines = new Set(right.map(baseOf))
  const both = left.filter((each) => lines.has(baseOf(each))).length
  return both >= Math.min(left.length, right.length) * 0.6
}

function baseOf({ parts: [first] }: Stretch): number {
  return Math.round(first?.y ?? 0)
}

function crosses({ left, right }: Pick<Stretch, 'left' | 'right'>, at: number): boolean {
  return left < at - 1 && right > at + 1
}

/** The stretches of each base line. */
function stretchesOf(pieces: readonly Piece[]): Stretch[][] {
  const rows: { y: number; parts: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && piece.y - last.y < Math.max(1.5, piece.size * 0.2)) last.parts.push(piece)
    else rows.push({ y: piece.y, parts: [piece] })
  }
  return rows.map(({ parts }) =>
    partedBy(
      parts.toSorted((a, b) => a.x - b.x),
      (before, next) => next.x - before.x - before.width > Math.max(before.size, next.size) * gap
    )
  )
}

/** A stretch in two, where it has a gap on the white. */
function partedAt(stretch: Stretch, white: number): Stretch[] {
  if (!crosses(stretch, white)) return [stretch]
  return partedBy(stretch.parts, (before, next) => {
    const end = before.x + before.width
    return end <= white + 2 && next.x >= white - 2 && next.x - end > next.size * gapOnWhite
  })
}

function partedBy(parts: readonly Piece[], isApart: (before: Piece, next: Piece) => boolean): Stretch[] {
  const runs: Piece[][] = []
  for (const part of parts) {
    const before = runs.at(-1)?.at(-1)
    if (!before || isApart(before, part)) runs.push([part])
    else runs.at(-1)?.push(part)
  }
  return runs.map((own) => ({
    parts: own,
    left: Math.min(...own.map(({ x }) => x)),
    right: Math.max(...own.map(({ x, width }) => x + width)),
    size: Math.max(...own.map(({ size }) => size))
  }))
}
