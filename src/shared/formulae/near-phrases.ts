import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { functionWords } from './function-words'
import { contentOf } from './phrase-likeness'
import { tokenLikeness } from './synonyms'
import { hardBreak, type TokenFolder, type TokenRow } from './tokens'

/** So much of a rendering's words another has to hold, or words put for them. */
const leastShared = 0.6
/** A window may be so many times as long as the rendering, in tokens. */
const looseness = 1.8

/**
 * Finds stretches of a text that say what a rendering says in words alike (the same stems, words put for each other), whatever
 * their order. Words of one sentence only; stretches that overlap are one, the better.
 */
export class NearPhrases {
  private readonly content: readonly string[]
  private readonly size: number
  /** By the folder's numbers: which word of the rendering a token answers, and how well; null: none. */
  private readonly answers = new Map<number, readonly [word: number, likeness: number][]>()

  constructor(
    tokens: readonly string[],
    private readonly folder: TokenFolder
  ) {
    this.content = [...new Set(contentOf(tokens))]
    this.size = Math.max(4, Math.ceil(tokens.length * looseness))
  }

  /** @param isCut whether a stretch may not go on behind a token */
  find(row: TokenRow, isCut: (at: number) => boolean = () => false): Span[] {
    if (this.content.length < 2) return []
    const found: (Span & { worth: number })[] = []
    for (let from = 0; from < row.length; from++) {
      if (this.answersOf(row.ids[from] ?? 0).length === 0) continue
      const best = this.window(row, from, isCut)
      if (!best) continue
      const last = found.at(-1)
      if (last && last.end > best.start) {
        if (best.worth > last.worth) found[found.length - 1] = best
      } else found.push(best)
    }
    return found
  }

  private window(
    row: TokenRow,
    from: number,
    isCut: (at: number) => boolean
  ): (Span & { worth: number }) | null {
    const reached = new Map<number, number>()
    let best: (Span & { worth: number }) | null = null
    let others = 0
    for (let to = from; to < Math.min(row.length, from + this.size); to++) {
      const id = row.ids[to] ?? hardBreak
      if (id === hardBreak || (to > from && isCut(to - 1))) break
      const own = this.answersOf(id).find(([word]) => !reached.has(word))
      if (!own) {
        if (!functionWords.has(this.folder.name(id))) others++
        continue
      }
      reached.set(own[0], own[1])
      let sum = 0
      for (const value of reached.values()) sum += value
      const share = sum / this.content.length
      const worth = (2 * sum) / (this.content.length + reached.size + others)
      if (share >= leastShared && (best === null || worth >= best.worth))
        best = { ...span(row.starts[from] ?? 0, row.ends[to] ?? 0), worth }
    }
    return best
  }

  private answersOf(id: number): readonly [number, number][] {
    const known = this.answers.get(id)
    if (known) return known
    const name = this.folder.name(id)
    const made = this.content
      .map((word, at): [number, number] => [at, tokenLikeness(word, name)])
      .filter(([, likeness]) => likeness >= 0.6)
      .sort((a, b) => b[1] - a[1])
    this.answers.set(id, made)
    return made
  }
}
