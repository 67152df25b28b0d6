import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { type Cell, type Column, cellsOf } from './column'

/** What Excel holds: UTF-16 code units in a cell, rows in a sheet with its head. */
const longestCell = 32_767
const mostRows = 1_048_576

/** Stands at the end of a cell that was cut. */
const cutSign = ' … [cut: more than a cell of Excel holds]'

/** Widths in characters; a column of long text is wrapped. Two of those and a short one fit on a printed sheet. */
const widths = { usual: 16, long: 48 }
/** So many characters of a line stay empty, since words are not cut. */
const endOfLine = 4
const longColumns =
  /^(quote|context|citation|memo|renderings|parallel_quotes|definition|inclusion|exclusion|example|notes|version\d.*)$/

/** The face of the cells: that of Excel, for which LibreOffice has one of the same widths. */
const face = { fontFamily: 'Calibri', fontSize: 11 } as const
const atTop = { alignVertical: 'top' } as const
/** The height of a line in points, and so many lines a row shows at most: of longer texts the beginning. */
const lineHeight = 15
const mostLines = 5
/** Signs that are twice as wide as Latin letters. */
const wideSigns = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g

/** A sheet of a workbook: its columns, and its rows as they come. */
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A workbook as the bytes of a file, and how much did not fit into it. */
export interface Workbook {
  readonly bytes: Uint8Array
  /** Cells whose text was cut, and rows that were left out. */
  readonly cutCells: number
  readonly leftRows: number
}

/** The rows of a table in memory, as a sheet has them. */
export async function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>
): Promise<Sheet> {
  const cells: Cell[][] = []
  for await (const row of rows) cells.push(cellsOf(columns, row))
  return { name, head: columns.map((column) => column.name), rows: cells }
}

/**
 * Sheets as an Excel workbook: heads in bold and fixed, long texts wrapped, words as words whatever they begin with, numbers
 * as numbers. A text that is longer than a cell may be is cut, and says so at its end.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Workbook> {
  let cutCells = 0
  let leftRows = 0
  let isShielded = false
  const written = sheets.map(({ name, head, rows }) => {
    const isLong = head.map((column) => longColumns.test(column))
    const cell = (value: Cell, column: number) => {
      if (value === null || value === '') return null
      if (typeof value === 'number') return { type: Number, value, ...atTop }
      if (typeof value === 'boolean') return { type: Boolean, value, ...atTop }
      if (value.length > longestCell) cutCells++
      const text = cellText(value)
      if (text.startsWith(shield)) isShielded = true
      return { type: String, value: text, ...atTop, wrap: isLong[column] }
    }
    leftRows += Math.max(0, rows.length + 1 - mostRows)
    const data: SheetData = [
      head.map((value) => ({ type: String, value: cellText(value), fontWeight: 'bold' as const })),
      ...rows.slice(0, mostRows - 1).map((row) => heightened(row.map(cell), linesOf(row, isLong)))
    ]
    return {
      data,
      sheet: name,
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: isLong.map((long) => ({ width: long ? widths.long : widths.usual }))
    }
  })
  const file = new Uint8Array(await writeXlsxFile(written, face).toBuffer())
  return { bytes: isShielded ? withoutShields(file) : file, cutCells, leftRows }
}

/** How many lines the longest wrapped text of a row takes; about, for a workbook knows no faces. */
function linesOf(row: readonly Cell[], isLong: readonly boolean[]): number {
  let most = 1
  for (const [column, value] of row.entries()) {
    if (!isLong[column] || typeof value !== 'string') continue
    let lines = 0
    for (const line of value.split('\n')) {
      const width = line.length + (line.match(wideSigns)?.length ?? 0)
      lines += Math.max(1, Math.ceil(width / (widths.long - endOfLine)))
    }
    most = Math.max(most, lines)
  }
  return most
}

/** A row that is high enough for its wrapped words: LibreOffice does not work that out when it opens a file. */
function heightened(row: SheetData[number], lines: number): SheetData[number] {
  if (lines < 2) return row
  const height = Math.min(mostLines, lines) * lineHeight
  const first = row.findIndex((each) => each !== null)
  const cell = row[first]
  return cell && typeof cell === 'object' && 'value' in cell ? row.with(first, { ...cell, height }) : row
}

/**
 * A text as a cell holds it: `_x0041_` is how a workbook writes a character by its number (ECMA-376, 22.9.2.19), so that a
 * text with these very signs has to say so.
 */
function cellText(text: string): string {
  const whole =
    text.length <= longestCell ? text : `${wholeSigns(text, longestCell - cutSign.length)}${cutSign}`
  const told = whole.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  return told in Object.prototype ? shield + told : told
}

/** The beginning of a text, no longer than this, with no half of a pair at its end. */
function wholeSigns(text: string, length: number): string {
  return /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? text.slice(0, length - 1) : text.slice(0, length)
}

/** The writer keeps texts in a plain object: before those that every object has by itself stands a sign, taken out at the end. */
const shield = '\ue0ff'
const strings = 'xl/sharedStrings.xml'

function withoutShields(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const xml = strFromU8(parts[strings] ?? new Uint8Array())
  return zipSync({ ...parts, [strings]: strToU8(xml.replaceAll(`>${shield}`, '>')) })
}
