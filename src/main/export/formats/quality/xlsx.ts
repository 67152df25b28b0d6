import { defineFormat } from '../../format'
import { qualityColumns } from '../../tables/quality-columns'

/** A report on the wording of a version as a workbook: a row a finding. */
export const qualityAsXlsx = defineFormat({
  id: 'xlsx',
  of: 'quality',
  extension: 'xlsx',
  group: 'count',
  label: { en: 'Excel workbook (XLSX)', 'zh-CN': 'Excel 工作簿（XLSX）' },
  hint: {
    en: 'For Excel and LibreOffice: a row a finding, the dismissed too.',
    'zh-CN': '用于 Excel 和 LibreOffice：每个问题一行，包括已忽略的。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    // The library is loaded when it is needed.
    const { sheetOf, workbook } = await import('../../tables/workbook')
    const sheet = await sheetOf('findings', qualityColumns(model), model.entries)
    const { bytes, cutCells, leftRows } = await workbook([sheet])
    await sink.write(bytes)
    sink.leftOut('cutCells', cutCells)
    sink.leftOut('rowsBeyondSheet', leftRows)
  }
})
