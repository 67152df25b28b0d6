import search from 'approx-string-match'
import type { Matcher } from '../../src/shared/anchoring/testing/score'
import { utf16 } from '../../src/shared/model/span'

/** How alike the best stretch of a text is to a string, 0 to 1. */
function likeness(text: string, wanted: string): number {
  if (wanted === '' || text === '') return 0
  const [best] = search(text, wanted, wanted.length).sort((a, b) => a.errors - b.errors)
  return best ? 1 - best.errors / wanted.length : 0
}

/**
 * The peer: the quote at its old position if it stands there, else the approximate match with the best score of
 * quote, prefix, suffix and position, weighted 50, 20, 20 and 2. Whatever comes first is taken; there is no floor.
 */
export const nearestQuote: Matcher = (text, sought) =>
  sought.map(({ exact, prefix, suffix, start, end }) => {
    if (text.slice(start, end) === exact) return { status: 'exact', start: utf16(start), end: utf16(end) }
    const found = search(text, exact, Math.min(256, exact.length / 2))
    const scored = found.map((match) => {
      const quote = 1 - match.errors / exact.length
      const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
      const after = likeness(text.slice(match.end, match.end + suffix.length), suffix)
      const place = 1 - Math.abs(match.start - start) / text.length
      return { match, score: 50 * quote + 20 * before + 20 * after + 2 * place }
    })
    const [best] = scored.sort((a, b) => b.score - a.score)
    if (!best) return { status: 'orphan', start: utf16(start), end: utf16(end) }
    return { status: 'fuzzy', start: utf16(best.match.start), end: utf16(best.match.end) }
  })
