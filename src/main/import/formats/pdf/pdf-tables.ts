import type { ParsedBlock } from '../../parsed'
import type { Cell, Line } from './pdf-lines'

/** A table as it was found on a page: its rows, and the lines that they were made of. */
export interface FoundTable {
  readonly lines: ReadonlySet<Line>
  /** Every row has the same columns; a cell may be empty. */
  readonly rows: readonly (readonly string[])[]
}

/** Cells of a table are mostly short; what is longer is text in columns. */
const longestCell = 60
/** Lines of one table stand no further apart than this, in sizes of their type. */
const widestGap = 3.2

/**
 * Tables among the lines of a page, by the line they begin with: two rows and more of cells that stand wide apart and under
 * one another. A line within one column goes on with the cell above it. `passed` are lines that cannot be of a table.
 */
export function tablesIn(lines: readonly Line[], passed: ReadonlySet<Line>): Map<Line, FoundTable> {
  const found = new Map<Line, FoundTable>()
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at]
    const table = first && !passed.has(first) ? tableFrom(lines, at, passed) : null
    if (!first || !table) continue
    found.set(first, table)
    at += table.lines.size - 1
  }
  return found
}

interface Column {
  left: number
  right: number
}

function tableFrom(lines: readonly Line[], from: number, passed: ReadonlySet<Line>): FoundTable | null {
  const run = runFrom(lines, from, passed)
  if (run.filter(({ cells }) => cells.length > 1).length < 2) return null
  const columns = columnsOf(run)
  if (columns.length < 2) return null
  const rows: string[][] = []
  for (const { cells } of run) {
    const row = columns.map(() => [] as string[])
    for (const cell of cells) {
      const own = row[columns.findIndex((column) => overlaps(column, cell))]
      if (!own || own.length > 0) return null
      own.push(cell.text)
    }
    const texts = row.map(([text = '']) => text)
    const above = rows.at(-1)
    if (cells.length === 1 && above)
      rows[rows.length - 1] = above.map((text, at) => joinedCell(text, texts[at] ?? ''))
    else rows.push(texts)
  }
  const filled = rows.flat().filter((text) => text !== '')
  const long = filled.filter((text) => text.length > longestCell).length
  return rows.length > 1 && long <= filled.length * 0.2 ? { lines: new Set(run), rows } : null
}

/** Lines one under another, from one of several cells on; one of a single cell only between such lines and close to the one above. */
function runFrom(lines: readonly Line[], from: number, passed: ReadonlySet<Line>): Line[] {
  const run: Line[] = []
  for (const line of lines.slice(from)) {
    const last = run.at(-1)
    const isNear = !last || (line.y > last.y && line.y - last.y < line.size * widestGap)
    if (passed.has(line) || line.column !== (last ?? line).column || !isNear) break
    if (line.cells.length < 2 && (!last || line.y - last.y > line.size * 1.45 || !isWithin(line, run))) break
    run.push(line)
  }
  while (run.length > 0 && (run.at(-1)?.cells.length ?? 0) < 2 && !isWithin(run.at(-1), run.slice(0, -1)))
    run.pop()
  return run
}

/** Whether a line of one cell lies within a single column of the rows above it, and not the first: that is where text begins. */
function isWithin(line: Line | undefined, rows: readonly Line[]): boolean {
  const [cell] = line?.cells ?? []
  if (!cell) return false
  const columns = columnsOf(rows)
  const under = columns.flatMap((column, at) => (overlaps(column, cell) ? [at] : []))
  return under.length === 1 && (under[0] ?? 0) > 0
}

/** Where cells stand under one another, left to right. */
function columnsOf(rows: readonly Line[]): Column[] {
  const columns: Column[] = []
  const cells = rows
    .filter((row) => row.cells.length > 1)
    .flatMap((row) => row.cells)
    .toSorted((a, b) => a.x - b.x)
  for (const { x, right } of cells) {
    const last = columns.at(-1)
    if (last && x < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left: x, right })
  }
  return columns
}

function overlaps({ left, right }: Column, cell: Cell): boolean {
  return cell.x < right && cell.right > left
}

function joinedCell(above: string, more: string): string {
  if (more === '') return above
  return /\p{Script=Han}$/u.test(above) && /^\p{Script=Han}/u.test(more)
    ? above + more
    : `${above} ${more}`.trim()
}

/** A found table as blocks, row by row. */
export function cellBlocks({ rows }: FoundTable, table: number, page: number): ParsedBlock[] {
  return rows.flatMap((row, at) =>
    row.map((text, column) => ({
      kind: 'cell' as const,
      table,
      row: at,
      column,
      text,
      page,
      furniture: false
    }))
  )
}
