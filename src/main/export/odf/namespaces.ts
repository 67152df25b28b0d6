const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

/** Of all parts that hold text or styles. */
export const namespaces = {
  'xmlns:office': `${oasis}:office:1.0`,
  'xmlns:style': `${oasis}:style:1.0`,
  'xmlns:text': `${oasis}:text:1.0`,
  'xmlns:table': `${oasis}:table:1.0`,
  'xmlns:fo': `${oasis}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${oasis}:svg-compatible:1.0`,
  'xmlns:meta': `${oasis}:meta:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'office:version': '1.3'
} as const

export const mediaType = 'application/vnd.oasis.opendocument.text'

/** A style's name as its identifier: other signs than letters and figures by their code. */
export function styleName(shown: string): string {
  return shown.replaceAll(' ', '_20_')
}

/** The style of links in the table of contents: they look like the words around them. */
export const indexLink = 'Index Link'
