import type { Selector } from '../model/annotation'
import type { ContentHash } from '../model/ids'
import type { Span } from '../model/offsets'
import { utf16 } from '../model/span'
import { snapToGraphemes } from '../text/words'

/** How much context is kept on each side, in UTF-16 code units (cut back to a whole grapheme). */
export const contextLength = 32

/**
 * Describes a passage so that it can be found again. Ends that split a grapheme move outward,
 * and white space at either end is left out. Null where nothing but white space is selected.
 */
export function describe(text: string, passage: Span, revision: ContentHash): Selector | null {
  let { start, end } = snapToGraphemes(text, passage)
  while (start < end && /\s/.test(text.charAt(start))) start = utf16(start + 1)
  while (end > start && /\s/.test(text.charAt(end - 1))) end = utf16(end - 1)
  if (start === end) return null
  const before = snapToGraphemes(text, { start: utf16(Math.max(0, start - contextLength)), end: start })
  const after = snapToGraphemes(text, { start: end, end: utf16(Math.min(text.length, end + contextLength)) })
  return {
    revision,
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
