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
  eachDictionaryWord(text, language, (start, end) => {
    found.push(span(start, end))
    return true
  })
  return found
}

/** The same words one after another; returning false ends it, and then this does too. */
export function eachDictionaryWord(
  text: string,
  language: string,
  give: (start: number, end: number) => boolean | undefined
): boolean {
  for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text))
    if (isWordLike && give(index, index + segment.length) === false) return false
  return true
}

/** So far on each side a text is looked at to cut the words about a place; longer runs without a break are rare. */
const context = 400

/** The words about an offset, as `words` would cut them, without cutting a book to find them. */
export function wordsAround(text: string, offset: number, language: string): Span[] {
  const from = breakBefore(text, Math.max(0, offset - context))
  const to = breakAfter(text, Math.min(text.length, offset + context))
  return words(text.slice(from, to), language).map(({ start, end }) => span(from + start, from + end))
}

/** So far a stretch is cut at once where its words are asked for one after another, in UTF-16 code units. */
const stretch = 4000

/** Where words begin and end in a text. Asked for ascending offsets, it cuts each stretch once. */
export class WordEdges {
  private cut = { from: 0, to: -1, edges: new Set<number>() }

  constructor(
    private readonly text: string,
    private readonly language: string
  ) {}

  /** Whether a word begins or ends at an offset, or none is there. */
  has(offset: number): boolean {
    const inWord = /[\p{L}\p{N}\p{M}]/u
    const last = Array.from(this.text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? ''
    const [first = ''] = Array.from(this.text.slice(offset, offset + 2))
    if (!inWord.test(last) || !inWord.test(first)) return true
    if (!/\p{Script=Han}/u.test(last + first)) return false
    return this.edgesAbout(offset).has(offset)
  }

  /** The edges of the stretch about an offset, which has as much context as cutting a word needs on both sides. */
  private edgesAbout(offset: number): ReadonlySet<number> {
    const { from: start, to: end, edges: known } = this.cut
    const { length } = this.text
    if ((start === 0 || offset >= start + context) && (end === length || offset + context <= end))
      return known
    const from = breakBefore(this.text, Math.max(0, offset - context))
    const to = breakAfter(this.text, Math.min(length, offset + stretch))
    const found = words(this.text.slice(from, to), this.language)
    const edges = new Set(found.flatMap(({ start, end }) => [from + start, from + end]))
    this.cut = { from, to, edges }
    return edges
  }
}

const wordBreak = /[\s\p{P}]/u

/** The nearest place at or before an offset where no word can be cut; the offset itself where none is near. */
function breakBefore(text: string, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - context); at--)
    if (wordBreak.test(text.charAt(at))) return at
  return offset < context ? 0 : offset
}

function breakAfter(text: string, offset: number): number {
  for (let at = offset; at < Math.min(text.length, offset + context); at++)
    if (wordBreak.test(text.charAt(at))) return at
  return offset
}

/** The length people expect of a text: words, and for Chinese or Japanese each Han character counts as one. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const rest =
    text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return han + rest
}

/** Letters, figures and signs that join with nothing beside them: ASCII, common ideographs and their punctuation. */
const plain = /^[\x20-\x7E\u3001-\u301F\u4E00-\u9FFF\uFF01-\uFF5E]*$/

/** The grapheme that holds the code unit at `offset`. A cluster of over 32 code units may be cut. */
function graphemeAt(text: string, offset: number): Span {
  if (plain.test(text.slice(Math.max(0, offset - 1), offset + 2))) return span(offset, offset + 1)
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
