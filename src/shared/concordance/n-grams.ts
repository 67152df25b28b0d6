import { eachWord, type WordCutting } from './cut-words'
import { joinedWords } from './group-keys'
import type { SearchedText } from './searched-text'
import type { WordsAnswer } from './statistics'
import type { RowPages } from './word-rows'

/** How many buckets the first count has: four bytes each. */
const buckets = 1 << 22

/**
 * Counts the runs of words of some texts, never across the end of a sentence. Two passes: the first counts by hash, so that the
 * second keeps only runs that can be frequent enough. Counts are exact; memory stays with what is told.
 */
export class NGramCounts {
  private readonly estimates = new Uint32Array(buckets)
  private readonly own = new Map<
    string,
    { count: number; documents: number; lastDocument: number; readonly form: string }
  >()
  private tokens = 0

  constructor(
    private readonly size: number,
    private readonly least: number,
    private readonly fold: (word: string) => string
  ) {}

  /** First pass: every text once. */
  estimate(target: SearchedText, furniture: ReadonlySet<number>, cutting: WordCutting): void {
    this.each(target, furniture, cutting, (words) => {
      const at = bucketOf(words)
      this.estimates[at] = (this.estimates[at] ?? 0) + 1
      this.tokens++
    })
  }

  /** Second pass: every text once more, one document behind the other. */
  count(target: SearchedText, document: number, furniture: ReadonlySet<number>, cutting: WordCutting): void {
    this.each(target, furniture, cutting, (words, start, end) => {
      if ((this.estimates[bucketOf(words)] ?? 0) < this.least) return
      const key = words.join(' ')
      const known = this.own.get(key)
      if (known) {
        known.count++
        if (known.lastDocument !== document) known.documents++
        known.lastDocument = document
      } else {
        const form = target.text.slice(start, end)
        this.own.set(key, { count: 1, documents: 1, lastDocument: document, form })
      }
    })
  }

  /** Those that stand often enough, the most frequent first. */
  rows(): RowPages<WordsAnswer> {
    const all = [...this.own].filter(([, own]) => own.count >= this.least)
    all.sort(([a, first], [b, second]) => second.count - first.count || (a < b ? -1 : 1))
    return (from, count) => {
      const rows = all.slice(from, from + count).map(([key, { count: often, documents, form }]) => {
        return { word: joinedWords(key.split(' ')), form, count: often, documents }
      })
      return { rows, total: all.length, types: all.length, tokens: this.tokens }
    }
  }

  private each(
    target: SearchedText,
    furniture: ReadonlySet<number>,
    cutting: WordCutting,
    give: (words: readonly string[], start: number, end: number) => void
  ): void {
    const { text } = target
    target.cutAll()
    for (let block = 0; block < target.blocks.length; block++) {
      if (furniture.has(block)) continue
      for (const sentence of target.sentencesOf(block)) {
        const words: string[] = []
        const starts: number[] = []
        eachWord(text, sentence.start, sentence.end, cutting, (from, to) => {
          words.push(this.fold(text.slice(from, to)))
          starts.push(from)
          if (words.length > this.size) {
            words.shift()
            starts.shift()
          }
          if (words.length === this.size) give(words, starts[0] ?? from, to)
          return true
        })
      }
    }
  }
}

/** FNV-1a over the words. */
function bucketOf(words: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const word of words) {
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ 32, 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (buckets - 1)
}
