import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { lineColumns } from '../../tables/line-columns'
import { writeCsv } from '../../tables/write-csv'

/** The lines of a concordance as a table: a row a line. */
export const linesAsCsv = defineFormat({
  id: 'csv',
  of: 'concordance',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a line, with both contexts and all that is known of its text.',
    'zh-CN': '用于电子表格、R 和 Python：每行索引一行，附左右语境及文本的全部信息。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    await sink.write(byteOrderMark)
    await writeCsv(lineColumns(model), model.rows, (piece) => sink.write(piece))
  }
})
