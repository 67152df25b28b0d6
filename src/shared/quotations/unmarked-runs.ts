import { hashOf } from './find-standing'
import { isIdeograph, type Letters } from './letters'

/** A stretch of the manuscript that stands in a text word by word: letters of the manuscript, letters of the texts. */
export interface UnmarkedRun {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** So much a stretch must be to count as taken over: eight words of three units, twelve ideographs of two. */
const leastRun = 24
const wordUnits = 3
const ideographUnits = 2

/** Two stretches can only be the same where so many letters are: eight words have more. */
const gramLetters = 16
const gramIdeographs = 8
/** Of letters that stand over and over in the manuscript only so many places are looked at. */
const mostPlaces = 16
/** Texts that repeat themselves endlessly are looked at for so many letters. */
const mostCompared = 60_000_000

/** The words of the manuscript, so that stretches of its letters are weighed at once. */
export class RunIndex {
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly units: Uint32Array
  private readonly starts: Uint8Array
  private readonly text: string
  private readonly mask: number

  constructor(manuscript: Letters) {
    const { text } = manuscript
    this.text = text
    this.starts = manuscript.wordStarts()
    const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(text.length + 1))))
    this.mask = (1 << bits) - 1
    this.heads = new Int32Array(1 << bits).fill(-1)
    this.next = new Int32Array(text.length)
    this.units = new Uint32Array(text.length + 1)
    let sum = 0
    for (let at = 0; at < text.length; at++) {
      this.units[at] = sum
      if (this.starts[at] === 1) sum += isIdeograph(text.charCodeAt(at)) ? ideographUnits : wordUnits
    }
    this.units[text.length] = sum
    for (let at = text.length - 1; at >= 0; at--) {
      if (this.starts[at] !== 1) continue
      const hash = this.hashAt(text, at)
      if (hash === -1) continue
      this.next[at] = this.heads[hash] ?? -1
      this.heads[hash] = at
    }
  }

  /** How much a stretch of the manuscript's letters says. */
  weight(from: number, to: number): number {
    return (this.units[to] ?? 0) - (this.units[from] ?? 0)
  }

  /** The stretches of the manuscript that stand in texts, each as long as it goes, of eight words or more. */
  runsIn(texts: Letters, starts: Uint8Array): UnmarkedRun[] {
    const { text } = texts
    const found: UnmarkedRun[] = []
    /** How far each diagonal (place there less place here) has been looked at already. */
    const done = new Map<number, number>()
    let compared = 0
    for (let at = 0; at < text.length && compared < mostCompared; at++) {
      if (starts[at] !== 1) continue
      const hash = this.hashAt(text, at)
      if (hash === -1) continue
      let looked = 0
      for (let own = this.heads[hash] ?? -1; own !== -1 && looked < mostPlaces; own = this.next[own] ?? -1) {
        looked++
        if ((done.get(at - own) ?? -1) > at) continue
        const length = this.sameFrom(own, text, at)
        compared += length + 1
        if (length < gramIdeographs) continue
        done.set(at - own, at + length)
        const to = this.wholeWords(own, own + length, at - own, starts)
        if (this.weight(own, to) >= leastRun) found.push({ from: own, to, at })
      }
    }
    return found
  }

  private sameFrom(own: number, text: string, at: number): number {
    let same = 0
    while (
      own + same < this.text.length &&
      at + same < text.length &&
      this.text.charCodeAt(own + same) === text.charCodeAt(at + same) &&
      text.charCodeAt(at + same) !== 0
    )
      same++
    return same
  }

  /** The end of the last word that is whole on both sides. */
  private wholeWords(from: number, to: number, shift: number, starts: Uint8Array): number {
    let end = to
    while (end > from && (this.starts[end] !== 1 || starts[end + shift] !== 1)) end--
    return end
  }

  private hashAt(text: string, at: number): number {
    const length = isIdeograph(text.charCodeAt(at)) ? gramIdeographs : gramLetters
    return at + length > text.length ? -1 : hashOf(text, at, length) & this.mask
  }
}
