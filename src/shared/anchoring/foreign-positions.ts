import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { type Counting, countingsOf, endOfQuoteAt, isOnWords, offsetsUnder } from './positions'

/** A highlight as far as counting goes. Positions are in the other program's own counting. */
export interface Positioned {
  /** Empty where only a position is stated. */
  readonly exact: string
  readonly start: number | null
  readonly end?: number | null
  readonly inBytes?: boolean
  /** In how many places its words stand; 0 for a position without words. */
  readonly places: number
}

/** Where a way of counting has a highlight, and whether what stands there speaks for it. */
interface Counted {
  readonly place: Span | null
  readonly isHit: boolean
}

const nowhere: Counted = { place: null, isHit: false }

/** By chance a position falls between two words so often, with both ends. */
const chanceOfWords = 0.06

/** A way of counting is believed when its hits would come about by chance more seldom than this. */
const mostChance = 0.05

/** So much of what stands in one place only may lie elsewhere than a way of counting says. */
const mostMisses = 0.2

/**
 * Places by stated positions. In which unit a program counted, and whether CRLF or a blank line stands between blocks, is
 * told by where the quoted words are: a way of counting under which they stand just there, too often for chance. Null
 * where no way of counting is proven, or those that are proven do not agree.
 */
export function placesByCounting(text: string, all: readonly Positioned[]): (Span | null)[] {
  const inBytes = byUnit(text, all, true)
  const inCharacters = byUnit(text, all, false)
  return all.map((each, index) => (each.inBytes ? inBytes : inCharacters)[index] ?? null)
}

/** Where a position without words lies as the standard counts (code points, LF); null where it is beyond the text. */
export function placeByStandard(text: string, { start, end, inBytes }: Positioned): Span | null {
  if (start === null || end === null || end === undefined || end <= start) return null
  const [standard] = countingsOf(inBytes ?? false)
  if (!standard) return null
  const offsets = offsetsUnder(text, standard, [start, end])
  const from = offsets.get(start)
  const to = offsets.get(end)
  return from === undefined || to === undefined ? null : span(from, to)
}

function byUnit(text: string, all: readonly Positioned[], inBytes: boolean): (Span | null)[] {
  const own = all.map((each) => ((each.inBytes ?? false) === inBytes && each.start !== null ? each : null))
  const positions = own.flatMap((each) => (each ? [each.start ?? 0, each.end ?? each.start ?? 0] : []))
  if (positions.length === 0) return all.map(() => null)
  const ways = distinct(countingsOf(inBytes).map((counting) => placesUnder(text, counting, own, positions)))
  const hitsOf = (way: readonly Counted[]) => way.filter(({ isHit }) => isHit).length
  const most = Math.max(...ways.map(hitsOf))
  const proven = ways.filter((way) => hitsOf(way) === most && isProven(text, own, way, ways.length))
  return all.map((_, index) => {
    const stated = proven.flatMap((way) => way[index]?.place ?? [])
    const [first] = stated
    return first && stated.every(({ start }) => start === first.start) ? first : null
  })
}

/** What a way of counting finds: the quoted words where they should be, or whole words at a bare position. */
function placesUnder(
  text: string,
  counting: Counting,
  own: readonly (Positioned | null)[],
  positions: readonly number[]
): Counted[] {
  const offsets = offsetsUnder(text, counting, positions)
  return own.map((each) => {
    const start = each === null || each.start === null ? undefined : offsets.get(each.start)
    if (!each || start === undefined) return nowhere
    if (each.exact !== '') {
      const end = endOfQuoteAt(text, start, each.exact)
      return end === null ? nowhere : { place: span(start, end), isHit: true }
    }
    const end = offsets.get(each.end ?? -1)
    if (end === undefined || end <= start) return nowhere
    return { place: span(start, end), isHit: isOnWords(text, start, end) }
  })
}

function isProven(
  text: string,
  own: readonly (Positioned | null)[],
  way: readonly Counted[],
  ways: number
): boolean {
  let chance = 1
  let misses = 0
  let hits = 0
  const seen = new Set<number | null>()
  for (const [index, each] of own.entries()) {
    if (!each || seen.has(each.start)) continue
    seen.add(each.start)
    if (way[index]?.isHit) {
      hits++
      const byChance = each.exact === '' ? chanceOfWords : each.places / Math.max(1, text.length)
      chance *= Math.min(1, byChance * ways)
    } else if (each.places === 1) misses++
  }
  return hits > 0 && chance < mostChance && misses <= hits * mostMisses
}

/** Ways of counting that come to the same are one. */
function distinct(ways: readonly Counted[][]): Counted[][] {
  const keyOf = (way: readonly Counted[]) => way.map(({ place }) => place?.start ?? '').join()
  return [...new Map(ways.map((way) => [keyOf(way), way])).values()]
}
