import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import type { Block } from '../../../shared/model/text-content'
import type { DocumentModel } from '../format'
import { type AnnotatedSegment, annotatedSegments } from './annotated-runs'
import { type Comment, type Inline, type Paragraph, type ParagraphStyle, text } from './blocks'
import type { BlockHighlight } from './highlights-by-block'
import { layoutWords } from './layout-words'
import { memoLines } from './memo-lines'
import { themeLine } from './theme-line'

const headings = ['heading1', 'heading2', 'heading3'] as const

/** Lays out the blocks of one annotated text; comments are counted through the whole of it. */
export class DocumentBlocks {
  private readonly comments = new Map<Annotation, Comment | null>()
  private count = 0

  constructor(
    private readonly model: DocumentModel,
    private readonly options: ExportOptions
  ) {}

  /** A block with its highlights, and the memos of those that end in it. */
  of(block: Block, highlights: readonly BlockHighlight[]): Paragraph[] {
    return [this.paragraph(block, highlights, styleOf(block)), ...this.memosBelow(highlights)]
  }

  /** What stands in a cell of a table. */
  cell(block: Block, highlights: readonly BlockHighlight[]): Paragraph[] {
    return [this.paragraph(block, highlights, 'tableText'), ...this.memosBelow(highlights)]
  }

  private paragraph(block: Block, highlights: readonly BlockHighlight[], style: ParagraphStyle): Paragraph {
    const segments = annotatedSegments(block.text, highlights, block.marks ?? [], this.model.themes)
    const { language } = this.model.document
    return {
      kind: 'paragraph',
      style,
      language,
      inlines: [...numberOf(block, style), ...this.commented(segments, highlights)]
    }
  }

  private commented(segments: readonly AnnotatedSegment[], highlights: readonly BlockHighlight[]): Inline[] {
    const starts = new Map<number, Inline[]>()
    const ends = new Map<number, Inline[]>()
    const add = (places: Map<number, Inline[]>, at: number, inline: Inline) =>
      places.set(at, [...(places.get(at) ?? []), inline])
    for (const { start, end, begins, ends: isEnd, annotation } of highlights) {
      const comment = this.commentOn(annotation)
      if (comment === null) continue
      if (begins) add(starts, start, { kind: 'commentStart', comment })
      if (isEnd) add(ends, end, { kind: 'commentEnd', comment })
    }
    return segments.flatMap(({ start, end, run }) => [
      ...(starts.get(start) ?? []),
      run,
      ...(ends.get(end) ?? [])
    ])
  }

  /** What a comment says of a highlight: its themes, marks of the wording, and the memo. Null where that is nothing. */
  private commentOn(annotation: Annotation): Comment | null {
    const known = this.comments.get(annotation)
    if (known !== undefined) return known
    const { words, themes, info, language } = this.model
    const { colon, separator } = layoutWords(language)
    const named = themeLine(themes, themesOf(annotation), separator)
    const marks = this.options.quality ? annotation.quality.map((mark) => words.marks[mark]) : []
    const paragraphs = [
      ...(named === '' ? [] : [[text(`${words.themes}${colon}${named}`)]]),
      ...(marks.length === 0 ? [] : [[text(`${words.quality}${colon}${marks.join(separator)}`)]]),
      ...(this.options.memos === 'comments' ? memoLines(annotation.memo) : [])
    ]
    const comment =
      paragraphs.length === 0
        ? null
        : {
            id: this.count++,
            author: info.coders[annotation.coder]?.name ?? '',
            date: annotation.modified,
            paragraphs
          }
    this.comments.set(annotation, comment)
    return comment
  }

  private memosBelow(highlights: readonly BlockHighlight[]): Paragraph[] {
    if (this.options.memos !== 'text') return []
    const { colon } = layoutWords(this.model.language)
    return highlights
      .filter(({ ends }) => ends)
      .flatMap(({ annotation }) =>
        memoLines(annotation.memo).map(
          (line, at): Paragraph => ({
            kind: 'paragraph',
            style: 'memo',
            inlines: [...(at === 0 ? [text(`${quotedStart(annotation)}${colon}`)] : []), ...line]
          })
        )
      )
  }
}

/** By how many signs a memo tells which passage it is on. */
const longestStart = 40

function quotedStart({ selector }: Annotation): string {
  const signs = Array.from(selector.exact.replaceAll('\n', ' '))
  return signs.length <= longestStart ? `“${signs.join('')}”` : `“${signs.slice(0, longestStart).join('')}…”`
}

function styleOf({ kind, level }: Block): ParagraphStyle {
  switch (kind) {
    case 'heading':
      return headings[Math.min(headings.length, level ?? 1) - 1] ?? 'heading3'
    case 'list-item':
      return 'listItem'
    case 'quotation':
      return 'quote'
    case 'caption':
      return 'caption'
    case 'note':
      return 'smallNote'
    default:
      return 'numbered'
  }
}

/** The number of a paragraph, out in the margin where its style has room for it. */
function numberOf({ number }: Block, style: ParagraphStyle): Inline[] {
  if (style === 'numbered') return [text(`${number ?? ''}\t`, { style: 'number' })]
  return number === null ? [] : [text(`${number}\u2002`, { style: 'number' })]
}
