import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { FormGuide } from './form-guide'
import { functionWords } from './function-words'
import { hardBreak, type TokenFolder, type TokenRow } from './tokens'

/** A stretch answers a form from here on, by `FormOverlap.score`. */
const leastScore = 0.5
/** The longest stretch, in tokens. */
const longest = 18

/**
 * Finds stretches of a text whose words answer a source form by the dictionary, numbers and sound, wherever they stand: words of
 * one sentence; of stretches that overlap the better one.
 */
export class FormPhrases {
  private readonly weights = new Map<number, number>()

  constructor(
    private readonly guide: FormGuide,
    private readonly folder: TokenFolder
  ) {}

  /** @param isCut whether a stretch may not go on behind a token */
  find(text: string, row: TokenRow, isCut: (at: number) => boolean = () => false): Span[] {
    const found: (Span & { score: number })[] = []
    for (let from = 0; from < row.length; from++) {
      if (this.weightOf(text, row, from) === 0) continue
      const best = this.best(text, row, from, isCut)
      if (!best) continue
      const last = found.at(-1)
      if (last && last.end > best.start) {
        if (best.score > last.score) found[found.length - 1] = best
      } else found.push(best)
    }
    return found
  }

  private best(
    text: string,
    row: TokenRow,
    from: number,
    isCut: (at: number) => boolean
  ): (Span & { score: number }) | null {
    let best: (Span & { score: number }) | null = null
    let [answered, content] = [0, 0]
    const tokens: string[] = []
    const surfaces: string[] = []
    for (let to = from; to < Math.min(row.length, from + longest); to++) {
      const id = row.ids[to] ?? hardBreak
      if (id === hardBreak || (to > from && isCut(to - 1))) break
      const name = this.folder.name(id)
      tokens.push(name)
      surfaces.push(text.slice(row.starts[to], row.ends[to]))
      if (functionWords.has(name)) continue
      content++
      if (this.weightOf(text, row, to) === 0) continue
      answered++
      if (answered < 2 || answered / content < 0.5) continue
      const { score, numbers } = this.guide.overlap(tokens, surfaces)
      const worth = score + 0.15 * numbers
      if (score >= leastScore && (best === null || worth > best.score))
        best = { ...span(row.starts[from] ?? 0, row.ends[to] ?? 0), score: worth }
    }
    return best
  }

  private weightOf(text: string, row: TokenRow, at: number): number {
    const id = row.ids[at] ?? hardBreak
    const start = row.starts[at] ?? 0
    const isCapital = /^\p{Lu}/u.test(text.charAt(start))
    const key = isCapital ? -id - 1 : id
    const known = this.weights.get(key)
    if (known !== undefined) return known
    const name = this.folder.name(id)
    const weight = this.guide.weightOf(name, isCapital ? text.slice(start, row.ends[at]) : name)
    this.weights.set(key, weight)
    return weight
  }
}
