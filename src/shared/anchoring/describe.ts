import type { Selector } from '../model/annotation'
import type { ContentHash } from '../model/ids'
import type { Span } from '../model/offsets'
import { utf16 } from '../model/span'
import { snapToGraphemes } from '../text/words'
import { Occurrences } from './occurrences'

/** How much context is kept on each side, in UTF-16 code units (cut back to a whole grapheme). */
export const contextLength = 32

/**
 * Describes a passage so that it can be found again: its words with their surroundings, and which of several equal ones it
 * is. Null where nothing but white space is selected.
 *
 * @param occurrences of `text`; who describes many passages of one text gives the same for all of them
 */
export function describe(
  text: string,
  passage: Span,
  revision: ContentHash,
  occurrences: Occurrences = new Occurrences(text)
): Selector | null {
  const words = wordsOf(text, passage)
  if (!words) return null
  const occurrence = occurrences.of(words.exact, words.start)
  return { revision, ...words, ...(occurrence && { occurrence }) }
}

/**
 * The words of a passage and what stands around them. Ends that split a grapheme move outward, and white space at either
 * end is left out. Null where nothing but white space is selected.
 */
export function wordsOf(text: string, passage: Span): Omit<Selector, 'revision' | 'occurrence'> | null {
  let { start, end } = snapToGraphemes(text, passage)
  while (start < end && /\s/.test(text.charAt(start))) start = utf16(start + 1)
  while (end > start && /\s/.test(text.charAt(end - 1))) end = utf16(end - 1)
  if (start === end) return null
  const before = snapToGraphemes(text, { start: utf16(Math.max(0, start - contextLength)), end: start })
  const after = snapToGraphemes(text, { start: end, end: utf16(Math.min(text.length, end + contextLength)) })
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(before.start, start).slice(-64),
    suffix: text.slice(end, after.end).slice(0, 64)
  }
}

/** Whether a selector's quote stands in the text exactly where it says. */
export function isExact(text: string, selector: Pick<Selector, 'start' | 'end' | 'exact'>): boolean {
  return text.slice(selector.start, selector.end) === selector.exact
}
