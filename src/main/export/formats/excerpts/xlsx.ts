import { defineFormat, type TitlePage } from '../../format'
import { codebookColumns, themesInOrder } from '../../tables/codebook-columns'
import { documentColumns } from '../../tables/document-columns'
import { excerptColumns } from '../../tables/excerpt-columns'
import { excerptRows } from '../../tables/excerpt-rows'
import type { Sheet } from '../../tables/workbook'

/** Excerpts as a workbook: the table of CSV, the codebook, the documents, and what chose them, a sheet each. */
export const excerptsAsXlsx = defineFormat({
  id: 'xlsx',
  of: 'excerpts',
  extension: 'xlsx',
  group: 'count',
  label: { en: 'Excel workbook (XLSX)', 'zh-CN': 'Excel 工作簿（XLSX）' },
  hint: {
    en: 'For Excel and LibreOffice: a sheet each for the excerpts, the codebook and the documents.',
    'zh-CN': '用于 Excel 和 LibreOffice：摘录、编码本和文档各一张工作表。'
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
    // The library is loaded when it is needed.
    const { sheetOf, workbook } = await import('../../tables/workbook')
    const { words, themes, groups, documents, page } = model
    const { bytes, cutCells, leftRows } = await workbook([
      await sheetOf(
        options.rows === 'coding' ? 'codings' : 'excerpts',
        excerptColumns(model, options, words),
        excerptRows(model.items(), options.rows)
      ),
      await sheetOf('codebook', codebookColumns(themes, groups, []), themesInOrder(themes)),
      await sheetOf('documents', documentColumns(model), documents.values()),
      aboutSheet(page)
    ])
    await sink.write(bytes)
    sink.leftOut('cutCells', cutCells)
    sink.leftOut('rowsBeyondSheet', leftRows)
  }
})

function aboutSheet({ title, project, chosenBy, made, change, version }: TitlePage): Sheet {
  return {
    name: 'about',
    head: ['fact', 'value'],
    rows: [
      ['title', title],
      ['project', project],
      ['chosen_by', chosenBy],
      ['made', made],
      ['change', change],
      ['version', version]
    ]
  }
}
