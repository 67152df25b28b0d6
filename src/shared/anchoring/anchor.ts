import type { Selector } from '../model/annotation'
import type { Utf16Offset } from '../model/offsets'
import { utf16 } from '../model/span'
import { Drift, type Expected, type Fixed, inOrder } from './drift'
import { edges } from './edges'
import { GramIndex } from './gram-index'
import { type AnchorStatus, type Evidence, judge, merit } from './judge'
import { type Fit, layAlong } from './lay-along'
import { type Skeleton, skeletonOf } from './skeleton'

/** A passage to be found again: what a selector knows of it, whatever the revision. */
export type Sought = Pick<Selector, 'exact' | 'prefix' | 'suffix'> & {
  readonly start: number
  readonly end: number
}

/** Where a passage was found (UTF-16 offsets of the text searched), and how sure that is. */
export interface Anchored {
  readonly status: AnchorStatus
  /** For an orphan: where it was, for want of better. */
  readonly start: Utf16Offset
  readonly end: Utf16Offset
  readonly confidence: number
}

interface Pieces {
  readonly sought: Sought
  readonly prefix: string
  readonly quote: string
  readonly suffix: string
}

interface Place extends Fit {
  readonly same: boolean
}

/** Longer quotes are laid along the text by their two ends. */
const longest = 700
const endLength = 260
const shortEnd = 10
const mostOccurrences = 300

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

function piecesOf(sought: Sought): Pieces {
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

class Search {
  private readonly skeleton: Skeleton
  private grams: GramIndex | null = null

  constructor(private readonly text: string) {
    this.skeleton = skeletonOf(text)
  }

  /** Where a skeleton offset lies in the text. */
  origin(at: number): number {
    return this.skeleton.starts[at] ?? this.text.length
  }

  /** The places where a passage may stand, best first. */
  places(pieces: Pieces): Place[] {
    if (pieces.quote === '') return []
    const places = this.occurrences(pieces)
    const [best] = places
    if (!best || best.before < 0.7 || best.after < 0.7) places.push(...this.likeliest(pieces))
    places.sort((a, b) => merit(b) - merit(a) || a.start - b.start)
    const distinct: Place[] = []
    for (const place of places)
      if (
        !distinct.some((other) => other.start < place.end && place.start < other.end) ||
        place.end === place.start
      )
        distinct.push(place)
    return distinct
  }

  settle(pieces: Pieces, places: readonly Place[], expected: Expected | null): Anchored {
    const { sought, quote, prefix, suffix } = pieces
    if (quote === '') return this.settleBare(sought)
    const isClosed = (place: Place) =>
      prefix.length >= 5 &&
      suffix.length >= 5 &&
      place.before >= 0.75 &&
      place.after >= 0.75 &&
      place.end - place.start < quote.length * 0.45
    const inPlace = (place: Place) =>
      expected === null ? null : Math.abs(this.origin(place.start) - expected.at) <= expected.slack + 6
    const open = places.filter((place) => !isClosed(place))
    const best = [...open].sort((a, b) => withPlace(b, inPlace) - withPlace(a, inPlace))[0]
    if (!best) return orphan(sought, 0)
    const others = open.filter((place) => place !== best)
    const rival = Math.max(0, ...others.map((place) => merit(place) / Math.max(0.01, merit(best))))
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
      closed: places.some(isClosed),
      only: !others.some((place) => place.same)
    }
    const status = judge(evidence)
    const confidence = Math.round(merit(best) * (rival > 0.93 ? 0.8 : 1) * 1000) / 1000
    if (status === 'orphan') return orphan(sought, confidence)
    const { start, end } = edges(this.text, this.skeleton, best, sought)
    return { status, start: utf16(start), end: utf16(end), confidence }
  }

  /** Every place with the same letters; contexts are compared where the nearest letters promise something. */
  private occurrences({ quote, prefix, suffix, sought }: Pieces): Place[] {
    const { text } = this.skeleton
    const found: { start: number; promise: number }[] = []
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
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

  private likeliest({ quote, prefix, suffix }: Pieces): Place[] {
    const { text } = this.skeleton
    this.grams ??= new GramIndex(text)
    if (quote.length > longest) return this.byEnds(quote, prefix, suffix, endLength)
    const piece = prefix + quote + suffix
    const places: Place[] = []
    let top = 0
    for (const { at, weight } of this.grams.places(piece, 6)) {
      top ||= weight
      // Places that share far less with the passage cannot beat one that fits well.
      if (weight < top * 0.4 && places.some((place) => merit(place) > 0.8)) break
      places.push(this.layAt([prefix, quote, suffix], at, piece.length))
    }
    const torn = places.every((place) => Math.min(place.before, place.after) < 0.6)
    if (torn && quote.length >= 24)
      for (const length of [Math.min(endLength, quote.length >> 2), shortEnd])
        places.push(...this.byEnds(quote, prefix, suffix, length))
    return places
  }

  private layAt(parts: readonly [string, string, string], at: number, length: number): Place {
    const { text } = this.skeleton
    const pad = 16 + Math.round(length * 0.3)
    const from = Math.max(0, at - pad)
    const band = length < 160 ? null : { at: at - from, width: 40 + Math.round(length * 0.1) }
    const found = layAlong(parts, text, from, Math.min(text.length, at + length + pad), band)
    return { ...found, same: text.slice(found.start, found.end) === parts[1] }
  }

  /** By its two ends, each found by itself: for quotes that are long, or that something was put into. */
  private byEnds(quote: string, prefix: string, suffix: string, length: number): Place[] {
    const grams = this.grams
    if (!grams) return []
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
        const inner = shared(quote, this.skeleton.text.slice(first.start, last.end))
        const both = Math.min((first.quote + last.quote) / 2, inner)
        const { before } = first
        const { after } = last
        return [{ start: first.start, end: last.end, quote: both * 0.97, before, after, same: false }]
      })
    )
  }

  /** Whether a place does not begin or end inside a word, where the passage did not. */
  private isWhole(from: number, to: number, { prefix, exact, suffix }: Sought): boolean {
    const { starts, ends } = this.skeleton
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
  private settleBare(sought: Sought): Anchored {
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
function withPlace(place: Place, inPlace: (place: Place) => boolean | null): number {
  return merit(place) + (inPlace(place) === true ? 0.25 : 0)
}

function orphan({ start, end }: Sought, confidence: number): Anchored {
  return { status: 'orphan', start: utf16(start), end: utf16(end), confidence }
}

const wordCharacter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

function joins(a: string, b: string): boolean {
  return a !== '' && b !== '' && wordCharacter.test(a) && wordCharacter.test(b)
}

/** Letters, an ideograph counted as three of them: so much does it tell. */
function weightOf(skeleton: string): number {
  let weight = 0
  for (let i = 0; i < skeleton.length; i++) weight += skeleton.charCodeAt(i) >= 0x2e80 ? 3 : 1
  return weight
}

function sameBefore(text: string, at: number, prefix: string): number {
  let same = 0
  while (
    same < prefix.length &&
    text.charCodeAt(at - 1 - same) === prefix.charCodeAt(prefix.length - 1 - same)
  )
    same++
  return same
}

function sameAfter(text: string, at: number, suffix: string): number {
  let same = 0
  while (same < suffix.length && text.charCodeAt(at + same) === suffix.charCodeAt(same)) same++
  return same
}

/** How much of a quote's stretches of four characters stand in another text too. */
function shared(quote: string, other: string): number {
  const there = new Set<string>()
  for (let at = 0; at + 4 <= other.length; at++) there.add(other.slice(at, at + 4))
  let same = 0
  for (let at = 0; at + 4 <= quote.length; at++) if (there.has(quote.slice(at, at + 4))) same++
  return same / Math.max(1, quote.length - 3)
}

function likeness(piece: string, text: string, from: number, to: number): number {
  if (piece === '') return 0
  return layAlong(['', piece, ''], text, Math.max(0, from), Math.min(text.length, to)).quote
}
