import { type Excerpt, themePath } from '../../shared/excerpts/excerpt'
import type { ExcerptRecord } from '../../shared/export/excerpt-record'
import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import { plainText } from '../../shared/export/rich-text'
import type { VariorumDocument } from '../../shared/model/document'
import { type AlignedFormat, exportAligned } from './aligned/export-aligned'
import { type CodebookFormat, exportCodebook } from './codebook'
import { defineFormat, type ExcerptsModel, type ExportFormat } from './format'
import { excerptsToHtml } from './html'
import { excerptsToMarkdown } from './markdown'

/** The writers of before, called by the registry until each has its own file. */

const names = {
  md: { en: 'Markdown', 'zh-CN': 'Markdown' },
  html: { en: 'Web page', 'zh-CN': '网页' },
  csv: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  docx: { en: 'Word document', 'zh-CN': 'Word 文档' },
  xlsx: { en: 'Excel workbook', 'zh-CN': 'Excel 工作簿' }
} as const

function infoOf<Of extends ExportFormatInfo['of']>(of: Of, id: keyof typeof names) {
  const preview = id === 'docx' || id === 'html' ? id : id === 'csv' || id === 'xlsx' ? 'table' : 'text'
  return {
    id,
    of,
    extension: id,
    group: 'write',
    label: names[id],
    hint: names[id],
    options: [],
    preview
  } as const
}

export const oldExcerptFormats: readonly ExportFormat<'excerpts'>[] = (['md', 'html'] as const).map((id) =>
  defineFormat({
    ...infoOf('excerpts', id),
    async write(model, _options, sink) {
      const excerpts: Excerpt[] = []
      for await (const item of model.items())
        if (item.kind === 'excerpt') excerpts.push(...excerptOf(model, item.excerpt))
      const pieces = { md: excerptsToMarkdown, html: excerptsToHtml }[id]
      for (const piece of pieces(model.page.title, excerpts, model.words)) await sink.write(piece)
    }
  })
)

function excerptOf({ documents, themes, words, info }: ExcerptsModel, record: ExcerptRecord): Excerpt[] {
  const document = documents.get(record.document)
  if (!document) return []
  const renderings = record.renderings.flatMap((each) => {
    const other: VariorumDocument | undefined = documents.get(each.document)
    const { highlighted: at } = each
    return other
      ? {
          title: other.title,
          language: other.language,
          kind: words.renderings[other.rendering],
          text: each.text,
          highlighted: at ? each.text.slice(at.start, at.end) : ''
        }
      : []
  })
  const { id, quality, created, parallel, quote, plainMemo: memo } = record
  return [
    {
      document,
      annotation: { id, quality: [...quality], created, parallel },
      coder: info.coders[record.coder]?.name ?? '',
      quote,
      memo,
      sentence: record.before + quote + record.after,
      citation: plainText(record.cited.note),
      paragraph: record.locator.paragraph?.from ?? null,
      themes: record.themes.map((each) => themePath(themes, each)),
      renderings
    }
  ]
}

export const oldWorkFormats: readonly ExportFormat<'work'>[] = (
  ['html', 'docx', 'csv', 'xlsx'] as const satisfies readonly AlignedFormat[]
).map((id) =>
  defineFormat({
    ...infoOf('work', id),
    write: async ({ work, words }, _options, sink) => sink.write(await exportAligned(id, work, words))
  })
)

export const oldCodebookFormats: readonly ExportFormat<'codebook'>[] = (
  ['md', 'html', 'csv'] as const satisfies readonly CodebookFormat[]
).map((id) =>
  defineFormat({
    ...infoOf('codebook', id),
    write: (model, _options, sink) => sink.write(exportCodebook(id, model, model.language))
  })
)
