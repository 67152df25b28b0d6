import type { Row } from '../../shared/alignment/versions'
import type { Span } from '../../shared/model/offsets'

/** Links of one version with the base as a hand wants them. */
export interface Wanted {
  readonly a: readonly Span[]
  readonly b: readonly Span[]
}

/** What a hand wants of each column; columns without a word of it stay as they are. */
export type Correction = ReadonlyMap<number, readonly Wanted[]>

const baseOf = (row: Row | undefined) => row?.cells[0] ?? []
const cellOf = (row: Row | undefined, column: number) => row?.cells[column] ?? []
const versionColumns = (row: Row | undefined) => (row?.cells ?? []).map((_, column) => column).slice(1)
const sorted = (spans: readonly Span[]) => [...spans].sort((x, y) => x.start - y.start)

function one(column: number, wanted: readonly Wanted[]): Correction | null {
  const links = wanted.filter(({ a, b }) => a.length + b.length > 0)
  return column > 0 && links.length > 0 ? new Map([[column, links]]) : null
}

function rowWith(rows: readonly Row[], column: number, { start, end }: Span): number {
  return rows.findIndex((row) => cellOf(row, column).some((each) => each.start === start && each.end === end))
}

/**
 * Where a row that was seen is among the rows of now, by its first sentence; -1 where that is gone. Rows before it may have
 * been made one or cut in two meanwhile, so that its number is another's.
 */
export function rowNow(rows: readonly Row[], seen: Row | undefined): number {
  const column = seen?.cells.findIndex((cell) => cell.length > 0) ?? -1
  const first = cellOf(seen, column)[0]
  return first ? rowWith(rows, column, first) : -1
}

/** The nearest row from `row` in a direction whose cell of the column says something. */
function filledRow(rows: readonly Row[], row: number, column: number, step: 1 | -1): number | null {
  for (let at = row + step; at >= 0 && at < rows.length; at += step)
    if (cellOf(rows[at], column).length > 0) return at
  return null
}

/** The nearest row in a direction that has sentences of the base. */
function baseRow(rows: readonly Row[], row: number, step: 1 | -1): number | null {
  for (let at = row + step; at >= 0 && at < rows.length; at += step)
    if (baseOf(rows[at]).length > 0) return at
  return null
}

/** Draws the nearest sentence of the row after (1) or before (-1) into a row. */
export function take(rows: readonly Row[], row: number, column: number, step: 1 | -1): Correction | null {
  const from = filledRow(rows, row, column, step)
  if (from === null || baseOf(rows[row]).length === 0) return null
  const theirs = cellOf(rows[from], column)
  const sentence = step === 1 ? theirs[0] : theirs.at(-1)
  if (!sentence) return null
  return one(column, [
    { a: baseOf(rows[row]), b: sorted([...cellOf(rows[row], column), sentence]) },
    { a: baseOf(rows[from]), b: theirs.filter((each) => each !== sentence) }
  ])
}

/** Gives the last sentence of a row to the row after (1), or its first to the row before (-1). */
export function give(rows: readonly Row[], row: number, column: number, step: 1 | -1): Correction | null {
  const own = cellOf(rows[row], column)
  const to = baseRow(rows, row, step)
  const sentence = step === 1 ? own.at(-1) : own[0]
  return to === null || !sentence ? null : moveTo(rows, column, sentence, to)
}

/** Moves a sentence from the row that it is in to another row, also across others. */
export function moveTo(rows: readonly Row[], column: number, sentence: Span, to: number): Correction | null {
  const row = rowWith(rows, column, sentence)
  if (row === to || row === -1) return null
  const rest = cellOf(rows[row], column).filter((each) => each.start !== sentence.start)
  const target = baseOf(rows[to])
  if (target.length === 0) return null
  return one(column, [
    { a: baseOf(rows[row]), b: rest },
    { a: target, b: sorted([...cellOf(rows[to], column), sentence]) }
  ])
}

/** Says that what a version has in a row has no counterpart in the base; in the base's column, in none of them. */
export function unlink(rows: readonly Row[], row: number, column: number): Correction | null {
  const base = baseOf(rows[row])
  const columns = column > 0 ? [column] : versionColumns(rows[row])
  const wanted = columns.flatMap((at): [number, Wanted[]][] => {
    const own = cellOf(rows[row], at)
    return own.length > 0 && base.length > 0
      ? [
          [
            at,
            [
              { a: base, b: [] },
              { a: [], b: own }
            ]
          ]
        ]
      : []
  })
  return wanted.length > 0 ? new Map(wanted) : null
}

/** Accepts the links of a row as they are, of every version. */
export function accept(rows: readonly Row[], row: number): Correction | null {
  const cells = rows[row]?.cells ?? []
  const base = baseOf(rows[row])
  const wanted = cells.flatMap((own, column): [number, Wanted[]][] =>
    column > 0 && base.length + own.length > 0 && !(rows[row]?.byHand[column] ?? false)
      ? [[column, [{ a: base, b: own }]]]
      : []
  )
  return wanted.length > 0 ? new Map(wanted) : null
}

/** Makes one row of a row and the next that has sentences of the base. */
export function mergeRows(rows: readonly Row[], row: number): Correction | null {
  const next = baseRow(rows, row, 1)
  if (next === null || baseOf(rows[row]).length === 0) return null
  const a = [...baseOf(rows[row]), ...baseOf(rows[next])]
  const columns = versionColumns(rows[row])
  return new Map(
    columns.map((column) => [
      column,
      [{ a, b: sorted([...cellOf(rows[row], column), ...cellOf(rows[next], column)]) }]
    ])
  )
}

/**
 * Cuts a row in two: sentences of the base and of each version are shared out in proportion. What a version says
 * beyond the one sentence that the base has is left alone.
 */
export function splitRow(rows: readonly Row[], row: number): Correction | null {
  const base = baseOf(rows[row])
  const cut = Math.ceil(base.length / 2)
  const columns = versionColumns(rows[row])
  const wanted = columns.flatMap((column): [number, Wanted[]][] => {
    const own = cellOf(rows[row], column)
    if (base.length < 2 && own.length < 2) return []
    const share = base.length < 2 ? 1 : Math.round((own.length * cut) / base.length)
    return [
      [
        column,
        [
          { a: base.slice(0, cut), b: own.slice(0, share) },
          { a: base.slice(cut), b: own.slice(share) }
        ]
      ]
    ]
  })
  return wanted.length > 0 ? new Map(wanted) : null
}
