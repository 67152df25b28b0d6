import { element, textNode, type Xml } from '../xml/element'

function mark(type: 'begin' | 'separate' | 'end'): Xml {
  return element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }))
}

/** The beginning and the end of a field, for one that reaches over paragraphs. */
export function fieldEdges(instruction: string): { begin: Xml[]; end: Xml } {
  const code = element(
    'w:r',
    {},
    element('w:instrText', { 'xml:space': 'preserve' }, textNode(` ${instruction} `))
  )
  return { begin: [mark('begin'), code, mark('separate')], end: mark('end') }
}

/** A field with the words that it shows until it is worked out again. */
export function field(instruction: string, shown: readonly Xml[]): Xml[] {
  const { begin, end } = fieldEdges(instruction)
  return [...begin, ...shown, end]
}
