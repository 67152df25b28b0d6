import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { qualityColumns } from '../../tables/quality-columns'
import { writeCsv } from '../../tables/write-csv'

/** A report on the wording of a version as a table: a row a finding. */
export const qualityAsCsv = defineFormat({
  id: 'csv',
  of: 'quality',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row a finding, the dismissed too.',
    'zh-CN': '用于电子表格、R 和 Python：每个问题一行，包括已忽略的。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    await sink.write(byteOrderMark)
    await writeCsv(qualityColumns(model), model.entries, (piece) => sink.write(piece))
  }
})
