import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
import { withOwnEntities, withoutCdata } from '../xml-entities'
import { withoutDeepTags } from './shallow'

/**
 * A page as a tree that can be asked as in a browser. The tree is built as the HTML standard says, so that a page without
 * `html` and `body`, with tags that are never closed or closed in the wrong order holds what a browser shows of it.
 * Markup that is nested deeper than anybody writes becomes shallow; its words stay.
 */
export function pageTree(source: string): Document {
  const page = isXhtml(source) ? asHtml(source) : source
  return parseHTML(serialize(parse(withoutDeepTags(page)))).document
}

function isXhtml(source: string): boolean {
  const head = source.slice(0, 2000)
  return (
    /^\s*<\?xml\b/.test(head) ||
    /<html\b[^>]*xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i.test(head)
  )
}

const voidTags = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const selfClosed = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+(?:=(?:"[^"<]*"|'[^'<]*'))?)*)\s*\/>/g

/** XHTML closes empty elements in a way that HTML does not know: `<title/>` would hold the rest of the page. */
function asHtml(source: string): string {
  return withOwnEntities(withoutCdata(source), 'kept')
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(selfClosed, (whole, name: string, attributes: string) =>
      voidTags.test(name) ? whole : `<${name}${attributes}></${name}>`
    )
}
