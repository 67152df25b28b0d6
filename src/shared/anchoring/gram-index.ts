/** Grams that stand more often than this say too little to be followed. */
const mostPostings = 64
/** The rarest grams of a piece are followed until so many places have voted; of 1,000 pieces in 1 MB all had the same first place. */
const enoughPostings = 300
/** Places so near each other are one, characters. */
const samePlace = 24
/** The table has about as many rows as the text has grams, between a thousand and a million: fuller rows are slow to follow. */
const leastBits = 10
const mostBits = 20

/**
 * Where the short stretches (grams) of a text stand: pairs of ideographs, six letters or digits of other scripts.
 * A passage is found by the grams that it shares with the text, wherever it has gone.
 */
export class GramIndex {
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly counts: Uint16Array
  /** For each bin of 32 characters, and for each that begins half a bin later, what was voted for it, and by which place first. */
  private readonly votes: { readonly weights: Float64Array; readonly firsts: Int32Array }

  private readonly shift: number

  constructor(private readonly text: string) {
    const bits = Math.min(mostBits, Math.max(leastBits, 32 - Math.clz32(text.length)))
    this.shift = 32 - bits
    this.heads = new Int32Array(1 << bits).fill(-1)
    this.next = new Int32Array(text.length)
    this.counts = new Uint16Array(1 << bits)
    const bins = 2 * ((text.length >> 5) + 2)
    this.votes = { weights: new Float64Array(bins), firsts: new Int32Array(bins) }
    let rolling = 0
    for (let at = text.length - 1; at >= 0; at--) {
      const code = text.charCodeAt(at)
      const leaving = at + longGram < text.length ? text.charCodeAt(at + longGram) : 0
      rolling = (code + Math.imul(rolling, radix) - Math.imul(leaving, leavingFactor)) | 0
      const isPair = isIdeograph(code)
      if (at + (isPair ? pair : longGram) > text.length) continue
      const hash = this.row(isPair ? code + Math.imul(text.charCodeAt(at + 1), radix) : rolling)
      this.next[at] = this.heads[hash] ?? -1
      this.heads[hash] = at
      const count = this.counts[hash] ?? 0
      if (count < 0xffff) this.counts[hash] = count + 1
    }
  }

  /**
   * Every place where a string stands, in order: its rarest gram is looked up. A string without a gram, or of grams that
   * stand nearly everywhere, is looked for in the whole text.
   */
  *occurrences(wanted: string): Generator<number> {
    let rarest = -1
    let fewest = this.text.length >> 4
    for (let offset = 0; offset < wanted.length; offset++) {
      const hash = this.hashAt(wanted, offset)
      if (hash === -1) continue
      const count = this.counts[hash] ?? 0
      if (count === 0) return
      if (count < fewest) [rarest, fewest] = [offset, count]
    }
    if (rarest === -1) {
      if (wanted === '') return
      for (let at = this.text.indexOf(wanted); at !== -1; at = this.text.indexOf(wanted, at + 1)) yield at
      return
    }
    for (let at = this.heads[this.hashAt(wanted, rarest)] ?? -1; at !== -1; at = this.next[at] ?? -1)
      if (at >= rarest && this.text.startsWith(wanted, at - rarest)) yield at - rarest
  }

  /**
   * The likeliest places of a piece: where its beginning would lie in the text, best first.
   * Rare grams weigh more; places within 24 characters of each other are one.
   */
  places(piece: string, most: number): { readonly at: number; readonly weight: number }[] {
    const { weights, firsts } = this.votes
    const touched: number[] = []
    // A long piece has grams to spare.
    const step = piece.length > 120 ? 3 : 1
    const grams: { offset: number; hash: number; count: number }[] = []
    for (let offset = 0; offset < piece.length; offset += step) {
      const hash = this.hashAt(piece, offset)
      const count = this.counts[hash] ?? 0
      if (count > 0 && count <= mostPostings) grams.push({ offset, hash, count })
    }
    let followed = 0
    for (const { offset, hash, count } of grams.sort((a, b) => a.count - b.count)) {
      // What is common says less than all that was followed before it.
      if (followed > enoughPostings) break
      followed += count
      const weight = 1 / Math.sqrt(count)
      for (let at = this.heads[hash] ?? -1; at !== -1; at = this.next[at] ?? -1) {
        if (!sameGram(this.text, at, piece, offset)) continue
        const start = at - offset
        const from = Math.max(0, start)
        // Each place votes in two bins that overlap, so that a gap in the middle does not split the votes.
        for (let half = 0; half < 2; half++) {
          const bin = 2 * ((from + 16 * half) >> 5) + half
          if (weights[bin] === 0) {
            touched.push(bin)
            firsts[bin] = start
          }
          weights[bin] = (weights[bin] ?? 0) + weight
        }
      }
    }
    const best: { at: number; weight: number }[] = []
    while (best.length < most) {
      let [top, weight] = [-1, 0]
      for (const bin of touched) if ((weights[bin] ?? 0) > weight) [top, weight] = [bin, weights[bin] ?? 0]
      if (top === -1) break
      weights[top] = 0
      const at = firsts[top] ?? 0
      if (!best.some((other) => Math.abs(other.at - at) < samePlace)) best.push({ at, weight })
    }
    for (const bin of touched) weights[bin] = 0
    return best
  }

  /** The row of a gram; -1 where the text ends within it. */
  private hashAt(text: string, at: number): number {
    const length = gramLength(text, at)
    if (at + length > text.length) return -1
    let hash = 0
    for (let i = at + length - 1; i >= at; i--) hash = (text.charCodeAt(i) + Math.imul(hash, radix)) | 0
    return this.row(hash)
  }

  private row(hash: number): number {
    return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> this.shift
  }
}

const isIdeograph = (code: number) => code >= 0x3400 && code <= 0x9fff

/** Ideographs of a gram, and letters of one. */
const pair = 2
const longGram = 6
/** Hashes are polynomials in this number, so that the next gram's is had from the last one's (Karp and Rabin 1987). */
const radix = 0x01000193
const leavingFactor = [1, 2, 3, 4, 5, 6].reduce((power) => Math.imul(power, radix), 1)

function gramLength(text: string, at: number): number {
  return isIdeograph(text.charCodeAt(at)) ? pair : longGram
}

function sameGram(text: string, at: number, piece: string, offset: number): boolean {
  const length = gramLength(piece, offset)
  for (let i = 0; i < length; i++) if (text.charCodeAt(at + i) !== piece.charCodeAt(offset + i)) return false
  return true
}
