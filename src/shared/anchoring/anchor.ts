import { Drift, type Fixed, inOrder } from './drift'
import { merit } from './judge'
import { weightOf } from './letters'
import { Search } from './search'
import { skeletonOf } from './skeleton'
import type { Anchored, Pieces, Place, Sought } from './sought'

/**
 * Finds passages again in another state of their text. Works on letters and digits alone, so that re-wrapping,
 * punctuation, widths and forms of characters do not matter: same letters first, then the likeliest places by shared
 * grams, laid along the text with the fewest edits. Passages found for certain tell how far the text has drifted,
 * which decides between places that look alike.
 * `landmarks` are pairs of places known to correspond, where both texts are at hand.
 */
export function anchorAll(
  text: string,
  sought: readonly Sought[],
  landmarks: readonly Fixed[] = []
): Anchored[] {
  const search = new Search(text)
  const pieces = sought.map(piecesOf)
  const places = pieces.map((each) => search.places(each))
  const likely: Fixed[] = []
  const certain: Fixed[] = [...landmarks]
  for (const [index, each] of pieces.entries()) {
    const own = places[index] ?? []
    const [best] = own
    if (!best || best.quote < 0.85 || Math.min(best.before, best.after) < 0.6) continue
    const pair = { was: each.sought.start, is: search.origin(best.start) }
    if (isCertain(each, own)) certain.push(pair)
    likely.push(pair)
  }
  const fixed = [...certain, ...inOrder([...certain, ...likely])]
  const drift = new Drift(fixed)
  return pieces.map((each, index) =>
    search.settle(each, places[index] ?? [], drift.expected(each.sought.start))
  )
}

/** A passage by its letters and digits alone. */
export function piecesOf(sought: Sought): Pieces {
  const letters = (text: string) => skeletonOf(text).text
  return {
    sought,
    prefix: letters(sought.prefix),
    quote: letters(sought.exact),
    suffix: letters(sought.suffix)
  }
}

/** Certain by itself: nearly the same letters and context, and nothing like it anywhere else. */
function isCertain({ quote, prefix, suffix }: Pieces, [best, next]: readonly Place[]): boolean {
  if (!best || best.quote < 0.85 || best.before < 0.75 || best.after < 0.75) return false
  return weightOf(prefix + quote + suffix) >= 40 && (!next || merit(next) < 0.7)
}
