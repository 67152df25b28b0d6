import type { CodePointOffset, Utf16Offset } from '../model/offsets'

/** Converts an offset from UTF-16 code units to code points. An offset inside a pair counts the pair as begun. */
export function toCodePoints(text: string, offset: Utf16Offset): CodePointOffset {
  let count = 0
  for (let at = 0; at < offset; count++) at += isPair(text, at) ? 2 : 1
  return count as CodePointOffset
}

/** Converts an offset from code points to UTF-16 code units; past the end it is the text's length. */
export function toUtf16(text: string, offset: CodePointOffset): Utf16Offset {
  let at = 0
  for (let count = 0; count < offset && at < text.length; count++) at += isPair(text, at) ? 2 : 1
  return at as Utf16Offset
}

function isPair(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && code > 0xffff
}
