import { raised } from '../raised'
import { cellRuns } from './pdf-cells'

/** A run of text as it stands on a page, in points from the upper left; `y` is the base line. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

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
}

/** The lines of a page in reading order: down the left column, then down the right one, where there are two. */
export function linesOf(pieces: readonly Piece[], width: number, height: number): Line[] {
  const visible = pieces.filter((piece) => piece.text.trim() !== '' && piece.size > 2)
  const gutter = gutterOf(visible, width)
  const across = (piece: Piece) =>
    gutter !== null && piece.x < gutter - 4 && piece.x + piece.width > gutter + 4
  const rows = rowsOf(visible)
  const made: { column: number; parts: Piece[] }[] = rows.flatMap((row) => {
    if (gutter === null || row.some(across)) return [{ column: 0, parts: row }]
    const [left, right] = [row.filter((each) => each.x < gutter), row.filter((each) => each.x >= gutter)]
    return [
      ...(left.length > 0 ? [{ column: 1, parts: left }] : []),
      ...(right.length > 0 ? [{ column: 2, parts: right }] : [])
    ]
  })
  const ordered = inReadingOrder(made)
  const runs = cellRuns(ordered.map(({ parts }) => parts))
  return withColumns(
    ordered.map(({ column, parts }, at) => lineOf(parts, runs[at] ?? [parts], column, height))
  )
}

/** Lines across both columns part the page: what is above them is read first. */
function inReadingOrder<T extends { readonly column: number }>(rows: readonly T[]): T[] {
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

/** Pieces on one base line, left to right; lines from the top. Raised and lowered figures belong to the line beside them. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { y: number; size: number; parts: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const reach = (row: { y: number; size: number }) =>
      piece.size < row.size * 0.8 ? row.size * 0.7 : Math.max(2, row.size * 0.4)
    const near = rows
      .filter((row) => Math.abs(row.y - piece.y) < reach(row))
      .sort((a, b) => Math.abs(a.y - piece.y) - Math.abs(b.y - piece.y))[0]
    if (near) near.parts.push(piece)
    else rows.push({ y: piece.y, size: piece.size, parts: [piece] })
  }
  return rows.sort((a, b) => a.y - b.y).map(({ parts }) => parts.toSorted((a, b) => a.x - b.x))
}

/** Where two columns part: a white stripe near the middle that hardly any row crosses. Null where there is one column. */
function gutterOf(pieces: readonly Piece[], width: number): number | null {
  const rows = rowsOf(pieces)
  if (rows.length < 8) return null
  let best: { at: number; both: number } | null = null
  for (let at = width * 0.35; at <= width * 0.65; at += 3) {
    let [both, crossing] = [0, 0]
    for (const row of rows) {
      const crosses = row.some((each) => each.x < at - 1 && each.x + each.width > at + 1)
      const left = row.some((each) => each.x + each.width <= at)
      const right = row.some((each) => each.x >= at)
      if (crosses) crossing++
      else if (left && right) both++
    }
    if (both >= rows.length * 0.3 && crossing <= rows.length * 0.25 && both > (best?.both ?? 0) + crossing)
      best = { at, both: both - crossing }
  }
  return best?.at ?? null
}

/** How far the lines of each column reach. */
function withColumns(lines: readonly Line[]): Line[] {
  const reach = new Map<number, { left: number; right: number }>()
  for (const { column, x, right } of lines) {
    const own = reach.get(column) ?? { left: x, right }
    reach.set(column, { left: Math.min(own.left, x), right: Math.max(own.right, right) })
  }
  return lines.map((line) => {
    const { left, right } = reach.get(line.column) ?? { left: line.x, right: line.right }
    return { ...line, columnLeft: left, columnRight: right }
  })
}

function lineOf(
  parts: readonly Piece[],
  runs: readonly (readonly Piece[])[],
  column: number,
  height: number
): Line {
  const most = Math.max(...parts.map((each) => each.size))
  const y = parts.find((each) => each.size === most)?.y ?? 0
  const cells = runs.map((run) => cellOf(run, { size: most, y }, parts.length > 1))
  return {
    text: cells.map(({ text }) => text).reduce(besides, ''),
    x: parts[0]?.x ?? 0,
    y,
    right: cells.at(-1)?.right ?? 0,
    size: most,
    cells,
    column,
    columnLeft: 0,
    columnRight: 0,
    depth: y / Math.max(1, height)
  }
}

function besides(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before} ${after}`
}

/** Pieces beside one another as one text, with spaces where they are set apart. */
function cellOf(parts: readonly Piece[], line: Pick<Piece, 'size' | 'y'>, mayBeRaised: boolean): Cell {
  let text = ''
  let end: number | null = null
  for (const part of parts) {
    const gap = end === null ? 0 : part.x - end
    const spaced = /\s$/.test(text) || /^\s/.test(part.text)
    if (
      end !== null &&
      !spaced &&
      gap > part.size * 0.18 &&
      !betweenIdeographs(text, part.text, gap, part.size)
    )
      text += ' '
    text += mayBeRaised && isRaised(part, line) ? asRead(part.text.trim(), text) : part.text
    end = part.x + part.width
  }
  return { text: text.replace(/\s+/g, ' ').trim(), x: parts[0]?.x ?? 0, right: end ?? 0 }
}

/** A small figure above the base line of its own; one below it, as in a formula, is a figure like any other. */
function isRaised({ text, size, y }: Piece, line: Pick<Piece, 'size' | 'y'>): boolean {
  return size < line.size * 0.9 && y < line.y - line.size * 0.12 && /^\d{1,3}$/.test(text.trim())
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
