import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { findFolded, fold } from '../text/fold'

/**
 * Every place where a quote stands in a text: exactly; or, where it stands nowhere exactly,
 * but for quotation marks, dashes, widths and white space (never but for case).
 */
export function findQuote(text: string, quote: string): Span[] {
  const wanted = quote.trim()
  if (wanted === '') return []
  const exact: Span[] = []
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1))
    exact.push(span(at, at + wanted.length))
  if (exact.length > 0) return exact
  const needle = fold(wanted, { caseless: false }).text
  return findFolded(fold(text, { caseless: false }), needle).map(([start, end]) => span(start, end))
}
