import { element, joined, textNode, type Xml } from '../xml/element'
import { field, fieldEdges } from './fields'

/** A heading of the file, and the bookmark that stands around it. */
export interface Heading {
  readonly level: number
  readonly words: string
  readonly bookmark: string
}

/**
 * The table of contents as a field that Word works out when it opens the file. Until then, and in programs that do not, it
 * holds the headings as links, with fields for the numbers of their pages.
 */
export function contentsField(title: Xml, headings: readonly Heading[]): Xml {
  const { begin, end } = fieldEdges('TOC \\o "1-3" \\h \\z \\u')
  const entries = headings.map(({ level, words, bookmark }, at) =>
    element(
      'w:p',
      {},
      element('w:pPr', {}, element('w:pStyle', { 'w:val': `TOC${level}` })),
      ...(at === 0 ? begin : []),
      element(
        'w:hyperlink',
        { 'w:anchor': bookmark, 'w:history': 1 },
        run(element('w:t', { 'xml:space': 'preserve' }, textNode(words))),
        run(element('w:tab', {})),
        ...field(`PAGEREF ${bookmark} \\h`, [run(element('w:t', {}, textNode('–')))])
      ),
      ...(at === headings.length - 1 ? [end] : [])
    )
  )
  const gallery = element(
    'w:docPartObj',
    {},
    element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
    element('w:docPartUnique', {})
  )
  const body = headings.length > 0 ? entries : [element('w:p', {}, ...begin, end)]
  return element(
    'w:sdt',
    {},
    element('w:sdtPr', {}, gallery),
    element('w:sdtContent', {}, joined([title, ...body]))
  )
}

function run(content: Xml): Xml {
  return element('w:r', {}, content)
}
