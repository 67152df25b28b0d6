import { characterKind, kindAt } from './characters'
import { eachWord, type WordCutting } from './cut-words'
import type { SearchedText } from './searched-text'
import { WordTable } from './word-table'

/** Words of many texts by number: as they are written, and folded. */
export class Vocabulary {
  private readonly writtenTable = new WordTable()
  readonly foldedTable = new WordTable()
  /** By number as written: the number of the folded word. */
  readonly foldedOf: number[] = []

  constructor(readonly fold: (word: string) => string) {}

  /** The words as they are written, by number. */
  get written(): readonly string[] {
    return this.writtenTable.words
  }

  get folded(): readonly string[] {
    return this.foldedTable.words
  }

  /** The number of the word in a stretch of a text, as it is written. */
  numberAt(text: string, from: number, to: number): number {
    const number = this.writtenTable.numberAt(text, from, to)
    if (number === this.foldedOf.length)
      this.foldedOf.push(this.foldedTable.number(this.fold(this.written[number] ?? '')))
    return number
  }

  /** The number of the folded word of a stretch of a text. */
  foldedNumberAt(text: string, from: number, to: number): number {
    return this.foldedOf[this.numberAt(text, from, to)] ?? 0
  }

  /** The number of a folded word that has been met. */
  find(folded: string): number | undefined {
    return this.foldedTable.find(folded)
  }
}

/** How often each word stands in a text: numbers of words as they are written, and their counts. */
export interface TextCounts {
  readonly numbers: Uint32Array
  readonly counts: Uint32Array
  readonly tokens: number
  /** The length of the whole text, UTF-16. */
  readonly length: number
  /** By which words of the project's own it was cut (`OwnWords.name`); null where there is nothing that they could cut. */
  readonly own: string | null
}

/** Counts the words of a text outside the given paragraphs. */
export function countText(
  target: SearchedText,
  furniture: ReadonlySet<number>,
  cutting: WordCutting,
  vocabulary: Vocabulary
): TextCounts {
  const tally = tallyOf(vocabulary)
  let tokens = 0
  const { text } = target
  for (const [at, { start, end }] of target.blocks.entries()) {
    if (furniture.has(at)) continue
    eachWord(text, start, end, cutting, (from, to) => {
      tally.add(vocabulary.numberAt(text, from, to))
      tokens++
      return true
    })
  }
  const { numbers, counts } = tally.taken()
  const isCut = numbers.some(
    (number) => kindAt(vocabulary.written[number] ?? '', 0) === characterKind.unspaced
  )
  return { numbers, counts, tokens, length: text.length, own: isCut ? cutting.own.name : null }
}

/** Counts by number, without a table of its own for each text. */
class Tally {
  private counts = new Uint32Array(1024)
  private readonly met: number[] = []

  add(number: number): void {
    if (number >= this.counts.length) {
      const grown = new Uint32Array(Math.max(number + 1, this.counts.length * 2))
      grown.set(this.counts)
      this.counts = grown
    }
    const count = this.counts[number] ?? 0
    if (count === 0) this.met.push(number)
    this.counts[number] = count + 1
  }

  /** What was counted since the last time, in the order in which it was met. */
  taken(): { readonly numbers: Uint32Array; readonly counts: Uint32Array } {
    const numbers = Uint32Array.from(this.met)
    const counts = numbers.map((number) => this.counts[number] ?? 0)
    for (const number of this.met) this.counts[number] = 0
    this.met.length = 0
    return { numbers, counts }
  }
}

const tallies = new WeakMap<Vocabulary, Tally>()

function tallyOf(vocabulary: Vocabulary): Tally {
  const known = tallies.get(vocabulary) ?? new Tally()
  tallies.set(vocabulary, known)
  return known
}

/** Counts of many texts together, by folded word. */
export class SummedCounts {
  /** By number of the folded word. */
  readonly counts: Float64Array
  readonly documents: Uint32Array
  tokens = 0
  private readonly writtenCounts: Float64Array
  private written: string[] | null = null
  private ranked: Uint32Array | null = null

  constructor(
    private readonly vocabulary: Vocabulary,
    texts: readonly TextCounts[]
  ) {
    this.counts = new Float64Array(vocabulary.folded.length)
    this.documents = new Uint32Array(vocabulary.folded.length)
    this.writtenCounts = new Float64Array(vocabulary.written.length)
    const seenIn = new Int32Array(vocabulary.folded.length).fill(-1)
    for (const [text, { numbers, counts, tokens }] of texts.entries()) {
      this.tokens += tokens
      for (let at = 0; at < numbers.length; at++) {
        const written = numbers[at] ?? 0
        const word = vocabulary.foldedOf[written] ?? 0
        const count = counts[at] ?? 0
        this.counts[word] = (this.counts[word] ?? 0) + count
        this.writtenCounts[written] = (this.writtenCounts[written] ?? 0) + count
        if (seenIn[word] !== text) {
          seenIn[word] = text
          this.documents[word] = (this.documents[word] ?? 0) + 1
        }
      }
    }
  }

  /** The words that stand there at all, the most frequent first, and those that stand equally often by code. */
  byCount(): Uint32Array {
    if (this.ranked) return this.ranked
    const { counts } = this
    const { folded } = this.vocabulary
    const there: number[] = []
    for (const [word, count] of counts.entries()) if (count > 0) there.push(word)
    const often = (word: number) => counts[word] ?? 0
    there.sort((a, b) => often(b) - often(a) || ((folded[a] ?? '') < (folded[b] ?? '') ? -1 : 1))
    this.ranked = Uint32Array.from(there)
    return this.ranked
  }

  /** How each folded word is written most often. */
  forms(): readonly string[] {
    this.written ??= this.makeForms()
    return this.written
  }

  private makeForms(): string[] {
    const best = new Int32Array(this.counts.length).fill(-1)
    for (let written = 0; written < this.writtenCounts.length; written++) {
      const word = this.vocabulary.foldedOf[written] ?? 0
      const known = best[word] ?? -1
      if (known === -1 || (this.writtenCounts[written] ?? 0) > (this.writtenCounts[known] ?? 0))
        best[word] = written
    }
    return Array.from(best, (written) => this.vocabulary.written[written] ?? '')
  }
}
