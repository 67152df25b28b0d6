import { themePath } from '../../../../shared/excerpts/excerpt'
import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import { plainText } from '../../../../shared/export/rich-text'
import type { KnownDate } from '../../../../shared/model/document'
import { spokenNames } from '../../../../shared/model/names'
import { type CsvCell, csvFile, csvLines } from '../../csv-file'
import { defineFormat, type ExcerptsModel } from '../../format'

/** So many rows are written in one piece: some milliseconds of work. */
const rowsInPiece = 200

/** The names of the columns are fixed, so that scripts can rely on them. */
export const excerptColumns = [
  'id',
  'quote',
  'before',
  'after',
  'citation',
  'document',
  'language',
  'published',
  'event',
  'publisher',
  'author',
  'rendering',
  'paragraph',
  'themes',
  'quality',
  'memo',
  'coder',
  'created',
  'parallel',
  'renderings',
  'parallel_quotes'
] as const

/** A table for spreadsheets and scripts: a row an excerpt. */
export const excerptsAsCsv = defineFormat({
  id: 'csv',
  of: 'excerpts',
  extension: 'csv',
  group: 'count',
  label: { en: 'Table (CSV)', 'zh-CN': '表格（CSV）' },
  hint: {
    en: 'A row an excerpt, for spreadsheets and scripts.',
    'zh-CN': '每条摘录一行，供电子表格和脚本使用。'
  },
  options: ['context', 'sort', 'coders', 'doubtful', 'furniture'],
  preview: 'table',
  async write(model, _options, sink) {
    await sink.write(csvFile(excerptColumns, []))
    let rows: CsvCell[][] = []
    for await (const item of model.items()) {
      if (item.kind === 'heading') continue
      rows.push(rowOf(model, item.excerpt))
      if (rows.length < rowsInPiece) continue
      await sink.write(csvLines(rows))
      rows = []
    }
    if (rows.length > 0) await sink.write(csvLines(rows))
  }
})

function rowOf({ documents, themes, words, info }: ExcerptsModel, excerpt: ExcerptRecord): CsvCell[] {
  const document = documents.get(excerpt.document)
  const kindOf = (id: ExcerptRecord['document']) =>
    words.renderings[documents.get(id)?.rendering ?? 'unknown']
  const cells: Readonly<Record<(typeof excerptColumns)[number], CsvCell>> = {
    id: excerpt.id,
    quote: excerpt.quote,
    before: excerpt.before,
    after: excerpt.after,
    citation: plainText(excerpt.cited.note),
    document: document?.title ?? '',
    language: document?.language ?? '',
    published: dateText(document?.published),
    event: dateText(document?.event),
    publisher: document?.publisher ?? '',
    author: spokenNames(document?.csl.author),
    rendering: kindOf(excerpt.document),
    paragraph: excerpt.locator.paragraph?.from ?? null,
    themes: excerpt.themes.map((id) => themePath(themes, id)).join('; '),
    quality: excerpt.quality.map((mark) => words.marks[mark]).join('; '),
    memo: excerpt.plainMemo,
    coder: info.coders[excerpt.coder]?.name ?? '',
    created: excerpt.created,
    parallel: excerpt.parallel,
    renderings: excerpt.renderings
      .map((each) => `${kindOf(each.document)}: ${each.text || words.leftOut}`)
      .join('\n'),
    parallel_quotes: excerpt.renderings
      .flatMap(({ document: id, text, highlighted }) =>
        highlighted ? `${kindOf(id)}: ${text.slice(highlighted.start, highlighted.end)}` : []
      )
      .join('\n')
  }
  return excerptColumns.map((name) => cells[name])
}

function dateText(known: KnownDate | null | undefined): string {
  return known?.date ?? ''
}
