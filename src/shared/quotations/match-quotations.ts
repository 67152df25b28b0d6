import { GramIndex } from '../anchoring/gram-index'
import { compareQuotation, type QuotationComparison } from './compare-quotation'
import { findStanding } from './find-standing'
import { Letters } from './letters'
import { partsOf, type QuotedParts, windowAround } from './quoted-parts'
import { RunIndex } from './unmarked-runs'

/** A quotation that is looked up; its second reading is the one that ends at another mark. */
export interface SoughtQuotation {
  readonly readings: readonly string[]
}

/** A place where a quotation stands in one of the texts. */
export interface FoundPlace extends QuotationComparison {
  /** Indices of the quotation, of its reading and of the text. */
  readonly quotation: number
  readonly reading: number
  readonly text: number
}

/** A stretch of the manuscript that stands in a text, marked or not: UTF-16 in either. */
export interface FoundRun {
  readonly start: number
  readonly end: number
  readonly text: number
  readonly at: { readonly start: number; readonly end: number }
  /** What the text says there. */
  readonly said: string
}

export interface MatchInput {
  readonly texts: readonly string[]
  readonly quotations: readonly SoughtQuotation[]
  /** Whether those that stand nowhere letter by letter are looked for by what they have in common with a place. */
  readonly approximate: boolean
  /** The whole manuscript, where stretches of it that are not marked are looked for too; else null. */
  readonly manuscript: string | null
}

export interface MatchOutput {
  readonly places: readonly FoundPlace[]
  /** How many places each quotation has, those that are not given too. */
  readonly counts: readonly number[]
  readonly runs: readonly FoundRun[]
}

/** So many places of a quotation are given for one batch of texts; the others are counted. */
const mostPlaces = 20
/** So many likely places of a quotation are held against it in one batch of texts. */
const mostLikely = 6
/** Below this share of words that agree a place is none. */
const leastLikeness = 0.55
/** Fewer words in common (an ideograph is two thirds of one) tell nothing. */
const leastAgreeing = 2.9
/** A place that shares less with a quotation than this share of what the best one does is not looked at. */
const leastVotes = 0.35

/** Looks quotations up in some texts. Plain data in and out, for it crosses threads. */
export function matchQuotations({ texts, quotations, approximate, manuscript }: MatchInput): MatchOutput {
  const letters = new Letters(texts)
  const starts = letters.wordStarts()
  const counts = quotations.map(() => 0)
  const parts = quotations.map(({ readings }) => readings.map(partsOf))
  const places = approximate
    ? likelyPlaces(letters, texts, quotations, parts)
    : standingPlaces(letters, starts, texts, { quotations, parts, counts })
  if (approximate) for (const { quotation } of places) counts[quotation] = (counts[quotation] ?? 0) + 1
  return { places, counts, runs: manuscript === null ? [] : runsOf(letters, starts, texts, manuscript) }
}

interface Sought {
  readonly quotations: readonly SoughtQuotation[]
  readonly parts: readonly (readonly QuotedParts[])[]
  readonly counts: number[]
}

/** Where quotations stand letter by letter; those with omissions and insertions by their longest part. */
function standingPlaces(
  letters: Letters,
  starts: Uint8Array,
  texts: readonly string[],
  { quotations, parts, counts }: Sought
): FoundPlace[] {
  const patterns: string[] = []
  const meant: { quotation: number; reading: number; isWhole: boolean }[] = []
  const want = (pattern: string, quotation: number, reading: number, isWhole: boolean) => {
    // One letter stands everywhere.
    if (pattern.length < 2) return
    patterns.push(pattern)
    meant.push({ quotation, reading, isWhole })
  }
  for (const [quotation, readings] of parts.entries())
    for (const [reading, { whole, segments, longest }] of readings.entries()) {
      want(whole, quotation, reading, true)
      if (segments.length > 1 || segments[0] !== whole)
        want(segments[longest] ?? '', quotation, reading, false)
    }
  const found: FoundPlace[] = []
  const given = new Map<number, number>()
  const seen = new Set<string>()
  findStanding(letters.text, starts, patterns, (pattern, at) => {
    const own = meant[pattern]
    const length = patterns[pattern]?.length ?? 0
    const sought = own && parts[own.quotation]?.[own.reading]
    if (!own || !sought || starts[at + length] !== 1) return
    const many = given.get(pattern) ?? 0
    // What stands everywhere is counted.
    if (many >= mostPlaces) {
      if (own.isWhole && own.reading === 0) counts[own.quotation] = (counts[own.quotation] ?? 0) + 1
      return
    }
    const window = own.isWhole ? { from: at, to: at + length } : windowAround(letters, sought, at)
    const quotation = quotations[own.quotation]?.readings[own.reading] ?? ''
    const place = compared(letters, texts, quotation, window)
    if (!place || (!own.isWhole && !isEnough(place))) return
    const name = `${own.quotation} ${place.text} ${place.start}`
    given.set(pattern, many + 1)
    if (seen.has(name)) return
    seen.add(name)
    if (own.reading === 0) counts[own.quotation] = (counts[own.quotation] ?? 0) + 1
    found.push({ ...place, quotation: own.quotation, reading: own.reading })
  })
  return found
}

/** The likeliest places of quotations that stand nowhere as they are. */
function likelyPlaces(
  letters: Letters,
  texts: readonly string[],
  quotations: readonly SoughtQuotation[],
  parts: readonly (readonly QuotedParts[])[]
): FoundPlace[] {
  const grams = new GramIndex(letters.text)
  const found: FoundPlace[] = []
  for (const [quotation, readings] of parts.entries())
    for (const [reading, sought] of readings.entries()) {
      const piece = sought.segments[sought.longest] ?? ''
      const likely = grams.places(piece, mostLikely)
      const best = likely[0]?.weight ?? 0
      for (const { at, weight } of likely) {
        if (weight < best * leastVotes) break
        const window = windowAround(letters, sought, Math.max(0, at))
        const place = compared(letters, texts, quotations[quotation]?.readings[reading] ?? '', window)
        if (!place || !isEnough(place)) continue
        const isThere = found.some(
          (each) =>
            each.quotation === quotation &&
            each.text === place.text &&
            each.start < place.end &&
            place.start < each.end
        )
        if (!isThere) found.push({ ...place, quotation, reading })
      }
    }
  return found
}

function isEnough({ likeness, agreeing }: QuotationComparison): boolean {
  return likeness >= leastLikeness && agreeing >= leastAgreeing
}

/** So many signs beyond the letters of a place are looked at: its quotation marks and stops. */
const signsBeyond = 6

/** A quotation held against the text at some letters. */
function compared(
  letters: Letters,
  texts: readonly string[],
  quotation: string,
  { from, to }: { readonly from: number; readonly to: number }
): Omit<FoundPlace, 'quotation' | 'reading'> | null {
  const { part, start, end } = letters.spanOf(from, to)
  const text = texts[part] ?? ''
  const [first, last] = [signsBefore(text, start), signsAfter(text, end)]
  const found = compareQuotation(quotation, text.slice(first, last))
  if (!found) return null
  const moved = found.differences.map(({ kind, own, other }) => ({
    kind,
    own,
    other: { start: other.start + first, end: other.end + first }
  }))
  return { ...found, differences: moved, start: found.start + first, end: found.end + first, text: part }
}

const wordSign = /[\p{L}\p{N}\n]/u

function signsBefore(text: string, start: number): number {
  let at = start
  while (at > 0 && start - at < signsBeyond && !wordSign.test(text.charAt(at - 1))) at--
  return at
}

function signsAfter(text: string, end: number): number {
  let at = end
  while (at < text.length && at - end < signsBeyond && !wordSign.test(text.charAt(at))) at++
  return at
}

function runsOf(
  letters: Letters,
  starts: Uint8Array,
  texts: readonly string[],
  manuscript: string
): FoundRun[] {
  const own = new Letters([manuscript])
  return new RunIndex(own).runsIn(letters, starts).map(({ from, to, at }) => {
    const { start, end } = own.spanOf(from, to)
    const there = letters.spanOf(at, at + to - from)
    const said = (texts[there.part] ?? '').slice(there.start, there.end)
    return { start, end, text: there.part, at: { start: there.start, end: there.end }, said }
  })
}
