import Papa from 'papaparse'
import type { ExportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { alignedTable } from './table'

/** An aligned work as CSV (RFC 4180, UTF-8 with a byte-order mark). What a spreadsheet would take for a formula is escaped. */
export function alignedToCsv(work: AlignedWork, words: ExportWords): string {
  const table = alignedTable(work, words)
  return `\uFEFF${Papa.unparse(table, { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`
}
