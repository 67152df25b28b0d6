import { GramIndex } from './gram-index'
import { type NormalisedText, normalise } from './normalise'
import type { NormalisedQuery } from './types'

/** Scanning a text so often takes about as long as making its index. */
const fewQuestions = 40

/** A text by its letters and digits: where some of them stand, what stands around them, and where that lies in the text. */
export class LetterText {
  protected readonly normalised: NormalisedText
  private grams: GramIndex | null = null
  private asked = 0

  constructor(protected readonly text: string) {
    this.normalised = normalise(text)
  }

  protected get index(): GramIndex {
    this.grams ??= new GramIndex(this.normalised.text)
    return this.grams
  }

  /**
   * Where some letters stand, normalised offsets in order. The whole text is scanned for the first few; an index is
   * worth its while where many are asked for.
   */
  protected *lettersAt(wanted: string): Generator<number> {
    if (this.grams || ++this.asked > fewQuestions) yield* this.index.occurrences(wanted)
    else {
      const { text } = this.normalised
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) yield at
    }
  }

  /** The first normalised offset whose character lies at or behind an offset of the text. */
  normalisedAt(offset: number): number {
    const { starts } = this.normalised
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** So many letters and digits from a normalised offset. */
  letters(from: number, count: number): string {
    return this.normalised.text.slice(from, from + count)
  }

  /** Where some letters stand, as a normalised offset, if they stand in one place; null where they do not. */
  only(wanted: string): number | null {
    const places = this.lettersAt(wanted)
    const { value } = places.next()
    return value === undefined || !places.next().done ? null : value
  }

  /** Where a normalised offset lies in the text. */
  origin(at: number): number {
    return this.normalised.starts[at] ?? this.text.length
  }

  /** The normalised characters on both sides of a place, `reach` of them on each, and what parts them. */
  contextAt(start: number, length: number, reach: number): string {
    const { text } = this.normalised
    const end = start + length
    return `${text.slice(Math.max(0, start - reach), start)}|${text.slice(end, end + reach)}`
  }

  /** Every place of a quote of normalised characters, with the characters around it. */
  *contextsOf(quote: string, reach: number): Generator<{ start: number; key: string }> {
    for (const start of this.lettersAt(quote))
      yield { start, key: this.contextAt(start, quote.length, reach) }
  }

  /** Where a string stands just as it is, UTF-16; two places at most, for more say no more. */
  verbatim(exact: string): number[] {
    const first = this.text.indexOf(exact)
    if (first === -1) return []
    const second = this.text.indexOf(exact, first + 1)
    return second === -1 ? [first] : [first, second]
  }

  /**
   * Where the k-th of n equal passages stands, UTF-16, if there are still n of them: with the very same characters, or with the
   * same letters. Null where it is not known which it was, and where some have gone or come.
   */
  startOf({ quote, sought: { exact, occurrence } }: NormalisedQuery): number | null {
    if (!occurrence || quote === '') return null
    const { number, of } = occurrence
    const lead = normalise(exact).starts[0] ?? 0
    const letters: number[] = []
    const verbatim: number[] = []
    for (const at of this.lettersAt(quote)) {
      const start = this.origin(at)
      letters.push(start)
      if (this.text.startsWith(exact, start - lead)) verbatim.push(start)
    }
    const equal = verbatim.length > 0 ? verbatim : letters
    return equal.length === of ? (equal[number - 1] ?? null) : null
  }
}
