import type { Link } from '../../shared/model/alignment'
import type { Span } from '../../shared/model/offsets'
import { firstEndingAfter } from '../../shared/text/canonical'

/**
 * The numbers of the sentences that share words with stretches of their text. Links are kept by the offsets of the
 * sentences as they were cut when they were made: where a later version cuts otherwise, a stretch is part of a sentence, or
 * holds several.
 */
export function sentencesUnder(sentences: readonly Span[], stretches: readonly Span[]): number[] {
  const found = new Set<number>()
  for (const { start, end } of stretches)
    for (let at = firstEndingAfter(sentences, start); (sentences[at]?.start ?? end) < end; at++) found.add(at)
  return [...found].sort((x, y) => x - y)
}

/** A link by the numbers of its sentences. */
export interface NumberedLink extends Pick<Link, 'confidence' | 'origin'> {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** Links that have come to share a sentence as one: no surer than the least sure of them, by hand if one of them is. */
export function joinedLinks(links: readonly NumberedLink[]): NumberedLink[] {
  const joined: (NumberedLink | null)[] = []
  const byA = new Map<number, number>()
  const byB = new Map<number, number>()
  for (const link of links) {
    const touched = new Set([
      ...link.a.flatMap((at) => byA.get(at) ?? []),
      ...link.b.flatMap((at) => byB.get(at) ?? [])
    ])
    const all = [...[...touched].flatMap((index) => joined[index] ?? []), link]
    const one =
      all.length === 1
        ? link
        : {
            a: union(all.map(({ a }) => a)),
            b: union(all.map(({ b }) => b)),
            confidence: Math.min(...all.map(({ confidence }) => confidence)),
            origin: all.some(({ origin }) => origin === 'hand') ? ('hand' as const) : ('auto' as const)
          }
    for (const index of touched) joined[index] = null
    const index = joined.push(one) - 1
    for (const at of one.a) byA.set(at, index)
    for (const at of one.b) byB.set(at, index)
  }
  return joined.flatMap((link) => (link === null || link.a.length + link.b.length === 0 ? [] : [link]))
}

function union(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((x, y) => x - y)
}
