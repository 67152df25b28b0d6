import Papa from 'papaparse'
import { withApostrophe } from '../../shared/text/spreadsheet-cell'

export type CsvCell = string | number | boolean | null

/** So that Excel reads UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * A table as a file of comma-separated values (RFC 4180), UTF-8 with a byte-order mark so that Excel reads Chinese. Words that
 * a spreadsheet would compute get an apostrophe before them; `withoutApostrophe` gives the cell back. Numbers stay numbers.
 */
export function csvFile(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `${byteOrderMark}${csvLines([head, ...rows])}`
}

/** Rows of a table, each with its line end. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withApostrophe(cell) : cell)))
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`
}

type CsvRecord<Name extends string> = Readonly<Partial<Record<Name, CsvCell>>>

/** The same of records: a column for each name. */
export function csvOfRecords<Name extends string>(
  columns: readonly Name[],
  records: readonly CsvRecord<Name>[]
): string {
  return [...csvPieces(columns, records, (record) => record)].join('')
}

/** So many rows are written in one piece: some milliseconds of work. */
const rowsInPiece = 200

/** The same piece by piece, so that other work gets its turn in between. */
export function* csvPieces<Name extends string, Item>(
  columns: readonly Name[],
  items: readonly Item[],
  recordOf: (item: Item) => CsvRecord<Name>
): Generator<string> {
  yield csvFile(columns, [])
  for (let at = 0; at < items.length; at += rowsInPiece)
    yield csvLines(
      items.slice(at, at + rowsInPiece).map((item) => {
        const record = recordOf(item)
        return columns.map((name) => record[name] ?? '')
      })
    )
}
