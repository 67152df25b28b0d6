import type { Span } from '../model/offsets'
import { span } from '../model/span'

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language}`
  const known = segmenters.get(key)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity })
  segmenters.set(key, made)
  return made
}

/** The words of a text (UTF-16 spans), punctuation and white space left out. Chinese is cut by ICU's dictionary. */
export function words(text: string, language: string): Span[] {
  const found: Span[] = []
  for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text))
    if (isWordLike) found.push(span(index, index + segment.length))
  return found
}

/** The length people expect of a text: words, and for Chinese or Japanese each Han character counts as one. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const rest =
    text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return han + rest
}

/** The grapheme that holds the code unit at `offset`. A cluster of over 32 code units may be cut. */
function graphemeAt(text: string, offset: number): Span {
  const from = Math.max(0, offset - 32)
  for (const { index, segment } of segmenter('und', 'grapheme').segment(text.slice(from, offset + 64)))
    if (from + index + segment.length > offset) return span(from + index, from + index + segment.length)
  return span(offset, text.length)
}

/** Where a caret at `offset` goes on its way right. */
export function nextGrapheme(text: string, offset: number): number {
  return offset >= text.length ? text.length : graphemeAt(text, offset).end
}

/** Where a caret at `offset` goes on its way left. */
export function previousGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : graphemeAt(text, offset - 1).start
}

/** Moves the ends of a span outward until neither splits a grapheme. */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  const left = start >= text.length ? text.length : graphemeAt(text, start).start
  const right = end <= left ? left : graphemeAt(text, end - 1).end
  return span(left, right)
}
