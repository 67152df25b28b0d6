/** Grams that stand more often than this say too little to be followed. */
const mostPostings = 64
const tableBits = 18

/**
 * Where the short stretches (grams) of a text stand: pairs of ideographs, six letters or digits of other scripts.
 * A passage is found by the grams that it shares with the text, wherever it has gone.
 */
export class GramIndex {
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly counts: Uint16Array

  constructor(private readonly text: string) {
    this.heads = new Int32Array(1 << tableBits).fill(-1)
    this.next = new Int32Array(text.length)
    this.counts = new Uint16Array(1 << tableBits)
    for (let at = text.length - 1; at >= 0; at--) {
      const hash = hashAt(text, at)
      if (hash === -1) continue
      this.next[at] = this.heads[hash] ?? -1
      this.heads[hash] = at
      const count = this.counts[hash] ?? 0
      if (count < 0xffff) this.counts[hash] = count + 1
    }
  }

  /**
   * The likeliest places of a piece: where its beginning would lie in the text, best first.
   * Rare grams weigh more; places within 24 characters of each other are one.
   */
  places(piece: string, most: number): { readonly at: number; readonly weight: number }[] {
    const votes = new Map<number, { weight: number; at: number }>()
    // A long piece has grams to spare.
    const step = piece.length > 120 ? 3 : 1
    for (let offset = 0; offset < piece.length; offset += step) {
      const hash = hashAt(piece, offset)
      if (hash === -1) continue
      const count = this.counts[hash] ?? 0
      if (count === 0 || count > mostPostings) continue
      const weight = 1 / Math.sqrt(count)
      for (let at = this.heads[hash] ?? -1; at !== -1; at = this.next[at] ?? -1) {
        if (!sameGram(this.text, at, piece, offset)) continue
        const start = at - offset
        // Each place votes in two bins that overlap, so that a gap in the middle does not split the votes.
        for (const bin of [start >> 5, (start + 16) >> 5]) {
          const key = bin * 2 + (bin === start >> 5 ? 0 : 1)
          const known = votes.get(key)
          if (known) known.weight += weight
          else votes.set(key, { weight, at: start })
        }
      }
    }
    const best: { at: number; weight: number }[] = []
    for (const { at, weight } of [...votes.values()].sort((a, b) => b.weight - a.weight)) {
      if (best.some((other) => Math.abs(other.at - at) < 24)) continue
      best.push({ at, weight })
      if (best.length === most) break
    }
    return best
  }
}

const isIdeograph = (code: number) => code >= 0x3400 && code <= 0x9fff

function gramLength(text: string, at: number): number {
  return isIdeograph(text.charCodeAt(at)) ? 2 : 6
}

function hashAt(text: string, at: number): number {
  const length = gramLength(text, at)
  if (at + length > text.length) return -1
  let hash = 0x811c9dc5
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 7) & ((1 << tableBits) - 1)
}

function sameGram(text: string, at: number, piece: string, offset: number): boolean {
  const length = gramLength(piece, offset)
  for (let i = 0; i < length; i++) if (text.charCodeAt(at + i) !== piece.charCodeAt(offset + i)) return false
  return true
}
