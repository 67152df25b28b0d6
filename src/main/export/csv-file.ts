import Papa from 'papaparse'
import { formulaStart } from '../../shared/text/spreadsheet-cell'

export type CsvCell = string | number | null

/**
 * A table as a file of comma-separated values (RFC 4180), UTF-8 with a byte-order mark so that Excel reads Chinese. What
 * a spreadsheet would take for a formula gets an apostrophe before it; `withoutApostrophe` gives the cell back.
 */
export function csvFile(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const options = { newline: '\r\n', escapeFormulae: formulaStart }
  return `\uFEFF${Papa.unparse([[...head], ...rows.map((row) => [...row])], options)}\r\n`
}

/** The same of records: a column for each name. */
export function csvOfRecords<Name extends string>(
  columns: readonly Name[],
  records: readonly Readonly<Partial<Record<Name, CsvCell>>>[]
): string {
  return csvFile(
    columns,
    records.map((record) => columns.map((name) => record[name] ?? ''))
  )
}
