import type { Span } from '../../model/offsets'
import { span } from '../../model/span'
import { isChinese } from '../evidence/language'
import { relate } from '../evidence/relations'
import { sideOf } from '../evidence/side'
import type { Lexicon } from '../lexicon'
import { alignWords } from './monolingual'
import { pieces } from './pieces'
import { wordsOf } from './words'

/** Where a phrase of one rendering seems to stand in another, and how sure that is, 0 to 1. */
export interface Counterpart {
  /** UTF-16 offsets into the other text. */
  readonly at: Span
  readonly confidence: number
}

/**
 * The stretch of `b` that renders a stretch of `a`; both texts are the sentences of one link. In one language the
 * words are aligned and the hull of the answering words is taken. Between languages every word of b speaks for or
 * against, by whether the words inside or outside the stretch explain it better, and the heaviest run is taken.
 *
 * @returns null when nothing answers
 */
export function counterpart(
  a: string,
  languageA: string,
  selected: Span,
  b: string,
  languageB: string,
  lexicon: Lexicon
): Counterpart | null {
  if (selected.start <= 0 && selected.end >= a.trimEnd().length)
    return { at: span(0, b.length), confidence: 1 }
  if (isChinese(languageA) === isChinese(languageB) && !isChinese(languageA)) return byWords(a, selected, b)
  return byMeaning(a, languageA, selected, b, languageB, lexicon)
}

function byWords(a: string, selected: Span, b: string): Counterpart | null {
  const left = wordsOf(a)
  const right = wordsOf(b)
  const inside = (at: number) => {
    const word = left[at]
    return word !== undefined && word.start < selected.end && word.end > selected.start
  }
  const pairs = alignWords(left, right)
  const weights = right.map(() => 0)
  for (const pair of pairs) {
    const weight = (right[pair.b]?.content ? 1 : 0.3) * pair.likeness
    weights[pair.b] = inside(pair.a) ? weight : -weight
  }
  const wanted = left.filter((word, at) => inside(at) && word.content).length
  const run = heaviestRun(weights.map((weight) => (weight === 0 ? -0.08 : weight)))
  if (!run) return null
  const [from, to] = run
  const answered = pairs.filter(
    (pair) => inside(pair.a) && pair.b >= from && pair.b < to && left[pair.a]?.content
  ).length
  const [first, last] = [right[from], right[to - 1]]
  if (!first || !last) return null
  return { at: span(first.start, last.end), confidence: Math.min(1, answered / Math.max(1, wanted)) }
}

function byMeaning(
  a: string,
  languageA: string,
  selected: Span,
  b: string,
  languageB: string,
  lexicon: Lexicon
): Counterpart | null {
  const parts = [a.slice(0, selected.start), a.slice(selected.start, selected.end), a.slice(selected.end)]
  const own = sideOf(parts, languageA, lexicon)
  const words = pieces(b, languageB, lexicon)
  const other = sideOf(
    words.map((word) => b.slice(word.start, word.end)),
    languageB,
    lexicon
  )
  const { fromB } = relate(own, other, lexicon).withLearnt([])
  const has = parts.map((_, k) => new Set(own.tokens[k]))
  const weights = words.map((_, k) => {
    let [inside, outside] = [0, 0]
    for (const type of other.tokens[k] ?? []) {
      const types = fromB.types[type]
      const values = fromB.values[type]
      types?.forEach((x, at) => {
        const value = values?.[at] ?? 0
        if (has[1]?.has(x)) inside = Math.max(inside, value)
        if (has[0]?.has(x) || has[2]?.has(x)) outside = Math.max(outside, value)
      })
    }
    if (inside === 0 && outside === 0) return (other.tokens[k]?.length ?? 0) === 0 ? -0.01 : -0.06
    return inside >= outside ? Math.max(0.15, inside) : -Math.max(0.1, outside)
  })
  const run = heaviestRun(weights)
  if (!run) return null
  const [from, to] = run
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) return null
  const gained = weights.slice(from, to).reduce((sum, weight) => sum + Math.max(0, weight), 0)
  return {
    at: span(first.start, last.end),
    confidence: Math.min(0.95, gained / (0.3 * Math.max(1, own.tokens[1]?.length ?? 1)))
  }
}

/** The run with the largest sum (Kadane's algorithm), as [from, to); null when nothing is positive. */
function heaviestRun(weights: readonly number[]): [number, number] | null {
  let best: [number, number] | null = null
  let [top, sum, from] = [0, 0, 0]
  weights.forEach((weight, k) => {
    if (sum <= 0) {
      sum = 0
      from = k
    }
    sum += weight
    if (sum > top) {
      top = sum
      best = [from, k + 1]
    }
  })
  return best
}
