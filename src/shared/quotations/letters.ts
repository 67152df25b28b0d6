import { type NormalisedText, normalise } from '../anchoring/normalise'
import { unmixed } from './homoglyphs'

/** Parts the letters of texts that stand one behind another; no letter of any text. */
const parting = '\u0000'

export function isIdeograph(code: number): boolean {
  return code >= 0x2e80 && code < 0xfb00 && !(code >= 0xac00 && code <= 0xd7af)
}

/** The letters of one text among those of several, and where they come from. */
interface Part {
  /** Where its letters begin. */
  readonly at: number
  readonly from: NormalisedText
  readonly text: string
}

/** The letters of several texts as one string, so that they are searched at once; white space and signs are left out. */
export class Letters {
  readonly text: string
  private readonly parts: readonly Part[]

  constructor(texts: readonly string[]) {
    const parts: Part[] = []
    let at = 0
    for (const text of texts) {
      const from = normalise(unmixed(text))
      parts.push({ at, from, text })
      at += from.text.length + parting.length
    }
    this.parts = parts
    this.text = parts.map(({ from }) => from.text).join(parting)
  }

  /** Which text a letter is of. */
  partAt(letter: number): number {
    let [low, high] = [0, this.parts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.parts[middle]?.at ?? 0) <= letter) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Where the letters of a text begin and end. */
  boundsOf(part: number): { readonly from: number; readonly to: number } {
    const own = this.parts[part]
    const from = own?.at ?? 0
    return { from, to: from + (own?.from.text.length ?? 0) }
  }

  /** The stretch of its text that some letters come from (UTF-16). */
  spanOf(from: number, to: number): { readonly part: number; readonly start: number; readonly end: number } {
    const part = this.partAt(from)
    const own = this.parts[part]
    if (!own) return { part, start: 0, end: 0 }
    const last = Math.max(from, to - 1) - own.at
    return {
      part,
      start: own.from.starts[from - own.at] ?? own.text.length,
      end: own.from.ends[last] ?? own.text.length
    }
  }

  /** Whether a word begins at a letter; each ideograph is one. */
  isWordStart(letter: number): boolean {
    const { text } = this
    if (letter <= 0 || letter >= text.length) return true
    const code = text.charCodeAt(letter)
    const before = text.charCodeAt(letter - 1)
    if (code === 0 || before === 0 || isIdeograph(code) || isIdeograph(before)) return true
    const own = this.parts[this.partAt(letter)]
    if (!own) return true
    const at = letter - own.at
    return (own.from.starts[at] ?? 0) > (own.from.ends[at - 1] ?? 0)
  }

  /** Whether a word begins, for each letter: 1 or 0. Quicker than asking one by one. */
  wordStarts(): Uint8Array {
    const marks = new Uint8Array(this.text.length + 1)
    for (const { at, from } of this.parts) {
      const { text, starts, ends } = from
      let wasIdeograph = true
      for (let i = 0; i < text.length; i++) {
        const isOne = isIdeograph(text.charCodeAt(i))
        if (isOne || wasIdeograph || (starts[i] ?? 0) > (ends[i - 1] ?? 0)) marks[at + i] = 1
        wasIdeograph = isOne
      }
      marks[at + text.length] = 1
    }
    return marks
  }
}
