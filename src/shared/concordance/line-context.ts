import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { nextGrapheme, previousGrapheme } from '../text/words'
import { eachWord, lastWords, type WordCutting } from './cut-words'
import type { SearchedText } from './searched-text'
import type { Slot } from './trail'

/** What stands about a hit. Offsets of slots are within `left` or `right`. */
export interface LineContext {
  readonly block: number
  readonly left: string
  readonly hit: string
  readonly right: string
  readonly slots: readonly (Span & { readonly slot: Slot })[]
}

/** So many words beside a hit have a slot. */
const mostSlots = 5
/** So far beyond the context words are looked at, so that the outermost is whole; UTF-16 code units. */
const margin = 40

/**
 * The paragraph about a hit, cut to whole words: at most `length` UTF-16 code units on each side.
 * @param hit offsets in the text
 */
export function lineContext(
  target: SearchedText,
  hit: Span,
  length: number,
  cutting: WordCutting
): LineContext {
  const { text } = target
  const { from, to } = paragraphsOf(target, hit)
  const before = wordsIn(text, Math.max(from, hit.start - length - margin), hit.start, cutting)
  const after = wordsIn(text, hit.end, Math.min(to, hit.end + length + margin), cutting)
  const begin = Math.max(from, hit.start - length)
  const end = Math.min(to, hit.end + length)
  const start = begin === from ? from : firstWhole(text, before, begin, hit.start)
  const stop = end === to ? to : lastWhole(text, after, end, hit.end)
  const left = before
    .filter((word) => word.start >= start)
    .slice(-mostSlots)
    .reverse()
  const right = after.filter((word) => word.end <= stop).slice(0, mostSlots)
  return {
    block: target.blockAt(hit.start),
    left: text.slice(start, hit.start),
    hit: text.slice(hit.start, hit.end),
    right: text.slice(hit.end, stop),
    slots: [
      ...left.map((word, at) => ({ slot: `L${at + 1}` as Slot, ...moved(word, start) })).reverse(),
      ...right.map((word, at) => ({ slot: `R${at + 1}` as Slot, ...moved(word, hit.end) }))
    ]
  }
}

/** The nearest words on a side of a hit within its paragraph, the nearest first; at most `count`. */
export function wordsBeside(
  target: SearchedText,
  hit: Span,
  side: 'left' | 'right',
  count: number,
  cutting: WordCutting
): Span[] {
  const { text } = target
  const { from, to } = paragraphsOf(target, hit)
  if (side === 'left') return lastWords(text, from, hit.start, count, cutting)
  const found: Span[] = []
  eachWord(text, hit.end, to, cutting, (start, end) => found.push(span(start, end)) < count)
  return found
}

/** From the beginning of the paragraph that a hit begins in to the end of the one that it ends in. */
function paragraphsOf(target: SearchedText, { start, end }: Span): { from: number; to: number } {
  const first = target.blocks[target.blockAt(start)]
  const last = first && end <= first.end ? first : target.blocks[target.blockAt(Math.max(start, end - 1))]
  return { from: first?.start ?? start, to: Math.max(last?.end ?? end, end) }
}

function wordsIn(text: string, from: number, to: number, cutting: WordCutting): Span[] {
  const found: Span[] = []
  eachWord(text, from, to, cutting, (start, end) => {
    found.push(span(start, end))
    return true
  })
  return found
}

/** Where the first word begins that lies behind an offset whole; in a text without any, a grapheme. */
function firstWhole(text: string, words: readonly Span[], begin: number, limit: number): number {
  const first = words.find(({ start }, at) => start >= begin && at > 0)
  if (first) return first.start
  return words.length > 1 ? limit : Math.min(limit, nextGrapheme(text, begin))
}

function lastWhole(text: string, words: readonly Span[], end: number, limit: number): number {
  const last = words.slice(0, -1).findLast((word) => word.end <= end)
  if (last) return last.end
  return words.length > 1 ? limit : Math.max(limit, previousGrapheme(text, end))
}

function moved({ start, end }: Span, by: number): Span {
  return span(start - by, end - by)
}
