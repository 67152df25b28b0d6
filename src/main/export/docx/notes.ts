import type { Comment } from '../layout/blocks'
import { initials } from '../layout/initials'
import { element, joined, textNode, type Xml, xmlDeclaration } from '../xml/element'
import { namespaces } from './namespaces'
import { textRun } from './runs'

const plain = (words: string) =>
  element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, textNode(words)))

function styled(style: string, content: Xml): Xml {
  return element('w:r', {}, element('w:rPr', {}, element('w:rStyle', { 'w:val': style })), content)
}

/** The sign in the text that leads to a note or a comment. */
export function noteReference(kind: 'footnote' | 'comment', id: number): Xml {
  return kind === 'footnote'
    ? styled('FootnoteReference', element('w:footnoteReference', { 'w:id': id }))
    : styled('CommentReference', element('w:commentReference', { 'w:id': id }))
}

export function footnoteElement(id: number, content: readonly Xml[]): Xml {
  return element(
    'w:footnote',
    { 'w:id': id },
    element(
      'w:p',
      {},
      element('w:pPr', {}, element('w:pStyle', { 'w:val': 'FootnoteText' })),
      styled('FootnoteReference', element('w:footnoteRef', {})),
      plain(' '),
      ...content
    )
  )
}

export function commentElement({ id, author, date, paragraphs }: Comment): Xml {
  const said = paragraphs.length > 0 ? paragraphs : [[]]
  return element(
    'w:comment',
    {
      'w:id': id,
      'w:author': author,
      'w:date': date.replace(/\.\d+Z$/, 'Z'),
      'w:initials': initials(author)
    },
    ...said.map((runs, at) =>
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': 'CommentText' })),
        ...(at === 0 ? [styled('CommentReference', element('w:annotationRef', {}))] : []),
        ...runs.map((run) => textRun(run, '', null))
      )
    )
  )
}

/** Footnotes -1 and 0 are the lines above them. */
export function footnotesPart(footnotes: readonly Xml[]): Xml {
  const line = (id: number, type: string, sign: string) =>
    element(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:spacing', { 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })),
        element('w:r', {}, element(sign, {}))
      )
    )
  return joined([
    xmlDeclaration,
    element(
      'w:footnotes',
      namespaces,
      line(-1, 'separator', 'w:separator'),
      line(0, 'continuationSeparator', 'w:continuationSeparator'),
      ...footnotes
    )
  ])
}

export function commentsPart(comments: readonly Xml[]): Xml {
  return joined([xmlDeclaration, element('w:comments', namespaces, ...comments)])
}
