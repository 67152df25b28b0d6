import { csvFile, csvLines } from '../../csv-file'
import { defineFormat } from '../../format'

/** So many rows are written in one piece: some milliseconds of work. */
const rowsInPiece = 250

/** Versions side by side as a table, with how each row is linked and how it parts. */
export const workAsCsv = defineFormat({
  id: 'csv',
  of: 'work',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a row, with how it is linked and how it parts.',
    'zh-CN': '用于电子表格、R 和 Python：逐行列出各版本及其对应情况和差异。'
  },
  options: [],
  preview: 'table',
  async write({ work, words }, _, sink) {
    const { alignedTable } = await import('../../aligned/table')
    const [head = [], ...rows] = alignedTable(work, words)
    await sink.write(csvFile(head.map(String), []))
    for (let at = 0; at < rows.length; at += rowsInPiece)
      await sink.write(csvLines(rows.slice(at, at + rowsInPiece)))
  }
})
