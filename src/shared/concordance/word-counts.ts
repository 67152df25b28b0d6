import { characterKind, kindAt } from './characters'
import { eachWord, type WordCutting } from './cut-words'
import type { SearchedText } from './searched-text'

/** Words of many texts by number: as they are written, and folded. */
export class Vocabulary {
  /** As written; `foldedOf[number]` is the number of the folded word. */
  readonly written: string[] = []
  readonly foldedOf: number[] = []
  readonly folded: string[] = []
  private readonly writtenNumbers = new Map<string, number>()
  private readonly foldedNumbers = new Map<string, number>()

  constructor(readonly fold: (word: string) => string) {}

  number(word: string): number {
    const known = this.writtenNumbers.get(word)
    if (known !== undefined) return known
    const made = this.written.push(word) - 1
    this.writtenNumbers.set(word, made)
    this.foldedOf.push(this.foldedNumber(this.fold(word)))
    return made
  }

  /** The number of a folded word that has been met. */
  find(folded: string): number | undefined {
    return this.foldedNumbers.get(folded)
  }

  /** The number of a folded word. */
  private foldedNumber(word: string): number {
    const known = this.foldedNumbers.get(word)
    if (known !== undefined) return known
    const made = this.folded.push(word) - 1
    this.foldedNumbers.set(word, made)
    return made
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
  const counts = new Map<number, number>()
  let tokens = 0
  const { text } = target
  for (const [at, { start, end }] of target.blocks.entries()) {
    if (furniture.has(at)) continue
    eachWord(text, start, end, cutting, (from, to) => {
      const number = vocabulary.number(text.slice(from, to))
      counts.set(number, (counts.get(number) ?? 0) + 1)
      tokens++
      return true
    })
  }
  const numbers = Uint32Array.from(counts.keys())
  const isCut = numbers.some(
    (number) => kindAt(vocabulary.written[number] ?? '', 0) === characterKind.unspaced
  )
  return {
    numbers,
    counts: Uint32Array.from(counts.values()),
    tokens,
    length: text.length,
    own: isCut ? cutting.own.name : null
  }
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
