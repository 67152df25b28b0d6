import { simplifiedOf } from '../anchoring/simplified'
import { characterKind, kindAt } from '../concordance/characters'
import { lemma } from './lemma'

/** The end of a sentence or paragraph, as a token: a rendering crosses it only where it holds one itself. */
export const hardBreak = 0

/** A text as formulae are matched in it: tokens by number, and where each stands (UTF-16, end exclusive). */
export interface TokenRow {
  readonly length: number
  readonly ids: Int32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Words that say nothing of which rendering it is: they are passed over, as quotation marks, hyphens and commas are. */
const passedOver = new Set(['the', 'a', 'an', 'and'])
const sentenceEnd = new Set([...'.;:!?\n。；：！？…'].map((sign) => sign.charCodeAt(0)))

/**
 * Cuts texts into tokens and numbers them; the same token has the same number for as long as the folder lives. Words of
 * spaced scripts are lemmas (`lemma`), ideographs stand one by one in simplified form.
 */
export class TokenFolder {
  private readonly numbers = new Map<string, number>([['.', hardBreak]])
  private readonly names: string[] = ['.']
  /** By surface, so that each form is folded once; -1: passed over. */
  private readonly surfaces = new Map<string, number>()
  private readonly ideographs = new Int32Array(0x10000).fill(-2)

  /** The number of a token that is folded already. */
  number(token: string): number {
    const known = this.numbers.get(token)
    if (known !== undefined) return known
    this.numbers.set(token, this.names.length)
    return this.names.push(token) - 1
  }

  name(id: number): string {
    return this.names[id] ?? ''
  }

  /** How many different tokens there are. */
  get size(): number {
    return this.names.length
  }

  tokens(text: string, from = 0, to = text.length): TokenRow {
    const out = new RowOutput(Math.max(16, (to - from) >> 2))
    for (let at = from; at < to; ) {
      const code = text.charCodeAt(at)
      const kind = kindAt(text, at)
      if (kind === characterKind.other) {
        if (sentenceEnd.has(code)) {
          if (out.length > 0 && out.last !== hardBreak) out.add(hardBreak, at, at + 1)
        } else if (code === 43 || code === 0xff0b) out.add(this.number('+'), at, at + 1)
        at++
        continue
      }
      if (kind === characterKind.unspaced) {
        const next = at + (code >= 0xd800 && code <= 0xdbff ? 2 : 1)
        out.add(this.ideograph(text, at, next, code), at, next)
        at = next
        continue
      }
      const end = endOfWord(text, at, to)
      const id = this.word(text.slice(at, end))
      if (id >= 0) out.add(id, at, end)
      at = end
    }
    return out.row()
  }

  private ideograph(text: string, at: number, next: number, code: number): number {
    if (next - at > 1) return this.number(text.slice(at, next))
    const known = this.ideographs[code] ?? -2
    if (known >= 0) return known
    const id = this.number(simplifiedOf(text.charAt(at)))
    this.ideographs[code] = id
    return id
  }

  private word(surface: string): number {
    const known = this.surfaces.get(surface)
    if (known !== undefined) return known
    const plain = surface.normalize('NFKC').toLowerCase().replace(/’/g, "'")
    const id = passedOver.has(plain) ? -1 : this.number(lemma(plain))
    this.surfaces.set(surface, id)
    return id
  }
}

function endOfWord(text: string, from: number, to: number): number {
  let end = from + 1
  for (;;) {
    while (end < to && kindAt(text, end) === characterKind.letter) end++
    if (end + 1 >= to || !joins(text, end)) return end
    end += 2
  }
}

function joins(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (kindAt(text, at + 1) !== characterKind.letter) return false
  if (sign === "'" || sign === '’') return true
  return (sign === '.' || sign === ',') && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))
}

class RowOutput {
  length = 0
  last = -1
  private ids: Int32Array
  private starts: Uint32Array
  private ends: Uint32Array

  constructor(room: number) {
    this.ids = new Int32Array(room)
    this.starts = new Uint32Array(room)
    this.ends = new Uint32Array(room)
  }

  add(id: number, start: number, end: number): void {
    if (this.length === this.ids.length) this.grow()
    this.ids[this.length] = id
    this.starts[this.length] = start
    this.ends[this.length++] = end
    this.last = id
  }

  row(): TokenRow {
    const { length } = this
    return {
      length,
      ids: this.ids.subarray(0, length),
      starts: this.starts.subarray(0, length),
      ends: this.ends.subarray(0, length)
    }
  }

  private grow(): void {
    const room = this.length * 2
    const ids = new Int32Array(room)
    ids.set(this.ids)
    this.ids = ids
    const starts = new Uint32Array(room)
    starts.set(this.starts)
    this.starts = starts
    const ends = new Uint32Array(room)
    ends.set(this.ends)
    this.ends = ends
  }
}
