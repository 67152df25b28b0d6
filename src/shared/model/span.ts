import type { Span, Utf16Offset } from './offsets'

/** A number known to count UTF-16 code units. */
export function utf16(value: number): Utf16Offset {
  return value as Utf16Offset
}

/** A stretch of canonical text, end exclusive. */
export function span(start: number, end: number): Span {
  return { start: start as Utf16Offset, end: end as Utf16Offset }
}
