import { canonicalText } from '../../../shared/text/canonical'
import type { ParsedBlock, ParsedPassage } from '../parsed'
import { lowered } from './superscript'

/** A comment, and where its words begin and end among all words of its document. */
export interface Commented {
  readonly start: number
  readonly end: number
  readonly memo: string
  /** When it was written; null where the file does not say. */
  readonly created: string | null
}

/**
 * The comments of a document as passages of the text that was made of it. `words` is what the document says in its own
 * order, however it is spaced: the words of a comment are found by their letters, and of several places by how often the
 * same letters have stood before. What is not found is counted.
 */
export function commentPassages(
  words: string,
  comments: readonly Commented[],
  blocks: readonly ParsedBlock[]
): { passages: ParsedPassage[]; lost: number } {
  const [said, text] = [squeezed(words), squeezed(canonicalText(blocks))]
  const passages: ParsedPassage[] = []
  let lost = 0
  for (const { start, end, memo, created } of comments) {
    const [from, to] = [placeOf(said, start), placeOf(said, end)]
    const quote = said.text.slice(from, to)
    const at = quote === '' ? -1 : nth(text.text, quote, timesBefore(said.text, quote, from))
    if (at < 0) {
      lost++
      continue
    }
    const [first, last] = [text.origin[at] ?? 0, text.origin[at + quote.length - 1] ?? 0]
    passages.push({ start: first, end: last + 1, memo, themes: [], coder: '', created })
  }
  return { passages, lost }
}

/** Where words stand in a text, however either is spaced, if they stand there once; UTF-16 offsets. Null elsewhere. */
export function onlyPlaceOf(words: string, text: string): { start: number; end: number } | null {
  const [quote, own] = [squeezed(words).text, squeezed(text)]
  const at = quote === '' ? -1 : own.text.indexOf(quote)
  if (at < 0 || own.text.indexOf(quote, at + 1) >= 0) return null
  return { start: own.origin[at] ?? 0, end: (own.origin[at + quote.length - 1] ?? 0) + 1 }
}

/** A text without white space, and where each of its UTF-16 code units stood. */
interface Squeezed {
  readonly text: string
  readonly origin: readonly number[]
}

function squeezed(words: string): Squeezed {
  // In a document's own words a raised figure is a figure.
  const text = lowered(words)
  const parts: string[] = []
  const origin: number[] = []
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    parts.push(run)
    for (let at = 0; at < run.length; at++) origin.push(index + at)
  }
  return { text: parts.join(''), origin }
}

/** The first place that stood at an offset or behind it. */
function placeOf({ origin }: Squeezed, offset: number): number {
  let [low, high] = [0, origin.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((origin[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function timesBefore(text: string, quote: string, before: number): number {
  let times = 0
  for (let at = text.indexOf(quote); at !== -1 && at < before; at = text.indexOf(quote, at + 1)) times++
  return times
}

/** Where a quote stands for the time after so many; the last place where it stands less often; -1 where it does not. */
function nth(text: string, quote: string, times: number): number {
  let at = text.indexOf(quote)
  for (let left = times; left > 0 && at !== -1; left--) {
    const next = text.indexOf(quote, at + 1)
    if (next === -1) break
    at = next
  }
  return at
}
