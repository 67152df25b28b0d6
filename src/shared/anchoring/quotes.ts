import { utf16 } from '../model/span'
import { piecesOf } from './anchor'
import { between, kOfN } from './between'
import { Drift, type Fixed, inOrder } from './drift'
import { placeByStandard, placesByCounting } from './foreign-positions'
import { weightOf } from './letters'
import { placeRange } from './range'
import { Search, type Standing } from './search'
import type { AnchorQuery, AnchorResult, NormalisedQuery } from './types'

/** A passage by its words, what stands around them, and where, as another program keeps it. */
export interface Quote extends Pick<AnchorQuery, 'exact' | 'prefix' | 'suffix'> {
  /** Where that program saw it, in its own counting; null where it does not say. */
  readonly start: number | null
  /** And where it ended. A quote without words is known by its position alone. */
  readonly end?: number | null | undefined
  /** Positions are bytes of the file. */
  readonly inBytes?: boolean | undefined
  /** It begins with `exact` and ends before these words. */
  readonly until?: Pick<AnchorQuery, 'exact' | 'prefix' | 'suffix'> | undefined
}

/** So many letters that stand once in a text are enough to know a passage by that is known to be in it. */
const tellingLetters = 18

/**
 * Finds passages that another program quotes. Offsets are UTF-16 code units of `text`.
 *
 * Unlike a passage of an earlier state of the text, one that is quoted was never cut out of it: the same letters, if they
 * stand once, are not too few and have no other word beside them, are enough. Of several places with the same letters one
 * is taken for sure only where what stands around it tells it from all others, or its position does: as it was counted,
 * between its neighbours, or as the k-th of n that are all quoted. Else it is asked about.
 */
export function anchorQuotes(text: string, quotes: readonly Quote[]): AnchorResult[] {
  if (quotes.length === 0) return []
  const search = new Search(text)
  const all = quotes.map((quote) => lookUp(search, quote))
  const landmarks = inOrder(
    all.flatMap(({ quote, sure }): Fixed[] =>
      sure && quote.start !== null && !quote.inBytes ? [{ was: quote.start, is: sure.start }] : []
    )
  )
  const counted = placesByCounting(
    text,
    all.map(({ quote, standing }) => ({ ...quote, inBytes: quote.inBytes ?? false, places: standing.length }))
  )
  const drift = new Drift(landmarks)
  const byOrder = kOfN(all)
  return all.map((own, index): AnchorResult => {
    const { quote, pieces, standing, sure } = own
    if (quote.until) return placeRange(search, text, pieces, quote.until)
    const stated = counted[index] ?? null
    if (quote.exact.trim() === '') return bare(text, quote, stated)
    if (stated && (!sure || sure.start === stated.start)) return exactly(stated)
    if (sure && !stated) return exactly(sure)
    const { start } = quote
    const only = start === null ? null : (between(standing, start, landmarks) ?? byOrder[index] ?? null)
    if (only && !sure) return exactly(only)
    // A passage does not vouch for itself: no landmark of its own goes into what is expected of it.
    const expected = start === null || standing.length > 0 ? null : drift.expected(start)
    const settled = search.settle(pieces, search.places(pieces), expected)
    return standing.length > 0 && settled.status !== 'orphan' ? { ...settled, status: 'confirm' } : settled
  })
}

interface LookedUp {
  readonly quote: Quote
  readonly pieces: NormalisedQuery
  readonly standing: readonly Standing[]
  /** Where it stands by its words and surroundings alone; null where they do not tell. */
  readonly sure: Standing | null
}

function lookUp(search: Search, quote: Quote): LookedUp {
  const start = quote.start ?? 0
  const { exact, prefix, suffix } = quote
  const pieces = piecesOf({ exact, prefix, suffix, start, end: start + exact.length })
  const standing = search.standing(pieces)
  return { quote, pieces, standing, sure: sureOf(search, quote, pieces, standing) }
}

function sureOf(
  search: Search,
  { exact, prefix, suffix }: Quote,
  pieces: NormalisedQuery,
  standing: readonly Standing[]
): Standing | null {
  const hasContext = prefix !== '' || suffix !== ''
  const [first] = standing
  if (!first) return null
  if (standing.length === 1 && weightOf(pieces.quote) >= tellingLetters)
    return hasContext && first.torn ? null : first
  if (hasContext) {
    const fitting = standing.filter(({ fits }) => fits)
    const [only] = fitting
    if (only && fitting.length === 1 && weightOf(pieces.prefix + pieces.suffix) >= 8) return only
    if (fitting.length > 0) return null
    const settled = search.settle(pieces, search.places(pieces), null)
    const isSure = settled.status === 'exact' || settled.status === 'fuzzy'
    return isSure ? (standing.find(({ start }) => start === settled.start) ?? null) : null
  }
  if (weightOf(pieces.quote) < tellingLetters) return null
  // Several places with the same letters, but one of them with the same signs and capitals too.
  const alike = search.verbatim(exact)
  const [start, ...more] = alike
  if (start === undefined || more.length > 0) return null
  return { start: utf16(start), end: utf16(start + exact.length), fits: true, torn: false }
}

/** A position without words: for sure where a way of counting is proven, else a question, never moved into the text. */
function bare(text: string, quote: Quote, stated: { start: number; end: number } | null): AnchorResult {
  if (stated) return exactly(stated)
  const place = placeByStandard(text, { ...quote, inBytes: quote.inBytes ?? false, places: 0 })
  if (place) return { status: 'confirm', ...place, confidence: 0 }
  return { status: 'orphan', start: utf16(0), end: utf16(0), confidence: 0 }
}

function exactly({ start, end }: { start: number; end: number }): AnchorResult {
  return { status: 'exact', start: utf16(start), end: utf16(end), confidence: 1 }
}
