import type { Lexicon } from '../alignment/lexicon'
import { counterpart } from '../alignment/words/counterpart'
import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { FormGuide, type FormOverlap } from './form-guide'
import { functionWords } from './function-words'
import { numbersOf } from './numbers-in'
import { phraseTokens } from './phrase-key'
import { contentOf, phraseLikeness } from './phrase-likeness'
import { quotedSpans } from './quoted-spans'
import { TokenFolder } from './tokens'

/** Sentences of two versions that are linked, and where a formula stands in the first. */
export interface Slot {
  readonly a: string
  readonly languageA: string
  /** UTF-16 in `a`. */
  readonly at: Span
  readonly b: string
  readonly languageB: string
  /** Of the link, 0 to 1. */
  readonly confidence: number
}

/** A stretch of the other version that seems to render the formula. */
interface SlotAnswer {
  /** UTF-16 in `b`. */
  readonly at: Span
  /** 0 to 1. */
  readonly score: number
  /** Both stand in quotation marks. */
  readonly quoted: boolean
  readonly overlap: FormOverlap | null
}

const folder = new TokenFolder()
/** In tokens. */
const longestRendering = 18

/**
 * The stretch that answers a formula in a linked sentence: of all stretches of whole words the one for which most speaks: what
 * the aligned words say, quotation marks on both sides, and what the source form lets expect.
 *
 * @param guide of the source form; null where none is known
 * @param said the words of the formula in `a`
 */
export function slotAnswer(slot: Slot, guide: FormGuide | null, lexicon: Lexicon): SlotAnswer | null {
  const { a, b, at } = slot
  const row = folder.tokens(b)
  if (row.length === 0) return null
  const aligned = counterpart(a, slot.languageA, at, b, slot.languageB, lexicon)
  const marks = marksOf(slot, lexicon)
  const parts = partsOf(a.slice(at.start, at.end))
  const tokens = Array.from(row.ids, (id) => folder.name(id))
  const surfaces = tokens.map((_, k) => b.slice(row.starts[k], row.ends[k]))
  const own = Array.from(folder.tokens(a.slice(at.start, at.end)).ids, (id) => folder.name(id))
  const edge = tokens.map((token) => token !== '.' && !functionWords.has(token))
  const inQuotes = quotedSpans(b, 0, b.length)
  let best: SlotAnswer | null = null
  const consider = (from: number, to: number, quote: Span | null) => {
    const place = quote ?? span(row.starts[from] ?? 0, row.ends[to] ?? 0)
    const isPartner = quote !== null && marks.partner !== null && overlapOf(quote, marks.partner) > 0.9
    const isOthers = marks.others.some((each) => overlapOf(each, place) > 0.3)
    const words = tokens.slice(from, to + 1)
    const overlap = guide?.overlap(words, surfaces.slice(from, to + 1)) ?? null
    const near = aligned ? overlapOf(place, aligned.at) : 0
    if (near === 0 && !quote && (overlap?.score ?? 0) < 0.7) return
    const answer = overlap ? overlap.score + 0.15 * overlap.numbers : phraseLikeness(own, words)
    const cut = quote === null && inQuotes.some((each) => overlapOf(each, place) > 0)
    const score =
      0.3 * near * (aligned?.confidence ?? 0) +
      0.62 * Math.max(0, answer) +
      (isPartner ? 0.55 : quote && marks.isQuoted ? 0.3 : 0) -
      (cut ? 0.3 : 0) -
      (isOthers ? 0.35 : 0) -
      commaCost * Math.max(0, commasIn(b.slice(place.start, place.end)) - parts + 1)
    const bound = Math.min(1, score * slot.confidence ** 0.5)
    if (contentOf(words).length > 0 && (best === null || bound > best.score))
      best = { at: place, score: bound, quoted: quote !== null && marks.isQuoted, overlap }
  }
  for (const quote of inQuotes) {
    const from = row.starts.findIndex((start) => start >= quote.start)
    let to = from
    while (to + 1 < tokens.length && (row.ends[to + 1] ?? 0) <= quote.end) to++
    if (from >= 0 && (row.ends[from] ?? 0) <= quote.end) consider(from, to, quote)
  }
  for (let from = 0; from < tokens.length; from++) {
    if (!edge[from]) continue
    for (let to = from; to < Math.min(tokens.length, from + longestRendering); to++) {
      if (tokens[to] === '.') break
      if (edge[to]) consider(from, to, null)
    }
  }
  return best
}

/** A rendering goes on over a comma only where the form is in parts. */
const commaCost = 0.12

/** Commas, brackets and their like within some words. */
export const commasIn = (words: string) => (words.match(/[,，、;；:：—(（]/g) ?? []).length

/** In how many parts a form is said: by its commas, or by its numbers. */
export function partsOf(form: string): number {
  const numbers = numbersOf(Array.from(folder.tokens(form).ids, (id) => folder.name(id)))
  return Math.max(1 + commasIn(form), numbers.length)
}

interface MarksOf {
  /** The formula stands in quotation marks. */
  readonly isQuoted: boolean
  /** The words in marks that answer it in the other sentence. */
  readonly partner: Span | null
  /** Words in marks that answer other words in marks. */
  readonly others: readonly Span[]
}

/** What stands in marks on both sides, partnered in order: each pair by what its words say. */
function marksOf({ a, at, b }: Slot, lexicon: Lexicon): MarksOf {
  const own = quotedSpans(a, 0, a.length)
  const others = quotedSpans(b, 0, b.length)
  const index = own.findIndex((each) => overlapOf(each, at) > 0.7)
  if (own.length === 0 || others.length === 0) return { isQuoted: index >= 0, partner: null, others: [] }
  const said = others.map(({ start, end }) => phraseTokens(b.slice(start, end)))
  const worth = own.map((each) => {
    const words = a.slice(each.start, each.end)
    if (!/\p{Script=Han}/u.test(words)) {
      const tokens = phraseTokens(words)
      return said.map((other) => phraseLikeness(tokens, other))
    }
    const guide = new FormGuide(words, lexicon)
    return said.map((other) => {
      const { score, numbers } = guide.overlap(other)
      return score + 0.15 * numbers
    })
  })
  // As many on both sides answer each other in order, whatever they say; else only those do that say something alike.
  const bonus = own.length === others.length ? 0.3 : -0.15
  const partners = inOrder(worth.map((row) => row.map((each) => each + bonus)))
  const partner = index < 0 ? undefined : partners.get(index)
  return {
    isQuoted: index >= 0,
    partner: partner === undefined ? null : (others[partner] ?? null),
    others: [...partners].flatMap(([from, to]) => (from === index ? [] : (others[to] ?? [])))
  }
}

/** The pairs of rows and columns, in order, that are worth most together; none that is worth nothing. */
function inOrder(worth: readonly (readonly number[])[]): Map<number, number> {
  const [rows, columns] = [worth.length, worth[0]?.length ?? 0]
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (worth[i]?.[j] ?? 0))
    }
  const pairs = new Map<number, number>()
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    const own = worth[i]?.[j] ?? 0
    if (own > 0 && at(i, j) === at(i + 1, j + 1) + own) pairs.set(i++, j++)
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

/** Intersection over union. */
export function overlapOf(one: Span, other: Span): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}
