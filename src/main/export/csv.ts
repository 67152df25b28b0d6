import { dateText } from '../../shared/excerpts/citation'
import type { Excerpt } from '../../shared/excerpts/excerpt'
import { spokenNames } from '../../shared/model/names'
import { csvPieces } from './csv-file'
import type { ExportWords } from './words'

/**
 * Excerpts as CSV, piece by piece. The column names are fixed, so that scripts can rely on them.
 */
export function excerptsToCsv(
  _title: string,
  excerpts: readonly Excerpt[],
  words: ExportWords
): Iterable<string> {
  return csvPieces(excerptColumns, excerpts, (each) => ({
    id: each.annotation.id,
    quote: each.quote,
    sentence: each.sentence,
    citation: each.citation,
    document: each.document.title,
    language: each.document.language,
    published: dateText(each.document.published),
    event: dateText(each.document.event),
    publisher: each.document.publisher,
    author: spokenNames(each.document.csl.author),
    rendering: words.renderings[each.document.rendering],
    paragraph: each.paragraph ?? '',
    themes: each.themes.join('; '),
    quality: each.annotation.quality.map((mark) => words.marks[mark]).join('; '),
    memo: each.memo,
    coder: each.coder,
    created: each.annotation.created,
    parallel: each.annotation.parallel ?? '',
    renderings: each.renderings.map(({ kind, text }) => `${kind}: ${text || words.leftOut}`).join('\n'),
    parallel_quotes: each.renderings
      .filter(({ highlighted }) => highlighted !== '')
      .map(({ kind, highlighted }) => `${kind}: ${highlighted}`)
      .join('\n')
  }))
}

export const excerptColumns = [
  'id',
  'quote',
  'sentence',
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
