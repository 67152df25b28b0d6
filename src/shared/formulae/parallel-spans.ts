import type { Span } from '../model/offsets'
import { span } from '../model/span'

/** Each of the two parts is no longer, in UTF-16 code units. */
const longestPart = 60
/** The part behind the comma: its first word and the rest. */
const second = /(?:and |but )?(\p{L}+)( [\p{L} ’'-]{2,60})(?=[.;:,!?"”\n])/uy
const noStart = /^(first|second|third|january|the|a|an|of|and|in|to|for|with|as|by|on|at|it|is|are)$/i

/**
 * Two parts about a comma that begin alike and share another word: let data run more, let the masses run less. In order; offsets
 * are those of the text.
 */
export function parallelSpans(text: string, from: number, to: number): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(', ', from); at >= 0 && at < to; at = text.indexOf(', ', at + 2)) {
    const before = text.slice(Math.max(from, at - longestPart), at)
    if (!mayAnswer(text, at + 2, before)) continue
    second.lastIndex = at + 2
    const [words, start = '', rest = ''] = second.exec(text) ?? []
    if (words === undefined || at + 2 + words.length > to || noStart.test(start)) continue
    const [first] = new RegExp(`(?<!\\p{L})${start} [\\p{L} ’'-]+$`, 'iu').exec(before) ?? []
    if (first === undefined) continue
    const said = new Set(first.toLowerCase().split(' ').slice(1))
    const isShared = rest
      .toLowerCase()
      .split(' ')
      .some((word) => word !== '' && said.has(word))
    if (isShared) found.push(span(at - first.length, at + 2 + words.length))
  }
  return found
}

/** Whether the first word behind a comma, or behind “and”, stands before it too; looked at without a pattern, for speed. */
function mayAnswer(text: string, at: number, before: string): boolean {
  const start = /^(?:and|but) /.test(text.slice(at, at + 4)) ? at + 4 : at
  const end = text.indexOf(' ', start)
  return end > start + 1 && end - start < 20 && before.includes(text.slice(start + 1, end + 1))
}
