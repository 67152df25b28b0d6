import type { ExcerptRecord, ExcerptRendering } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { plainText } from '../../../shared/export/rich-text'
import type { ExcerptsModel } from '../format'
import { textWord, themeName, versionName } from '../text-words'
import { listItem, type MarkedStretch, markdownLine, markdownParagraphs, quoted } from './blocks'
import { memoMarkdown } from './memo-markdown'
import { richMarkdown } from './rich-markdown'

/** What a file of notes writes in another way than a file of excerpts. */
export interface ExcerptWriting {
  /** Themes and marks of the wording; where nothing is said, by their names. */
  readonly theme?: (id: ExcerptRecord['themes'][number]) => string
  readonly memo?: (memo: string) => string[]
  /** Stands in a line of its own behind the quotation. */
  readonly blockId?: string
}

/**
 * An excerpt as Markdown: the quotation with its context (what is highlighted in bold then), its citation as footnote `note`
 * or in the text, and below it what the other versions say, themes, marks and the memo.
 */
export function excerptMarkdown(
  excerpt: ExcerptRecord,
  model: Pick<ExcerptsModel, 'documents' | 'themes' | 'words' | 'language'>,
  options: ExportOptions,
  note: number,
  writing: ExcerptWriting = {}
): string {
  const { cited } = excerpt
  const isCited = options.citations === 'notes' && plainText(cited.note) !== ''
  const lines = quotationLines(excerpt)
  const inText = options.citations === 'text' ? richMarkdown(cited.inText) : ''
  lines[lines.length - 1] += isCited ? `[^${note}]` : inText && ` ${inText}`
  const facts = factItems(excerpt, model, options, writing)
  return [
    quoted(lines),
    ...(writing.blockId ? [`^${writing.blockId}`] : []),
    ...(facts.length > 0 ? [facts.map(listItem).join('\n')] : []),
    ...(isCited ? [`[^${note}]: ${richMarkdown(cited.note)}`] : [])
  ].join('\n\n')
}

/** The quotation, its context about it, an ellipsis where the paragraph goes on. */
function quotationLines({ before, quote, after, goesOnBefore, goesOnAfter }: ExcerptRecord): string[] {
  const opening = goesOnBefore ? '… ' : ''
  const closing = goesOnAfter ? ' …' : ''
  const start = opening.length + before.length
  const hasContext = before !== '' || after !== ''
  const marks = hasContext ? [{ start, end: start + quote.length, as: 'strong' as const }] : []
  return markdownParagraphs(opening + before + quote + after + closing, { marks })
}

function factItems(
  excerpt: ExcerptRecord,
  { documents, themes, words, language }: Pick<ExcerptsModel, 'documents' | 'themes' | 'words' | 'language'>,
  options: ExportOptions,
  writing: ExcerptWriting
): string[][] {
  const items: string[][] = []
  const { theme = (id) => markdownLine(themeName(themes, id)), memo = memoMarkdown } = writing
  if (excerpt.themes.length > 0) items.push([`${words.themes}: ${excerpt.themes.map(theme).join('; ')}`])
  if (options.quality && excerpt.quality.length > 0)
    items.push([`${words.quality}: ${excerpt.quality.map((mark) => words.marks[mark]).join('; ')}`])
  const remarks = [
    ...(excerpt.earlier === null ? [] : [textWord('earlier', language, excerpt.earlier.slice(0, 10))]),
    ...(excerpt.furniture ? [textWord('furniture', language)] : [])
  ]
  if (remarks.length > 0) items.push([remarks.join('; ')])
  if (options.renderings !== 'none')
    for (const rendering of excerpt.renderings) {
      const name = markdownLine(versionName(documents.get(rendering.document), words))
      const [first = '', ...others] = renderingLines(rendering, words.leftOut)
      items.push([`${name}: ${first}`, ...others])
    }
  if (options.memos !== 'none' && excerpt.memo.trim() !== '')
    items.push([`${words.memo}:`, '', ...memo(excerpt.memo)])
  return items
}

/** What a version says: the words highlighted in parallel in bold, those that differ underlined. */
function renderingLines({ text, highlighted, differences }: ExcerptRendering, leftOut: string): string[] {
  if (text === '') return [`*${leftOut}*`]
  const marks: MarkedStretch[] = [
    ...(highlighted ? [{ ...highlighted, as: 'strong' as const }] : []),
    ...differences.map((each) => ({ ...each, as: 'underlined' as const }))
  ]
  return markdownParagraphs(text, { marks, beginsLine: false })
}
