import { parseHTML } from 'linkedom'
import { withOwnEntities, withoutCdata } from './xml-entities'

/** The parser as a browser's window has it, and with its type. */
const { DOMParser } = parseHTML('')

/** XML that is nested deeper than this is refused: no file of a person is, and readers go down it step by step. */
const deepest = 2000

/**
 * Reads XML into a tree, of whatever format: CDATA is text, simple entities of its own are expanded within bounds, others
 * refuse the file (see EntityProblem), and nothing outside it is ever asked for. Tags keep their prefixes (`w:p`).
 */
export function parseXml(text: string): Document {
  const plain = withOwnEntities(withoutCdata(text.replace(/^\uFEFF/, '')))
  if (depthOf(plain) > deepest) throw new Error('it is nested too deep')
  return new DOMParser().parseFromString(plain, 'text/xml')
}

function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const { 0: tag, index } of text.matchAll(/<[/A-Za-z_]/g)) {
    if (tag === '</') depth--
    else {
      most = Math.max(most, ++depth)
      if (text[text.indexOf('>', index) - 1] === '/') depth--
    }
  }
  return most
}

/** The elements of a name under a node, in order, whatever their prefix: `p` finds `p` and `w:p`. */
export function named(node: ParentNode, name: string): Element[] {
  return Array.from(node.querySelectorAll('*')).filter((each) => localName(each) === name)
}

export function childrenNamed(node: ParentNode, name: string): Element[] {
  return Array.from(node.children).filter((each) => localName(each) === name)
}

export function firstNamed(node: ParentNode, name: string): Element | undefined {
  return named(node, name)[0]
}

/** A tag without its prefix. */
export function localName({ tagName }: Element): string {
  return tagName.slice(tagName.indexOf(':') + 1)
}

/** An attribute by its name without prefix. */
export function attribute(element: Element, name: string): string | null {
  const found = Array.from(element.attributes).find(
    (each) => each.name === name || each.name.endsWith(`:${name}`)
  )
  return found?.value ?? null
}

export function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** Text of several lines as it was written, but for the indentation of the file and blanks at the ends of lines. */
export function prose(text: string | null | undefined): string {
  const lines = (text ?? '').replace(/\r\n?/g, '\n').split('\n')
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** The encoding that an XML file declares in its first line. */
export function declaredInXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
}
