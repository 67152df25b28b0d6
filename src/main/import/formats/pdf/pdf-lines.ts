import { raised } from '../superscript'
import { behindMark, cellRuns } from './pdf-cells'
import { rowsInColumns } from './pdf-columns'
import type { Piece } from './pdf-rows'
import { inReadingOrder, isRightToLeft } from './right-to-left'

/** A stretch of a line that stands wide apart from the next. */
export interface Cell {
  readonly text: string
  readonly x: number
  readonly right: number
}

export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
  /** More than one where it is set in cells, wide apart. */
  readonly cells: readonly Cell[]
  /** The number of its column on the page, and where that begins and ends. */
  readonly column: number
  readonly columnLeft: number
  readonly columnRight: number
  /** How far down the page, 0 to 1. */
  readonly depth: number
  /** Whether it begins at the right edge of its column, as lines that are read from the right mostly do. */
  readonly fromRight: boolean
  /** Where the words behind its mark begin, in a line that begins with one: the next lines may begin there too. */
  readonly hang: number | null
  /** Whether it stands on a page of one column whose lines are all far from its other side: no line there is full. */
  readonly isNarrow: boolean
}

/** The lines of a page in reading order: down the left column, then down the right one, where there are two. */
export function linesOf(pieces: readonly Piece[], width: number, height: number): Line[] {
  const visible = pieces.filter((piece) => piece.text.trim() !== '' && piece.size > 2)
  const rows = rowsInColumns(visible, width)
  const runs = cellRuns(rows.map(({ parts }) => parts))
  const lines = rows.map(({ column, parts }, at) => lineOf(parts, runs[at] ?? [parts], column, height))
  return withColumns(lines, width)
}

/** Lines that take up less of the page than this, with so much more white at their ends than before them, are narrow. */
const narrowShare = 0.62
const narrowMargins = 1.8

/** How far the lines of each column reach. */
function withColumns(lines: readonly Line[], width: number): Line[] {
  const reach = new Map<number, { left: number; right: number }>()
  const flushRight = columnsFlushRight(lines)
  for (const { column, x, right } of lines) {
    const own = reach.get(column) ?? { left: x, right }
    reach.set(column, { left: Math.min(own.left, x), right: Math.max(own.right, right) })
  }
  return lines.map((line) => {
    const { left, right } = reach.get(line.column) ?? { left: line.x, right: line.right }
    const fromRight = line.fromRight && flushRight.has(line.column)
    const [before, after] = fromRight ? [width - right, left] : [left, width - right]
    const isNarrow = reach.size === 1 && right - left < width * narrowShare && after > before * narrowMargins
    return { ...line, columnLeft: left, columnRight: right, fromRight, isNarrow }
  })
}

/** Columns in which more of the lines that are read from the right begin at one edge there than end at one at the left. */
function columnsFlushRight(lines: readonly Line[]): Set<number> {
  const own = lines.filter(({ fromRight }) => fromRight)
  const columns = new Set(own.map(({ column }) => column))
  for (const column of columns) {
    const here = own.filter((line) => line.column === column)
    const atEdge = (edge: number, of: (line: Line) => number) =>
      here.filter((line) => Math.abs(of(line) - edge) < line.size * 0.3).length
    const right = atEdge(Math.max(...here.map((line) => line.right)), (line) => line.right)
    const left = atEdge(Math.min(...here.map(({ x }) => x)), ({ x }) => x)
    if (left > right) columns.delete(column)
  }
  return columns
}

function lineOf(
  parts: readonly Piece[],
  runs: readonly (readonly Piece[])[],
  column: number,
  height: number
): Line {
  const most = Math.max(...parts.map((each) => each.size))
  const y = parts.find((each) => each.size === most)?.y ?? 0
  const fromRight = isRightToLeft(parts.map(({ text }) => text).join(' '))
  const cells = runs.map((run) => cellOf(run, { size: most, y }, parts.length > 1, fromRight))
  const read = fromRight ? inReadingOrder(cells) : cells
  return {
    text: read.map(({ text }) => text).reduce(besides, ''),
    x: parts[0]?.x ?? 0,
    y,
    right: cells.at(-1)?.right ?? 0,
    size: most,
    cells,
    column,
    columnLeft: 0,
    columnRight: 0,
    depth: y / Math.max(1, height),
    fromRight,
    hang: fromRight ? null : behindMark(parts),
    isNarrow: false
  }
}

function besides(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before} ${after}`
}

/** Pieces beside one another as one text, with spaces where they are set apart. */
function cellOf(
  parts: readonly Piece[],
  line: Pick<Piece, 'size' | 'y'>,
  mayBeRaised: boolean,
  fromRight: boolean
): Cell {
  let text = ''
  let before: Piece | null = null
  for (const part of fromRight ? inReadingOrder(parts) : parts) {
    const gap = before === null ? 0 : fromRight ? gapFromRight(before, part, parts) : gapBetween(before, part)
    const spaced = /\s$/.test(text) || /^\s/.test(part.text)
    if (
      before !== null &&
      !spaced &&
      gap > part.size * 0.18 &&
      !betweenIdeographs(text, part.text, gap, part.size)
    )
      text += ' '
    text += mayBeRaised && isRaised(part, line) ? asRead(part.text.trim(), text) : part.text
    before = part
  }
  const last = parts.at(-1)
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: parts[0]?.x ?? 0,
    right: last ? last.x + last.width : 0
  }
}

/** The white between two pieces, whichever stands left. */
function gapBetween(one: Piece, other: Piece): number {
  return one.x <= other.x ? other.x - one.x - one.width : one.x - other.x - other.width
}

/** The white before a piece in a line that is read from the right: what is read before it may stand at another place. */
function gapFromRight(before: Piece, part: Piece, parts: readonly Piece[]): number {
  const isLeftToRight = /[\p{L}\p{N}]/u.test(part.text) && !isRightToLeft(part.text)
  if (isLeftToRight && before.x < part.x) return gapBetween(before, part)
  // A stretch that is read from the left begins where the piece before it ends, at that one's left.
  const here = isLeftToRight ? before : part
  const gaps = parts.flatMap((other) => {
    const gap = isLeftToRight ? here.x - other.x - other.width : other.x - here.x - here.width
    return other !== here && gap > -here.size * 0.5 ? [gap] : []
  })
  return gaps.length === 0 ? 0 : Math.max(0, Math.min(...gaps))
}

/** A figure above the base line, a small one a little, another clearly; one below it, as in a formula, is like any other. */
function isRaised({ text, size, y }: Piece, line: Pick<Piece, 'size' | 'y'>): boolean {
  const least = size < line.size * 0.9 ? 0.12 : 0.3
  return y < line.y - line.size * least && /^\d{1,3}$/.test(text.trim())
}

/** A raised figure refers to a note, but behind a unit of length, or a ten that is multiplied with, it is a power. */
function asRead(figure: string, before: string): string {
  const isPower =
    (/^[23]$/.test(figure) && /(?:^|[\d\s(/])[kcmd]?m$/.test(before)) || /[×x·]\s?10$/.test(before)
  if (isPower) return raised(figure)
  return `[${figure}]${before.trim() === '' ? ' ' : ''}`
}

/** Ideographs are set apart without being parted by a space. */
function betweenIdeographs(before: string, after: string, gap: number, size: number): boolean {
  return (
    gap < size &&
    /\p{Script=Han}|[，。、；：！？]$/u.test(before.slice(-1)) &&
    /^[\p{Script=Han}，。、；：！？]/u.test(after)
  )
}
