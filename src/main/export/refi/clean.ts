/** Text without the characters that XML 1.0 does not know; those that part words become a space. */
function knownToXml(text: string): string {
  return text.replace(/[\v\f]/g, ' ').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

/** Prose as an element may hold it: LF alone, nothing that XML 1.0 does not know. */
export function cleanProse(text: string): string {
  return knownToXml(text.replace(/\r\n?/g, '\n'))
}

/** A name as an attribute may hold it: one line. */
export function cleanLine(text: string): string {
  return knownToXml(text.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' '))
}
