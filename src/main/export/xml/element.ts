declare const serialised: unique symbol

/** Well-formed XML as text. Only the functions of this file make it, so that no text gets in that is not escaped. */
export type Xml = string & { readonly [serialised]: true }

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** What XML 1.0 cannot carry: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const unknownToXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const special = /[&<>"\t\n\r]/
const specialOrUnknown = /[&<>"]|[^\u0020-\ud7ff\ue000-\ufffd]/

/**
 * An element with its attributes and content, serialised at once. Builders that keep a tree take seconds for a book of
 * excerpts (xmlbuilder2 14 s for 5,000); this one keeps nothing. Names are the caller's own words and are not checked.
 */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  let head = name
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) head += ` ${key}="${escaped(String(value), true)}"`
  }
  return (content.length === 0 ? `<${head}/>` : `<${head}>${content.join('')}</${name}>`) as Xml
}

/** Text as content of an element. Signs that XML cannot carry become U+FFFD. */
export function textNode(text: string): Xml {
  return escaped(text, false) as Xml
}

/** Pieces one after another. */
export function joined(pieces: readonly Xml[]): Xml {
  return pieces.join('') as Xml
}

/** The first line of a file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' as Xml

/** The start tag of an element whose content follows in pieces, and its end tag. */
export function openElement(name: string, attributes: Attributes): { start: Xml; end: Xml } {
  const whole = element(name, attributes, '' as Xml)
  const end = `</${name}>`
  return { start: whole.slice(0, -end.length) as Xml, end: end as Xml }
}

/** How many signs of a text XML cannot carry. */
export function signsUnknownToXml(text: string): number {
  return specialOrUnknown.test(text) ? (text.match(unknownToXml)?.length ?? 0) : 0
}

function escaped(text: string, inAttribute: boolean): string {
  if (!specialOrUnknown.test(text)) return text
  const known = text.replace(unknownToXml, '\ufffd')
  if (!special.test(known)) return known
  const content = known
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
  // White space in attributes would be read as spaces.
  return inAttribute
    ? content.replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
    : content
}
