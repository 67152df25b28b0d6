import { defineFormat } from '../../format'
import { formulaColumns, formulaRows } from '../../tables/formula-columns'

/** The register as a workbook: a row a rendering. */
export const formulaeAsXlsx = defineFormat({
  id: 'xlsx',
  of: 'formulae',
  extension: 'xlsx',
  group: 'count',
  label: { en: 'Excel workbook (XLSX)', 'zh-CN': 'Excel 工作簿（XLSX）' },
  hint: {
    en: 'For Excel and LibreOffice: a row a rendering, with counts and dates.',
    'zh-CN': '用于 Excel 和 LibreOffice：每种译法一行，附计数与日期。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    // The library is loaded when it is needed.
    const { sheetOf, workbook } = await import('../../tables/workbook')
    const sheet = await sheetOf('formulae', formulaColumns(model.info), formulaRows(model))
    const { bytes, cutCells, leftRows } = await workbook([sheet])
    await sink.write(bytes)
    sink.leftOut('cutCells', cutCells)
    sink.leftOut('rowsBeyondSheet', leftRows)
  }
})
