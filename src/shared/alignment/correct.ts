import type { Link } from '../model/alignment'
import type { Span } from '../model/offsets'
import type { FixedLink } from './constraints'

/** A link as a hand wants it; an empty side is a left-out. */
export interface WantedLink {
  readonly a: readonly Span[]
  readonly b: readonly Span[]
}

/**
 * The links that stay as they are when some are made by hand: the new ones, and of those made before all that share
 * no sentence with them. In sentence numbers; a span that is no sentence of its side is left out.
 */
export function fixedAfter(
  wanted: readonly WantedLink[],
  links: readonly Link[],
  sentencesA: readonly Span[],
  sentencesB: readonly Span[]
): FixedLink[] {
  const placeA = new Map(sentencesA.map((each, at) => [each.start as number, at]))
  const placeB = new Map(sentencesB.map((each, at) => [each.start as number, at]))
  const numbered = ({ a, b }: WantedLink): FixedLink => ({
    a: a.flatMap((each) => placeA.get(each.start) ?? []),
    b: b.flatMap((each) => placeB.get(each.start) ?? [])
  })
  const fresh = wanted.map(numbered)
  const takenA = new Set(fresh.flatMap(({ a }) => a))
  const takenB = new Set(fresh.flatMap(({ b }) => b))
  const kept = links
    .filter(({ origin }) => origin === 'hand')
    .map(numbered)
    .filter(({ a, b }) => !a.some((at) => takenA.has(at)) && !b.some((at) => takenB.has(at)))
  return [...fresh, ...kept].filter(({ a, b }) => a.length + b.length > 0)
}
