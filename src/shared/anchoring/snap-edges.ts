import { utf16 } from '../model/span'
import { snapToGraphemes } from '../text/words'
import type { Fit } from './approximate-match'
import type { NormalisedText } from './normalise'

interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * The ends of a found passage in the text itself: whole words where the passage had whole words, with the brackets,
 * quotation marks and stops that it began and ended with, and never through a grapheme.
 */
export function edges(
  text: string,
  { starts, ends }: NormalisedText,
  place: Fit,
  quote: Quote
): { start: number; end: number } {
  const last = Math.max(place.start, place.end - 1)
  let start = starts[place.start] ?? text.length
  let end = ends[last] ?? text.length
  if (!isWord(quote.prefix.slice(-1), quote.exact.charAt(0)))
    while (start > 0 && isWord(text.charAt(start - 1), text.charAt(start))) start--
  if (!isWord(quote.exact.slice(-1), quote.suffix.charAt(0)))
    while (end < text.length && isWord(text.charAt(end - 1), text.charAt(end))) end++
  start -= marksBefore(text, start, leading(quote.exact))
  end += marksAfter(text, end, trailing(quote.exact))
  return snapToGraphemes(text, { start: utf16(start), end: utf16(Math.max(start, end)) })
}

const letter = /[\p{L}\p{N}\p{M}]/u
const latin = /[\p{Script=Latin}\p{N}\p{M}]/u

function isWord(a: string, b: string): boolean {
  return a !== '' && b !== '' && latin.test(a) && latin.test(b)
}

/** The signs that a quote begins with, the nearest to its first letter first. */
function leading(exact: string): string[] {
  const signs: string[] = []
  for (const each of exact) {
    if (letter.test(each)) break
    if (/\S/.test(each)) signs.unshift(each)
  }
  return signs
}

function trailing(exact: string): string[] {
  const signs: string[] = []
  for (const each of Array.from(exact).reverse()) {
    if (letter.test(each)) break
    if (/\S/.test(each)) signs.unshift(each)
  }
  return signs
}

/** How far back signs of the same kinds stand before a place. A sign that is missing now is passed over. */
function marksBefore(text: string, start: number, signs: readonly string[]): number {
  let at = start
  let taken = start
  for (const sign of signs) {
    let look = at
    while (look > 0 && /\s/.test(text.charAt(look - 1))) look--
    if (look === 0 || kind(text.charAt(look - 1)) !== kind(sign)) continue
    at = look - 1
    taken = at
  }
  return start - taken
}

function marksAfter(text: string, end: number, signs: readonly string[]): number {
  let at = end
  let taken = end
  for (const sign of signs) {
    let look = at
    while (look < text.length && /\s/.test(text.charAt(look))) look++
    if (look >= text.length || kind(text.charAt(look)) !== kind(sign)) continue
    if (text.slice(at, look).includes('\n') && !closing.test(text.charAt(look))) continue
    at = look + 1
    taken = at
  }
  return taken - end
}

/** Signs with which no paragraph begins: a line end before one comes of wrapping. */
const closing = /[”’»」』〞）)］】\]》〉〕｝}。．｡，、､,；;：:！!？?…]/

const kinds = [
  '"“”„«»「」『』＂〝〞',
  "'‘’‚‛＇`´",
  '-–—‐‑−－―─',
  '.。．｡',
  ',，、､',
  ';；',
  ':：',
  '!！',
  '?？',
  '(（',
  ')）',
  '[［【',
  ']］】',
  '…⋯',
  '%％'
]

/** Signs that are written for each other have one kind. */
function kind(sign: string): number | string {
  const at = kinds.findIndex((each) => each.includes(sign))
  return at === -1 ? sign.normalize('NFKC') : at
}
