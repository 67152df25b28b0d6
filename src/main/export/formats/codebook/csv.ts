import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { codebookColumns, themesInOrder } from '../../tables/codebook-columns'
import { countColumns } from '../../tables/codebook-entries'
import { writeCsv } from '../../tables/write-csv'

/** The codebook as a table: a row a theme. */
export const codebookAsCsv = defineFormat({
  id: 'csv',
  of: 'codebook',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a theme.',
    'zh-CN': '用于电子表格、R 和 Python：每个主题一行。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    await sink.write(byteOrderMark)
    const columns = codebookColumns(model.themes, model.groups, countColumns(model))
    await writeCsv(columns, themesInOrder(model.themes), (piece) => sink.write(piece))
  }
})
