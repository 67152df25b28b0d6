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
  let lines = ''
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) lines += at === 0 ? written(row[at]) : `,${written(row[at])}`
    lines += '\r\n'
  }
  return lines
}

/** What stands in a field only within quotation marks; some readers take white space at its ends away. */
const toQuote = /[",\r\n\uFEFF]|^ | $/

/** A test holds it equal to what papaparse writes, which takes five times as long. */
function written(cell: CsvCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = withApostrophe(cell)
  return toQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type CsvRecord<Name extends string> = Readonly<Partial<Record<Name, CsvCell>>>

/** The same of records: a column for each name. */
export function csvOfRecords<Name extends string>(
  columns: readonly Name[],
  records: readonly CsvRecord<Name>[]
): string {
  const rows = records.map((record) => columns.map((name) => record[name] ?? ''))
  return csvFile(columns, rows)
}
