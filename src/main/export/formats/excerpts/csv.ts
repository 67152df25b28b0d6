import { byteOrderMark } from '../../csv-file'
import { defineFormat } from '../../format'
import { excerptColumns } from '../../tables/excerpt-columns'
import { excerptRows } from '../../tables/excerpt-rows'
import { writeCsv } from '../../tables/write-csv'

/** Excerpts as a table (RFC 4180), with a byte-order mark so that Excel reads Chinese. */
export const excerptsAsCsv = defineFormat({
  id: 'csv',
  of: 'excerpts',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'For spreadsheets, R and Python: a row an excerpt or a coding, with every fact of its document.',
    'zh-CN': '用于电子表格、R 和 Python：每段摘录或每条编码一行，附文档的全部信息。'
  },
  options: [
    'rows',
    'sort',
    'context',
    'memos',
    'quality',
    'furniture',
    'doubtful',
    'renderings',
    'coders',
    'citations',
    'style',
    'language'
  ],
  preview: 'table',
  async write(model, options, sink) {
    await sink.write(byteOrderMark)
    const columns = excerptColumns(model, options, model.words)
    await writeCsv(columns, excerptRows(model.items(), options.rows), (piece) => sink.write(piece))
  }
})
