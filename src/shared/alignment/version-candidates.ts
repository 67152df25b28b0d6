import { isChinese } from './evidence/language'
import { tokensOf } from './evidence/tokens'
import type { Lexicon } from './lexicon'

/** A text that may be a version of another. */
export interface CandidateText {
  readonly language: string
  readonly text: string
  /** Dates that are known of it, as `2018-12-05`: of its publication, of what it tells of. */
  readonly dates: readonly string[]
}

/** Two texts that may be versions of one, by their numbers in the list. */
export interface VersionCandidate {
  readonly a: number
  readonly b: number
  /** The cosine of what they hold, 0 to 1. */
  readonly cosine: number
}

/** So much of a text tells what it is about; UTF-16 code units. */
const enough = 40_000
const leastCosine = 0.12
/** Of the texts most like one, so many are looked at more closely. */
const nearest = 4
const sensesEach = 3

/**
 * Pairs of texts that hold the same rare words, figures and dates, likeliest first: candidates for an alignment, which
 * is what tells versions from texts on one matter. Chinese words count as their English senses, so that a rendering is
 * found beside its source. Cosine of tf–idf vectors (Salton and Buckley 1988).
 */
export function versionCandidates(texts: readonly CandidateText[], lexicon: Lexicon): VersionCandidate[] {
  const held = texts.map((text) => clues(text, lexicon))
  const places = new Map<string, number[]>()
  for (const [at, own] of held.entries())
    for (const clue of own.keys()) {
      const known = places.get(clue)
      if (known) known.push(at)
      else places.set(clue, [at])
    }
  const idf = (clue: string) => Math.log(1 + texts.length / (places.get(clue)?.length ?? 1))
  const norms = held.map((own) => Math.hypot(...Array.from(own, ([clue, weight]) => weight * idf(clue))))
  // What stands in a tenth of many texts tells nothing, and would make every text a neighbour of every other.
  const common = Math.max(12, texts.length / 10)
  const pairs = new Map<string, VersionCandidate>()
  for (const [a, own] of held.entries()) {
    const sums = new Map<number, number>()
    for (const [clue, weight] of own) {
      const there = places.get(clue) ?? []
      if (there.length > common) continue
      const worth = weight * idf(clue) ** 2
      for (const b of there) if (b !== a) sums.set(b, (sums.get(b) ?? 0) + worth * (held[b]?.get(clue) ?? 0))
    }
    const found = Array.from(sums, ([b, sum]) => ({
      a,
      b,
      cosine: sum / ((norms[a] ?? 1) * (norms[b] ?? 1))
    }))
    for (const each of found.sort((x, y) => y.cosine - x.cosine).slice(0, nearest)) {
      if (each.cosine < leastCosine) continue
      const [low, high] = [Math.min(a, each.b), Math.max(a, each.b)]
      pairs.set(`${low} ${high}`, { a: low, b: high, cosine: each.cosine })
    }
  }
  return [...pairs.values()].sort((x, y) => y.cosine - x.cosine)
}

/** What a text holds, each with its weight: 1 and more for what stands once and more often. */
function clues({ text, language, dates }: CandidateText, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (clue: string, by: number) => counts.set(clue, (counts.get(clue) ?? 0) + by)
  for (const { type, sort } of tokensOf(text.slice(0, enough), language, lexicon)) {
    if (sort === 1) add(type, 1)
    if (sort !== 0) continue
    if (!isChinese(language) || !/\p{Script=Han}/u.test(type)) add(type, 1)
    else
      for (const sense of lexicon.lookUp(type)?.senses.slice(0, sensesEach) ?? [])
        for (const word of tokensOf(sense, 'en', lexicon)) if (word.sort === 0) add(word.type, 0.5)
  }
  // Renderings in one alphabet share their words; in Chinese the words themselves are the best clue.
  if (isChinese(language))
    for (const { type, sort } of tokensOf(text.slice(0, enough), language, lexicon))
      if (sort === 0) add(`=${type}`, 1)
  for (const date of dates) add(`@${date}`, 2)
  return new Map(Array.from(counts, ([clue, count]) => [clue, 1 + Math.log(Math.max(0.5, count))]))
}
