import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { formulaColumns, formulaRows } from '../../tables/formula-columns'
import { writeCsv } from '../../tables/write-csv'

/** The register as a table: a row a rendering. */
export const formulaeAsCsv = defineFormat({
  id: 'csv',
  of: 'formulae',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a rendering, with counts and dates.',
    'zh-CN': '用于电子表格、R 和 Python：每种译法一行，附计数与日期。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    await sink.write(byteOrderMark)
    await writeCsv(formulaColumns(model.info), formulaRows(model), (piece) => sink.write(piece))
  }
})
