/** Tokens to a shingle. */
const shingleSize = 3
/** Least hashes to a sentence: `bandCount` bands of two. */
export const bandCount = 8
export const hashCount = 2 * bandCount

const seeds = Uint32Array.from({ length: hashCount }, (_, at) => mixed(at * 0x9e3779b9 + 0x7f4a7c15))

/** A good spread of 32 bits (the finaliser of MurmurHash3). */
function mixed(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/**
 * The MinHash of a run of tokens (Broder 1997) by its shingles of three: two runs agree in each of its values as often as their
 * sets of shingles share. Runs shorter than a shingle give nothing.
 *
 * @param out `hashCount` values, written anew
 */
export function minHash(ids: Int32Array, from: number, to: number, out: Uint32Array): void {
  out.fill(0xffffffff)
  for (let at = from; at + shingleSize <= to; at++) {
    let shingle = 0x811c9dc5
    for (let k = at; k < at + shingleSize; k++) {
      shingle = Math.imul(shingle ^ (ids[k] ?? 0), 0x01000193)
      shingle ^= shingle >>> 15
    }
    for (let k = 0; k < hashCount; k++) {
      const value = mixed(shingle ^ (seeds[k] ?? 0))
      if (value < (out[k] ?? 0)) out[k] = value
    }
  }
}

/**
 * How alike two runs of tokens are, 0 to 1: Dice over their pairs of neighbours, each counted as often as it stands. 1 for the
 * same tokens in the same order.
 */
export function runLikeness(a: Int32Array, b: Int32Array): number {
  if (a.length < 2 || b.length < 2) return a.length === b.length && a[0] === b[0] ? 1 : 0
  const counts = new Map<number, number>()
  for (let at = 1; at < a.length; at++) {
    const pair = (a[at - 1] ?? 0) * 0x200000 + (a[at] ?? 0)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 1; at < b.length; at++) {
    const pair = (b[at - 1] ?? 0) * 0x200000 + (b[at] ?? 0)
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    shared++
    counts.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length - 2)
}
