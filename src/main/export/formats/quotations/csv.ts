import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { quotationColumns } from '../../quotations/quotation-columns'
import { quotationEntries } from '../../quotations/quotation-entries'
import { writeCsv } from '../../tables/write-csv'

/** The quotations of a manuscript as a table: a row a quotation. */
export const quotationsAsCsv = defineFormat({
  id: 'csv',
  of: 'quotations',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a quotation.',
    'zh-CN': '用于电子表格、R 和 Python：每处引文一行。'
  },
  options: ['language'],
  preview: 'table',
  async write(model, _, sink) {
    await sink.write(byteOrderMark)
    await writeCsv(quotationColumns, quotationEntries(model), (piece) => sink.write(piece))
  }
})
