import { utf16 } from '../model/span'
import { piecesOf } from './anchor'
import type { Search, Standing } from './search'
import type { AnchorQuery, AnchorResult, NormalisedQuery } from './types'

/**
 * A range from where some words begin to where others begin (W3C RangeSelector: the end is not part of it). For sure
 * where both stand in one place only, or their surroundings tell it; asked about where they stand in several.
 */
export function placeRange(
  search: Search,
  text: string,
  from: NormalisedQuery,
  until: Pick<AnchorQuery, 'exact' | 'prefix' | 'suffix'>
): AnchorResult {
  const starts = likeliest(search.standing(from))
  const [start] = starts
  if (!start) return { status: 'orphan', start: utf16(0), end: utf16(0), confidence: 0 }
  const last = piecesOf({ ...until, start: 0, end: until.exact.length })
  const ends = likeliest(search.standing(last).filter((place) => place.start > start.start)).sort(
    (a, b) => a.start - b.start
  )
  const [end] = ends
  if (!end) return { status: 'orphan', start: utf16(0), end: utf16(0), confidence: 0 }
  let to: number = end.start
  while (to > start.start && /\s/.test(text.charAt(to - 1))) to--
  const isSure = starts.length === 1 && ends.length === 1
  return {
    status: isSure ? 'exact' : 'confirm',
    start: start.start,
    end: utf16(to),
    confidence: isSure ? 1 : 0.5
  }
}

/** Those with the stated surroundings, where there are any. */
function likeliest(places: readonly Standing[]): Standing[] {
  const fitting = places.filter(({ fits }) => fits)
  return fitting.length > 0 ? fitting : [...places]
}
