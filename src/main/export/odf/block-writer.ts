import type { Comment, Footnote, Inline, LayoutBlock, Paragraph, TextRun } from '../layout/blocks'
import { initials } from '../layout/initials'
import { paragraphLooks } from '../layout/looks'
import { element, joined, signsUnknownToXml, textNode, type Xml } from '../xml/element'
import { AutomaticStyles } from './automatic-styles'
import type { Heading } from './contents'
import { styleName } from './namespaces'
import { textSpan } from './runs'
import { tableElement } from './tables'

/** Writes blocks as OpenDocument text, and gathers the styles that they need. */
export class BlockWriter {
  readonly styles = new AutomaticStyles()
  readonly headings: Heading[] = []
  /** Signs of texts that XML cannot carry. */
  unknownSigns = 0

  /** @param language of paragraphs that say none; empty where it is that of the styles */
  constructor(private readonly language: string) {}

  write(block: Exclude<LayoutBlock, { kind: 'contents' }>): Xml {
    switch (block.kind) {
      case 'paragraph':
        return this.paragraph(block)
      case 'table':
        return tableElement(block, this.styles, (paragraph) => this.paragraph(paragraph))
      case 'bibliography':
        return joined([
          this.paragraph({
            kind: 'paragraph',
            style: 'heading1',
            inlines: [{ kind: 'text', text: block.heading }]
          }),
          ...block.entries.map((entry) => this.paragraph(entry))
        ])
    }
  }

  paragraph(paragraph: Paragraph): Xml {
    const language = paragraph.language ?? this.language
    const { level } = paragraphLooks[paragraph.style]
    const content = paragraph.inlines.flatMap((inline) => this.inline(inline, language))
    const style = { 'text:style-name': this.styles.ofParagraph(paragraph, language) }
    if (level !== undefined)
      return element(
        'text:h',
        { ...style, 'text:outline-level': level },
        ...this.bookmarked(paragraph, level, content)
      )
    const own = element('text:p', style, ...content)
    return paragraph.style === 'listItem'
      ? element(
          'text:list',
          { 'text:style-name': styleName(paragraphLooks.listItem.odf) },
          element('text:list-item', {}, own)
        )
      : own
  }

  private bookmarked({ inlines }: Paragraph, level: number, content: readonly Xml[]): Xml[] {
    const bookmark = `contents${this.headings.length + 1}`
    const words = inlines.map((each) => (each.kind === 'text' ? each.text : '')).join('')
    this.headings.push({ level, words, bookmark })
    return [
      element('text:bookmark-start', { 'text:name': bookmark }),
      ...content,
      element('text:bookmark-end', { 'text:name': bookmark })
    ]
  }

  private inline(inline: Inline, language: string): Xml[] {
    switch (inline.kind) {
      case 'text':
        return [this.text(inline, language)]
      case 'citation':
        return inline.runs.map((run) => this.text(run, language))
      case 'footnote':
        return [this.footnote(inline, language)]
      case 'commentStart':
        return [this.comment(inline.comment)]
      case 'commentEnd':
        return [element('office:annotation-end', { 'office:name': commentName(inline.comment) })]
    }
  }

  private text(run: TextRun, language: string): Xml {
    this.unknownSigns += signsUnknownToXml(run.text)
    return textSpan(run, language, this.styles)
  }

  private footnote({ number, inlines }: Footnote, language: string): Xml {
    const content = inlines.flatMap((each) => this.inline(each, language))
    return element(
      'text:note',
      { 'text:id': `note${number}`, 'text:note-class': 'footnote' },
      element('text:note-citation', {}, textNode(String(number))),
      element('text:note-body', {}, element('text:p', { 'text:style-name': 'Footnote' }, ...content))
    )
  }

  private comment(comment: Comment): Xml {
    return element(
      'office:annotation',
      { 'office:name': commentName(comment) },
      element('dc:creator', {}, textNode(comment.author)),
      element('dc:date', {}, textNode(comment.date.replace(/Z$/, ''))),
      element('meta:creator-initials', {}, textNode(initials(comment.author))),
      ...comment.paragraphs.map((runs) =>
        element('text:p', {}, ...runs.map(({ href: _, ...run }) => this.text(run, '')))
      )
    )
  }
}

function commentName({ id }: Comment): string {
  return `comment${id}`
}
