import type { LayoutBlock, Paragraph, TextRun } from '../layout/blocks'

/** A paragraph as it is pasted into a text of one's own. */
export interface Pasted {
  readonly kind: 'heading' | 'quotation' | 'citation' | 'line'
  /** Whether it goes on with what the one before it began: a further paragraph of a quotation. */
  readonly goesOn: boolean
  readonly language: string
  readonly runs: readonly TextRun[]
}

const headings = new Set(['heading1', 'heading2', 'heading3', 'listHeading'])
const quoted = new Set(['quote', 'rendering'])

/**
 * A block of a layout as it is pasted: what Word has in a note stands below its paragraph, since a note would not come along.
 * Comments are left out, and so is what is said of a passage beside its words.
 *
 * @param language of paragraphs that say none
 */
export function pasted(block: LayoutBlock, language: string): Pasted[] {
  switch (block.kind) {
    case 'paragraph':
      return ofParagraph(block, language)
    case 'table':
      return block.rows.flat(2).flatMap((paragraph) => ofParagraph(paragraph, language))
    case 'bibliography': {
      const heading: TextRun = { kind: 'text', text: block.heading }
      return [
        { kind: 'heading', goesOn: false, language, runs: [heading] },
        ...block.entries.flatMap((entry) => ofParagraph(entry, language))
      ]
    }
    case 'contents':
      return []
  }
}

function ofParagraph(paragraph: Paragraph, language: string): Pasted[] {
  if (paragraph.style === 'details') return []
  const runs: TextRun[] = []
  const notes: TextRun[][] = []
  for (const inline of paragraph.inlines) {
    if (inline.kind === 'text') runs.push(inline)
    else if (inline.kind === 'citation') runs.push(...inline.runs)
    else if (inline.kind === 'footnote')
      notes.push(inline.inlines.flatMap((each) => (each.kind === 'text' ? [each] : each.runs)))
  }
  const own = paragraph.language ?? language
  const kind = headings.has(paragraph.style)
    ? 'heading'
    : quoted.has(paragraph.style) || paragraph.style === 'tableText'
      ? 'quotation'
      : 'line'
  return [
    { kind, goesOn: false, language: own, runs },
    ...notes.map((note): Pasted => ({ kind: 'citation', goesOn: false, language, runs: note }))
  ]
}
