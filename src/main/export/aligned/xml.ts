/** Text without the characters that XML 1.0 does not know; those that part words or lines become a space. */
export function withoutControls(text: string): string {
  return text.replace(/[\v\f]/g, ' ').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
