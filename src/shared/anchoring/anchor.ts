import { score } from './classify'
import { Drift, type Fixed, inOrder } from './drift'
import { landmarks } from './landmarks'
import { weightOf } from './letters'
import { normalise } from './normalise'
import { Origins } from './origins'
import { Search } from './search'
import type { AnchorCandidate, AnchorQuery, AnchorResult, NormalisedQuery } from './types'

/**
 * Finds passages again in another state of their text. Works on letters and digits alone, so that re-wrapping,
 * punctuation, widths and forms of characters do not matter: same letters first, then the likeliest places by shared
 * grams, laid along the text with the fewest edits. Passages found for certain tell how far the text has drifted,
 * which decides between places that look alike.
 * `old` is the text that the passages were in, where it is at hand: it tells copies of them, and how far places have drifted.
 */
export function anchorAll(
  text: string,
  sought: readonly AnchorQuery[],
  old: OldText | null = null
): AnchorResult[] {
  const search = new Search(text)
  const pieces = sought.map(piecesOf)
  const oldSearch = old && new Search(old.text)
  const origins = oldSearch && new Origins(oldSearch, search, text)
  // A passage that waits to be settled may be of a still earlier text: this one says nothing of its place.
  const isOfOld = sought.map((each) => old === null || old.text.slice(each.start, each.end) === each.exact)
  const places = pieces.map((each, index) => {
    const found = search.places(each)
    return origins && isOfOld[index] ? withoutCopies(found, each, search, origins) : found
  })
  const likely: Fixed[] = []
  const certain: Fixed[] = old && oldSearch ? landmarksOf(old, oldSearch, search, text) : []
  const own: (Fixed | null)[] = pieces.map(() => null)
  for (const [index, each] of pieces.entries()) {
    const those = places[index] ?? []
    const [best] = those
    if (!isOfOld[index] || !best || best.quote < 0.85 || Math.min(best.before, best.after) < 0.6) continue
    const pair = { was: each.sought.start, is: search.origin(best.start) }
    own[index] = pair
    if (isCertain(each, those)) certain.push(pair)
    likely.push(pair)
  }
  const fixed = [...certain, ...inOrder([...certain, ...likely])]
  const drift = new Drift(fixed)
  const found = pieces.map((each, index) =>
    search.settle(
      each,
      places[index] ?? [],
      isOfOld[index] ? drift.expected(each.sought.start, own[index]) : null,
      oldSearch && isOfOld[index] ? null : search.startOf(each)
    )
  )
  return withoutTaken(sought, found)
}

/** The text that passages were in, and how many UTF-16 code units it shares with the new one at its beginning and end. */
export interface OldText {
  readonly text: string
  readonly sameBefore: number
  readonly sameAfter: number
}

function landmarksOf(old: OldText, oldSearch: Search, search: Search, text: string): Fixed[] {
  const { sameBefore, sameAfter } = old
  const end = old.text.length - sameAfter
  return [
    { was: sameBefore, is: sameBefore },
    { was: end, is: text.length - sameAfter },
    ...landmarks(oldSearch, search, sameBefore, end)
  ]
}

/** A place that fits so well on both sides needs no look at the old text. */
const clearContext = 0.8
/** So many places of a passage are compared with the old text, at most. */
const mostCompared = 40

/** The places that were not another copy's in the old text already; those that were the passage's own say so. */
function withoutCopies(
  places: readonly AnchorCandidate[],
  pieces: NormalisedQuery,
  search: Search,
  origins: Origins
): AnchorCandidate[] {
  const [best] = places
  if (!best || (Math.min(best.before, best.after) >= clearContext && best.quote >= clearContext))
    return [...places]
  const others = places.filter((place) => !origins.isCopy(place, pieces))
  return others.flatMap((place, rank) => {
    if (rank >= mostCompared) return place
    const { start, end } = search.spanOf(place)
    const origin = origins.of(start, end, place, pieces.sought)
    return origin === 'other' ? [] : origin === 'own' ? { ...place, own: true } : place
  })
}

/**
 * Two passages that lay apart cannot lie in one place: the one that fits it less is asked about. So it is when a paragraph
 * was taken out and its neighbour, highlighted too, says the same words.
 */
function withoutTaken(sought: readonly AnchorQuery[], found: readonly AnchorResult[]): AnchorResult[] {
  const placed = found
    .map((at, index) => ({ at, index, was: sought[index] }))
    .filter(({ at }) => at.status === 'exact' || at.status === 'fuzzy')
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  const lost = new Set<number>()
  for (const [rank, one] of placed.entries())
    for (let next = rank + 1; next < placed.length; next++) {
      const other = placed[next]
      if (!other || other.at.start >= one.at.end) break
      if (!isHalf(one.at, other.at) || !one.was || !other.was || !areApart(one.was, other.was)) continue
      const difference = one.at.confidence - other.at.confidence
      if (difference <= 0) lost.add(one.index)
      if (difference >= 0) lost.add(other.index)
    }
  return found.map((at, index) => (lost.has(index) ? { ...at, status: 'confirm' } : at))
}

/** Whether two places share at least half of the shorter one. */
function isHalf(a: AnchorResult, b: AnchorResult): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

/** Where no position is stated, nothing is known of it. */
function areApart(a: AnchorQuery, b: AnchorQuery): boolean {
  return a.end > a.start && b.end > b.start && (a.end <= b.start || b.end <= a.start)
}

/** A passage by its letters and digits alone. */
export function piecesOf(sought: AnchorQuery): NormalisedQuery {
  const letters = (text: string) => normalise(text).text
  return {
    sought,
    prefix: letters(sought.prefix),
    quote: letters(sought.exact),
    suffix: letters(sought.suffix)
  }
}

/** Certain by itself: nearly the same letters and context, and nothing like it anywhere else. */
function isCertain(
  { quote, prefix, suffix }: NormalisedQuery,
  [best, next]: readonly AnchorCandidate[]
): boolean {
  if (!best || best.quote < 0.85 || best.before < 0.75 || best.after < 0.75) return false
  return weightOf(prefix + quote + suffix) >= 40 && (!next || score(next) < 0.7)
}
