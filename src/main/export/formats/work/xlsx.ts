import { defineFormat } from '../../format'

/** Versions side by side as a workbook: the same table as in CSV. */
export const workAsXlsx = defineFormat({
  id: 'xlsx',
  of: 'work',
  extension: 'xlsx',
  group: 'count',
  label: { en: 'Excel workbook (XLSX)', 'zh-CN': 'Excel 工作簿（XLSX）' },
  hint: {
    en: 'For Excel and LibreOffice: the versions beside each other, with how each row is linked.',
    'zh-CN': '用于 Excel 和 LibreOffice：各版本并列，附每行的对应情况。'
  },
  options: [],
  preview: 'table',
  async write({ work, words }, _, sink) {
    const { alignedTable } = await import('../../aligned/table')
    // The library is loaded when it is needed.
    const { workbook } = await import('../../tables/workbook')
    const [head = [], ...rows] = alignedTable(work, words)
    const { bytes, cutCells, leftRows } = await workbook([{ name: 'rows', head: head.map(String), rows }])
    await sink.write(bytes)
    sink.leftOut('cutCells', cutCells)
    sink.leftOut('rowsBeyondSheet', leftRows)
  }
})
