import type { Span } from '../model/offsets'
import { span, utf16 } from '../model/span'
import { layAlong } from './approximate-match'
import { type Evidence, judge, score } from './classify'
import type { Expected } from './drift'
import { LetterText } from './letter-text'
import { joins, likeness, sameAfter, sameBefore, shared, weightOf } from './letters'
import { edges } from './snap-edges'
import { isTorn } from './torn'
import type { AnchorCandidate, AnchorQuery, AnchorResult, NormalisedQuery } from './types'

/** Longer quotes are laid along the text by their two ends. */
const longest = 700
const endLength = 260
const shortEnd = 10
const mostOccurrences = 300
/** From this weight on, the very letters of a passage stand before any likeness that overlaps them; `bench -- anchoring`, seeds 31 to 34. */
const tellingWeight = 30
/** So many letters at an end of a passage, and so much of the context beyond it, tell that end; checked by `bench -- anchoring`, seeds 31 to 34. */
const edgeLetters = 2
const edgeContext = 0.4
/** Contexts that differ by less than this, as score, tell nothing of two equal passages; checked by `bench -- anchoring`, seeds 7 and 11. */
const leastLead = 0.02
/** So much of what stands on one side of a passage has to agree for its number to count; the same runs. */
const leastContext = 0.7

/** A place with the very letters of a passage, UTF-16. */
export interface Standing extends Span {
  /** All that is said to stand around it stands there, letter by letter. */
  readonly fits: boolean
  readonly torn: boolean
}

/** The places of passages in one text. */
export class Search extends LetterText {
  /** Where a candidate lies in the text, UTF-16. */
  spanOf({ start, end }: AnchorCandidate): { start: number; end: number } {
    const { starts, ends } = this.normalised
    return { start: starts[start] ?? this.text.length, end: ends[end - 1] ?? this.text.length }
  }

  /** The places where a passage may stand, best first. */
  places(pieces: NormalisedQuery): AnchorCandidate[] {
    if (pieces.quote === '') return []
    const places = this.occurrences(pieces)
    const [best] = places
    if (!best || best.before < 0.7 || best.after < 0.7) places.push(...this.likeliest(pieces))
    places.sort((a, b) => score(b) - score(a) || a.start - b.start)
    const overlap = (a: AnchorCandidate, b: AnchorCandidate) => a.start < b.end && b.start < a.end
    const telling = weightOf(pieces.quote) >= tellingWeight ? places.filter(({ same }) => same) : []
    const distinct: AnchorCandidate[] = []
    for (const place of places) {
      if (!place.same && telling.some((other) => overlap(place, other))) continue
      if (place.end === place.start || !distinct.some((other) => overlap(place, other))) distinct.push(place)
    }
    return distinct
  }

  /** The places where the very letters of a passage stand (no more than 300), as far as its signs go with them. */
  standing(pieces: NormalisedQuery): Standing[] {
    if (pieces.quote === '') return []
    return this.occurrences(pieces).map((place) => {
      const { start, end } = edges(this.text, this.normalised, place, pieces.sought)
      return {
        ...span(start, end),
        fits:
          sameBefore(this.normalised.text, place.start, pieces.prefix) === pieces.prefix.length &&
          sameAfter(this.normalised.text, place.end, pieces.suffix) === pieces.suffix.length,
        torn: isTorn(this.text, this.spanOf(place), pieces.sought)
      }
    })
  }

  /** `expected` is where the passage should lie by what else was found, `numbered` where by its number among equal ones. */
  settle(
    pieces: NormalisedQuery,
    places: readonly AnchorCandidate[],
    expected: Expected | null,
    numbered: number | null = null
  ): AnchorResult {
    const { sought, quote, prefix, suffix } = pieces
    if (quote === '') return this.settleBare(sought)
    const isClosed = (place: AnchorCandidate) =>
      prefix.length >= 5 &&
      suffix.length >= 5 &&
      place.before >= 0.75 &&
      place.after >= 0.75 &&
      place.end - place.start < quote.length * 0.45
    const open = places.filter((place) => !isClosed(place))
    const isNumbered = this.byNumber(places, open, sought, numbered)
    const inPlace = (place: AnchorCandidate) =>
      place.own
        ? true
        : expected === null
          ? isNumbered(place) || null
          : Math.abs(this.origin(place.start) - expected.at) <= expected.slack + 6
    const best = [...open].sort((a, b) => withPlace(b, inPlace) - withPlace(a, inPlace))[0]
    if (!best) return orphan(sought, 0)
    const others = open.filter((place) => place !== best)
    const rival = Math.max(0, ...others.map((place) => score(place) / Math.max(0.01, score(best))))
    const evidence: Evidence = {
      weight: weightOf(quote),
      same: best.same,
      quote: best.quote,
      before: best.before,
      after: best.after,
      beforeWeight: weightOf(prefix),
      afterWeight: weightOf(suffix),
      inPlace: inPlace(best),
      rival,
      torn: isTorn(this.text, this.spanOf(best), sought),
      closed: places.some(isClosed),
      only: !others.some((place) => place.same),
      cut: this.isCut(best, pieces)
    }
    const status = judge(evidence)
    const confidence = Math.round(score(best) * (rival > 0.93 ? 0.8 : 1) * 1000) / 1000
    if (status === 'orphan') return orphan(sought, confidence)
    const { start, end } = edges(this.text, this.normalised, best, sought)
    return { status, start: utf16(start), end: utf16(end), confidence }
  }

  /**
   * The number of a passage among equal ones tells its place where nothing speaks against it: one side of it is still what it
   * was, no other word stands right beside it, none of them was cut out of its surroundings, and none other has surroundings that fit better, as it would if
   * paragraphs had been moved.
   */
  private byNumber(
    places: readonly AnchorCandidate[],
    open: readonly AnchorCandidate[],
    sought: AnchorQuery,
    numbered: number | null
  ): (place: AnchorCandidate) => boolean {
    const own = open.find((place) => place.same && this.origin(place.start) === numbered)
    if (!own || open.length < places.length || Math.max(own.before, own.after) < leastContext)
      return () => false
    if (isTorn(this.text, this.spanOf(own), sought)) return () => false
    const isBest = open.every((place) => score(place) <= score(own) + leastLead)
    return (place) => isBest && place === own
  }

  /** Whether an end of a place has neither the passage's last letters there nor what stood beyond: more of it may stand further off. */
  private isCut(
    { start, end, before, after }: AnchorCandidate,
    { prefix, quote, suffix }: NormalisedQuery
  ): boolean {
    const { text } = this.normalised
    const begins = text.startsWith(quote.slice(0, edgeLetters), start)
    const ends = text.slice(end - edgeLetters, end) === quote.slice(-edgeLetters)
    return (
      (!begins && prefix !== '' && before < edgeContext) || (!ends && suffix !== '' && after < edgeContext)
    )
  }

  /** Every place with the same letters; contexts are compared where the nearest letters promise something. */
  private occurrences({ quote, prefix, suffix, sought }: NormalisedQuery): AnchorCandidate[] {
    const { text } = this.normalised
    const found: { start: number; promise: number }[] = []
    for (const at of this.lettersAt(quote)) {
      if (!this.isWhole(at, at + quote.length, sought)) continue
      const promise = sameBefore(text, at, prefix) + sameAfter(text, at + quote.length, suffix)
      found.push({ start: at, promise })
      if (found.length >= mostOccurrences) break
    }
    return found
      .sort(
        (a, b) => b.promise - a.promise || Math.abs(a.start - sought.start) - Math.abs(b.start - sought.start)
      )
      .map(({ start }, rank) => {
        const end = start + quote.length
        const near = rank < 12
        const before = near
          ? likeness(prefix, text, start - prefix.length - 8, start)
          : sameBefore(text, start, prefix) / Math.max(1, prefix.length)
        const after = near
          ? likeness(suffix, text, end, end + suffix.length + 8)
          : sameAfter(text, end, suffix) / Math.max(1, suffix.length)
        return { start, end, quote: 1, before, after, same: true }
      })
  }

  private likeliest({ quote, prefix, suffix }: NormalisedQuery): AnchorCandidate[] {
    if (quote.length > longest) return this.byEnds(quote, prefix, suffix, endLength)
    const piece = prefix + quote + suffix
    const places: AnchorCandidate[] = []
    let top = 0
    for (const { at, weight } of this.index.places(piece, 6)) {
      top ||= weight
      // Places that share far less with the passage cannot beat one that fits well.
      if (weight < top * 0.4 && places.some((place) => score(place) > 0.8)) break
      places.push(this.layAt([prefix, quote, suffix], at, piece.length))
    }
    const torn = places.every((place) => Math.min(place.before, place.after) < 0.6)
    if (torn && quote.length >= 24)
      for (const length of [Math.min(endLength, quote.length >> 2), shortEnd])
        places.push(...this.byEnds(quote, prefix, suffix, length))
    return places
  }

  private layAt(parts: readonly [string, string, string], at: number, length: number): AnchorCandidate {
    const { text } = this.normalised
    const pad = 16 + Math.round(length * 0.3)
    const from = Math.max(0, at - pad)
    const found = layAlong(parts, text, from, Math.min(text.length, at + length + pad))
    return { ...found, same: text.slice(found.start, found.end) === parts[1] }
  }

  /** By its two ends, each found by itself: for quotes that are long, or that something was put into. */
  private byEnds(quote: string, prefix: string, suffix: string, length: number): AnchorCandidate[] {
    const grams = this.index
    const head = quote.slice(0, length)
    const tail = quote.slice(-length)
    const heads = grams
      .places(prefix + head, 4)
      .map(({ at }) => this.layAt([prefix, head, ''], at, prefix.length + length))
    const tails = grams
      .places(tail + suffix, 4)
      .map(({ at }) => this.layAt(['', tail, suffix], at, suffix.length + length))
    return heads.flatMap((first) =>
      tails.flatMap((last) => {
        const now = last.end - first.start
        if (now < quote.length * 0.6 || now > quote.length * 1.6 + 200) return []
        const inner = shared(quote, this.normalised.text.slice(first.start, last.end))
        const both = Math.min((first.quote + last.quote) / 2, inner)
        const { before } = first
        const { after } = last
        return [{ start: first.start, end: last.end, quote: both * 0.97, before, after, same: false }]
      })
    )
  }

  /** Whether a place does not begin or end inside a word, where the passage did not. */
  private isWhole(from: number, to: number, { prefix, exact, suffix }: AnchorQuery): boolean {
    const { starts, ends } = this.normalised
    const first = starts[from] ?? 0
    const last = ends[to - 1] ?? 0
    const wholeBefore = !joins(prefix.slice(-1), exact.charAt(0))
    const wholeAfter = !joins(exact.slice(-1), suffix.charAt(0))
    return (
      !(wholeBefore && joins(this.text.charAt(first - 1), this.text.charAt(first))) &&
      !(wholeAfter && joins(this.text.charAt(last - 1), this.text.charAt(last)))
    )
  }

  /** A passage without letters or digits, such as a dash: only the very same characters in their very context will do. */
  private settleBare(sought: AnchorQuery): AnchorResult {
    const { exact, prefix, suffix } = sought
    const whole = prefix + exact + suffix
    const at = this.text.indexOf(whole)
    if (at === -1 || whole.length < exact.length + 8 || this.text.indexOf(whole, at + 1) !== -1)
      return orphan(sought, 0)
    const start = at + prefix.length
    return { status: 'exact', start: utf16(start), end: utf16(start + exact.length), confidence: 1 }
  }
}

/** A place that its neighbours vouch for comes before one that is a little better by itself. */
function withPlace(place: AnchorCandidate, inPlace: (place: AnchorCandidate) => boolean | null): number {
  return score(place) + (inPlace(place) === true ? 0.25 : 0)
}

function orphan({ start, end }: AnchorQuery, confidence: number): AnchorResult {
  return { status: 'orphan', start: utf16(start), end: utf16(end), confidence }
}
