import { defineFormat } from '../../format'
import { lineColumns } from '../../tables/line-columns'

/** The lines of a concordance as a workbook, its steps on a sheet of their own. */
export const linesAsXlsx = defineFormat({
  id: 'xlsx',
  of: 'concordance',
  extension: 'xlsx',
  group: 'count',
  label: { en: 'Excel workbook (XLSX)', 'zh-CN': 'Excel 工作簿（XLSX）' },
  hint: {
    en: 'For Excel and LibreOffice: a row a line; the steps that led to them on a second sheet.',
    'zh-CN': '用于 Excel 和 LibreOffice：每行索引一行；所经步骤在第二张工作表。'
  },
  options: [],
  preview: 'table',
  async write(model, _, sink) {
    // The library is loaded when it is needed.
    const { sheetOf, workbook } = await import('../../tables/workbook')
    const steps = [[0, model.page.chosenBy], ...model.steps.map((step, at) => [at + 1, step])]
    const { bytes, cutCells, leftRows } = await workbook([
      await sheetOf('lines', lineColumns(model), model.rows),
      { name: 'steps', head: ['step', 'what'], rows: steps }
    ])
    await sink.write(bytes)
    sink.leftOut('cutCells', cutCells)
    sink.leftOut('rowsBeyondSheet', leftRows)
  }
})
