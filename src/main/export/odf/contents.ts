import { element, textNode, type Xml } from '../xml/element'
import { indexLink, styleName } from './namespaces'

/** A heading of the file, and the bookmark that stands around it. */
export interface Heading {
  readonly level: number
  readonly words: string
  readonly bookmark: string
}

const levels = [1, 2, 3] as const
const styleOf = (level: number) => `Contents_20_${level}`

/**
 * The table of contents. What it is made of stands first, so that it can be made again; then what it says, the numbers of
 * pages as references that are worked out wherever the file is opened.
 */
export function contentsIndex(title: string, headings: readonly Heading[]): Xml {
  const entries = headings.map(({ level, words, bookmark }) =>
    element(
      'text:p',
      { 'text:style-name': styleOf(level) },
      element(
        'text:a',
        {
          'xlink:type': 'simple',
          'xlink:href': `#${bookmark}`,
          'text:style-name': styleName(indexLink),
          'text:visited-style-name': styleName(indexLink)
        },
        textNode(words),
        element('text:tab', {}),
        element(
          'text:bookmark-ref',
          { 'text:reference-format': 'page', 'text:ref-name': bookmark },
          textNode('–')
        )
      )
    )
  )
  const heading = element('text:p', { 'text:style-name': 'Contents_20_Heading' }, textNode(title))
  return element(
    'text:table-of-content',
    { 'text:name': 'Contents', 'text:protected': 'false' },
    element(
      'text:table-of-content-source',
      { 'text:outline-level': levels.length },
      element('text:index-title-template', { 'text:style-name': 'Contents_20_Heading' }, textNode(title)),
      ...levels.map(template)
    ),
    element(
      'text:index-body',
      {},
      element('text:index-title', { 'text:name': 'Contents_Head' }, heading),
      ...entries
    )
  )
}

function template(level: number): Xml {
  return element(
    'text:table-of-content-entry-template',
    { 'text:outline-level': level, 'text:style-name': styleOf(level) },
    element('text:index-entry-link-start', {}),
    element('text:index-entry-text', {}),
    element('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': '.' }),
    element('text:index-entry-page-number', {}),
    element('text:index-entry-link-end', {})
  )
}
