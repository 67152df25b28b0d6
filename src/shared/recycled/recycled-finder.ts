import { RunTable } from '../formulae/run-table'
import { hardBreak, TokenFolder } from '../formulae/tokens'
import type { Span } from '../model/offsets'
import { Families } from './families'
import { joinedPassages } from './joined-passages'
import { bandCount, hashCount, minHash, runLikeness } from './min-hash'
import { leastLikeness, type RecycledPassage, type Sentence, shortestSentence } from './recycled'

/** In one bucket so many unlike sentences are compared with; a bucket that holds more tells nothing. */
const mostLeaders = 8

/**
 * Finds sentences that stand nearly alike in several documents: MinHash over shingles of folded tokens, put into buckets by bands
 * of two values (Leskovec, Rajaraman and Ullman 2014, ch. 3), each likely pair verified. Texts may come one by one at any time.
 */
export class RecycledFinder {
  private readonly folder = new TokenFolder()
  private readonly sentences: Sentence[] = []
  private readonly families = new Families()
  private readonly bands = Array.from({ length: bandCount }, () => new RunTable<number>())
  /** By band: the sentence in the same bucket before, as `number + 1`; 0: none. */
  private readonly before = Array.from({ length: bandCount }, () => new Map<number, number>())
  private readonly hashes = new Uint32Array(hashCount)

  /** @param parts the stretches of the text outside boilerplate, in order (UTF-16) */
  add(document: number, text: string, parts: readonly Span[]): void {
    for (const part of parts) {
      const row = this.folder.tokens(text, part.start, part.end)
      for (let from = 0; from < row.length; ) {
        let to = from
        while (to < row.length && row.ids[to] !== hardBreak) to++
        if (to - from >= shortestSentence)
          this.place({
            document,
            start: startOf(text, from === 0 ? part.start : (row.ends[from - 1] ?? 0), row.starts[from] ?? 0),
            end: withStop(text, row.ends[to - 1] ?? 0),
            tokens: row.ids.slice(from, to)
          })
        from = to + 1
      }
    }
  }

  /**
   * What stands in several documents, the longest and most repeated first; sentences that follow each other in all of them are one.
   * @param workOf documents of one work are versions of each other: what only they share is no copy
   */
  passages(workOf: (document: number) => string): RecycledPassage[] {
    const groups = this.families
      .groups(this.sentences.length)
      .filter((members) => new Set(members.map((at) => workOf(this.sentences[at]?.document ?? 0))).size > 1)
    const worth = ({ length, places }: RecycledPassage) =>
      Math.log2(1 + length) * new Set(places.map(({ document }) => document)).size
    return joinedPassages(this.sentences, groups).sort((a, b) => worth(b) - worth(a))
  }

  private place(sentence: Sentence): void {
    const own = this.sentences.push(sentence) - 1
    this.families.add(own)
    minHash(sentence.tokens, 0, sentence.tokens.length, this.hashes)
    this.bands.forEach((band, at) => {
      const [one, other] = [this.hashes[2 * at] ?? 0, this.hashes[2 * at + 1] ?? 0]
      const key = one * 0x100000 + (other & 0xfffff)
      const first = band.get(key, one | 0)
      if (first === undefined) band.add(key, one | 0, own)
      else if (!this.joins(own, first, at)) this.lead(own, first, at)
    })
  }

  /** Whether a sentence is of the family of one in its bucket. */
  private joins(own: number, first: number, band: number): boolean {
    const chain = this.before[band]
    for (let at: number | undefined = first; at !== undefined; at = chain?.get(at)) {
      if (this.families.same(own, at)) return true
      const other = this.sentences[at]
      const mine = this.sentences[own]
      if (!other || !mine || runLikeness(other.tokens, mine.tokens) < leastLikeness) continue
      this.families.join(own, at)
      return true
    }
    return false
  }

  /** A sentence that is like none in its bucket is compared with what comes into it later. */
  private lead(own: number, first: number, band: number): void {
    const chain = this.before[band]
    let [at, size] = [first, 1]
    for (let next = chain?.get(at); next !== undefined; next = chain?.get(at)) {
      at = next
      size++
    }
    if (size < mostLeaders) chain?.set(at, own)
  }
}

/** Articles and opening marks that are no tokens belong to a sentence; what closes the one before does not. */
function startOf(text: string, from: number, first: number): number {
  let at = from
  while (at < first && /[\s.!?。！？；;:：”’')）」』]/.test(text.charAt(at))) at++
  return at
}

/** The sign that ends a sentence, and marks behind it, belong to it. */
function withStop(text: string, end: number): number {
  const [stop = ''] = /^["”’')）」』]*[.!?。！？；;:：]?["”’')）」』]*/.exec(text.slice(end, end + 6)) ?? []
  return end + stop.length
}
