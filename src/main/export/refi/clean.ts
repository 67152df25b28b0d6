import { withoutControls } from '../aligned/xml'

/** Prose as an element may hold it: LF alone, nothing that XML 1.0 does not know. */
export function cleanProse(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
}

/** A name as an attribute may hold it: one line. */
export function cleanLine(text: string): string {
  return withoutControls(text.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' '))
}
