import { utf16 } from '../model/span'
import { anchorAll, piecesOf } from './anchor'
import { weightOf } from './letters'
import { Search } from './search'
import { skeletonOf } from './skeleton'
import type { Anchored, Sought } from './sought'

/** A passage by its words and what stands around them, as another program keeps it. */
export interface Quote extends Pick<Sought, 'exact' | 'prefix' | 'suffix'> {
  /** Where that program saw it, in its own counting; null where it does not say. */
  readonly start: number | null
}

/** So many letters that stand once in a text are enough to know a passage by that is known to be in it. */
const tellingLetters = 18

/**
 * Finds passages that another program quotes. Where all of them have a place the places tell in which order they stand;
 * else each is found by itself. Offsets are UTF-16 code units of `text`.
 *
 * Unlike a passage of an earlier state of the text, one that is quoted was never cut out of it: the same letters, if they
 * stand once and are not too few, are enough.
 */
export function anchorQuotes(text: string, quotes: readonly Quote[]): Anchored[] {
  const sought = quotes.map(({ start, ...quote }) => ({
    ...quote,
    start: start ?? 0,
    end: (start ?? 0) + quote.exact.length
  }))
  if (quotes.length === 0) return []
  const search = new Search(text)
  const placed = quotes.every(({ start }) => start !== null)
  const found = placed
    ? anchorAll(text, sought)
    : sought.map((each) => {
        const pieces = piecesOf(each)
        return search.settle(pieces, search.places(pieces), null)
      })
  return found.map((each, index) => {
    const own = sought[index]
    if (!own || each.status !== 'confirm') return each
    const pieces = piecesOf(own)
    if (weightOf(pieces.quote) < tellingLetters) return each
    const isSame = skeletonOf(text.slice(each.start, each.end)).text === pieces.quote
    if (isSame && search.standsOnce(pieces)) return { ...each, status: 'exact' }
    // What stands around it may tell of another place: then it is asked about.
    if (own.prefix !== '' || own.suffix !== '') return each
    // Several places with the same letters, but one of them with the same signs and capitals too.
    const start = text.indexOf(own.exact)
    if (start === -1 || text.indexOf(own.exact, start + 1) !== -1) return each
    return { ...each, status: 'exact', start: utf16(start), end: utf16(start + own.exact.length) }
  })
}
