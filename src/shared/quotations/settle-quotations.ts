import { type HonouredKind, type QuotationDifference, weightOfWord } from './compare-quotation'
import type { Quotation } from './manuscript'
import type { FoundPlace } from './match-quotations'
import type { QuotationStatus } from './quotation-report'
import { tokensOf } from './tokens'

/** A place in one of the texts, by its number. */
export interface SettledPlace
  extends Pick<FoundPlace, 'start' | 'end' | 'typographic' | 'likeness' | 'text'> {
  /** Offsets in the manuscript, and in the text. */
  readonly differences: readonly QuotationDifference[]
  readonly honoured: readonly HonouredKind[]
}

export interface SettledQuotation extends Omit<Quotation, 'otherEnd'> {
  readonly status: QuotationStatus
  readonly places: readonly SettledPlace[]
  readonly total: number
}

/** Fewer words (an ideograph is two thirds of one) are no quotation that could be altered. */
const leastWords = 2.6

/** An altered quotation is of a place that is nearly as like it as the likeliest, or of none. */
const leastNear = 0.15

/** Whether a quotation is too short to be held against anything: two words, three ideographs. */
export function isShort(quotation: string): boolean {
  return wordsIn(quotation) < leastWords
}

/** How many words a text has; an ideograph counts two thirds. */
export function wordsIn(text: string): number {
  return tokensOf(text, { isQuoted: true })
    .filter(({ kind }) => kind === 'word')
    .reduce((sum, token) => sum + weightOfWord(token), 0)
}

export interface FoundPlaces {
  /** By the number of the quotation. */
  readonly places: ReadonlyMap<number, readonly FoundPlace[]>
  /** In earlier states of the texts. */
  readonly earlier: ReadonlyMap<number, readonly FoundPlace[]>
  readonly counts: readonly number[]
}

/**
 * What is to be said of quotations, by the places that were found. Of two readings of one the longest that is exact counts,
 * else the likelier. What stands within a quotation that was found is part of it.
 */
export function settleQuotations(
  manuscript: string,
  quotations: readonly Quotation[],
  { places, earlier, counts }: FoundPlaces
): SettledQuotation[] {
  const settled: SettledQuotation[] = []
  let covered = -1
  for (const [index, quotation] of quotations.entries()) {
    if (quotation.outerEnd <= covered) continue
    const before = (earlier.get(index) ?? []).filter(({ differences }) => differences.length === 0)
    const own = settledOne(manuscript, quotation, places.get(index) ?? [], before, counts[index] ?? 0)
    if (own === null) continue
    settled.push(own)
    if (own.status !== 'not-found' && own.status !== 'short') covered = Math.max(covered, own.outerEnd)
  }
  return settled
}

function settledOne(
  manuscript: string,
  { otherEnd, ...quotation }: Quotation,
  current: readonly FoundPlace[],
  earlier: readonly FoundPlace[],
  count: number
): SettledQuotation | null {
  const isOther = otherEnd !== null && otherReadingIsBetter([...current, ...earlier])
  const reading = isOther ? 1 : 0
  const end = isOther ? otherEnd : quotation.end
  const behind = quotation.kind === 'marks' ? 1 : 0
  const outerEnd = Math.max(quotation.outerEnd, end + (isOther ? behind : 0))
  const text = manuscript.slice(quotation.start, end)
  // Without a word there is nothing to look up: a mark by itself, an omission.
  if (wordsIn(text) === 0) return null
  const read = (places: readonly FoundPlace[]) =>
    places
      .filter((place) => place.reading === reading)
      .map((place) => movedTo(place, quotation.start))
      .sort((a, b) => a.differences.length - b.differences.length || b.likeness - a.likeness)
  const [own, before] = [read(current), read(earlier)]
  const exact = own.filter(({ differences }) => differences.length === 0)
  const best = Math.max(0, ...own.map(({ likeness }) => likeness))
  const likely = own.filter(({ likeness }) => likeness > best - leastNear)
  const places = exact.length > 0 ? exact : [...before, ...likely]
  const given = { ...quotation, end, outerEnd, places }
  if (isShort(text)) return { ...given, status: 'short', total: Math.max(places.length, count) }
  if (exact.length > 0)
    return { ...given, status: 'exact', total: Math.max(exact.length, count - (own.length - exact.length)) }
  const status = before.length > 0 ? 'earlier' : own.length > 0 ? 'altered' : 'not-found'
  return { ...given, status, total: places.length }
}

function otherReadingIsBetter(places: readonly FoundPlace[]): boolean {
  const best = (reading: number) =>
    Math.max(
      -1,
      ...places
        .filter((place) => place.reading === reading)
        .map(({ differences, likeness }) => (differences.length === 0 ? 2 : likeness))
    )
  return best(1) > -1 && best(1) >= best(0)
}

/** A place whose differences name offsets in the manuscript. */
function movedTo(
  { differences, start, end, text, typographic, honoured, likeness }: FoundPlace,
  by: number
): SettledPlace {
  const moved = differences.map(({ kind, own, other }) => ({
    kind,
    own: { start: own.start + by, end: own.end + by },
    other
  }))
  return { start, end, text, typographic, honoured, likeness, differences: moved }
}
