import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import type {
  Bibliography,
  CitationRun,
  Inline,
  LayoutBlock,
  Paragraph,
  Table,
  TextRun
} from '../layout/blocks'
import { paragraphLooks } from '../layout/looks'
import { element, joined, signsUnknownToXml, type Xml } from '../xml/element'
import type { Heading } from './contents'
import { field, fieldEdges } from './fields'
import { runLanguage } from './languages'
import { commentElement, footnoteElement, noteReference } from './notes'
import { Relations } from './relations'
import { textRun } from './runs'
import { tableElement } from './tables'
import { twips, wordColour } from './units'
import { bibliographyField, citationField } from './zotero'

const indentStep = 0.6

/** Writes blocks as WordprocessingML, and gathers what goes into other parts of the package. */
export class BlockWriter {
  readonly relations = new Relations()
  readonly noteRelations = new Relations()
  readonly footnotes: Xml[] = []
  readonly comments: Xml[] = []
  readonly headings: Heading[] = []
  /** Signs of texts that XML cannot carry. */
  unknownSigns = 0
  private citations = 0

  /**
   * @param language of paragraphs that say none; empty where it is that of the styles
   * @param live the documents that are cited by live fields; null where citations are plain words
   */
  constructor(
    private readonly language: string,
    private readonly live: ReadonlyMap<DocumentId, VariorumDocument> | null
  ) {}

  write(block: Exclude<LayoutBlock, { kind: 'contents' }>): Xml {
    switch (block.kind) {
      case 'paragraph':
        return this.paragraph(block)
      case 'table':
        return this.table(block)
      case 'bibliography':
        return this.bibliography(block)
    }
  }

  paragraph(paragraph: Paragraph, before: readonly Xml[] = [], after: readonly Xml[] = []): Xml {
    const language = paragraph.language ?? this.language
    const { level } = paragraphLooks[paragraph.style]
    const content = paragraph.inlines.flatMap((inline) => this.inline(inline, language))
    const marked = level === undefined ? content : this.bookmarked(paragraph, level, content)
    return element('w:p', {}, properties(paragraph, language), ...before, ...marked, ...after)
  }

  private bookmarked({ inlines }: Paragraph, level: number, content: readonly Xml[]): Xml[] {
    const id = this.headings.length
    const bookmark = `_Toc${String(id + 1).padStart(8, '0')}`
    const words = inlines.map((each) => (each.kind === 'text' ? each.text : '')).join('')
    this.headings.push({ level, words, bookmark })
    return [
      element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark }),
      ...content,
      element('w:bookmarkEnd', { 'w:id': id })
    ]
  }

  private inline(inline: Inline, language: string): Xml[] {
    switch (inline.kind) {
      case 'text':
        return [this.text(inline, language, this.relations)]
      case 'citation':
        return this.citation(inline, language, this.relations)
      case 'footnote': {
        const content = inline.inlines.flatMap((each) =>
          each.kind === 'text'
            ? [this.text(each, language, this.noteRelations)]
            : this.citation(each, language, this.noteRelations)
        )
        this.footnotes.push(footnoteElement(inline.number, content))
        return [noteReference('footnote', inline.number)]
      }
      case 'commentStart':
        return [element('w:commentRangeStart', { 'w:id': inline.comment.id })]
      case 'commentEnd':
        for (const { text } of inline.comment.paragraphs.flat()) this.unknownSigns += signsUnknownToXml(text)
        this.comments.push(commentElement(inline.comment))
        return [
          element('w:commentRangeEnd', { 'w:id': inline.comment.id }),
          noteReference('comment', inline.comment.id)
        ]
    }
  }

  private text(run: TextRun, language: string, relations: Relations): Xml {
    this.unknownSigns += signsUnknownToXml(run.text)
    return textRun(run, language, relations)
  }

  private citation(citation: CitationRun, language: string, relations: Relations): Xml[] {
    const shown = citation.runs.map((run) => this.text(run, language, relations))
    const document = this.live?.get(citation.data.document)
    return document ? field(citationField(citation, document, ++this.citations), shown) : shown
  }

  private table(table: Table): Xml {
    return tableElement(table, (paragraph) => this.paragraph(paragraph))
  }

  private bibliography({ heading, entries }: Bibliography): Xml {
    const title = this.paragraph({
      kind: 'paragraph',
      style: 'heading1',
      withNext: true,
      inlines: [{ kind: 'text', text: heading }]
    })
    const edges = this.live ? fieldEdges(bibliographyField) : null
    const paragraphs = entries.map((entry, at) =>
      this.paragraph(
        entry,
        edges && at === 0 ? edges.begin : [],
        edges && at === entries.length - 1 ? [edges.end] : []
      )
    )
    return joined([title, ...paragraphs])
  }
}

/** In the order in which the schema wants them. */
function properties(paragraph: Paragraph, language: string): Xml {
  const look = paragraphLooks[paragraph.style]
  const parts = [element('w:pStyle', { 'w:val': look.word[0] })]
  if (paragraph.withNext) parts.push(element('w:keepNext', {}))
  if (paragraph.colour !== undefined) {
    const bar = { 'w:val': 'single', 'w:sz': 24, 'w:space': 8, 'w:color': wordColour(paragraph.colour) }
    parts.push(element('w:pBdr', {}, element('w:left', bar)))
  }
  if (runLanguage(language, '').isFromRightToLeft) parts.push(element('w:bidi', {}))
  if (paragraph.indent !== undefined && paragraph.indent > 0) {
    const left = twips((look.left ?? 0) + paragraph.indent * indentStep)
    const hanging = look.hanging === undefined ? undefined : twips(look.hanging)
    parts.push(element('w:ind', { 'w:left': left, 'w:hanging': hanging }))
  }
  // From right to left Word means the other edge by the same word.
  if (paragraph.isAtEnd) parts.push(element('w:jc', { 'w:val': 'right' }))
  return element('w:pPr', {}, ...parts)
}
