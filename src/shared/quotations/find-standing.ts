/** Of so many letters each pattern is looked up by a hash; the rest is compared. */
const longestPrefix = 8
const filterBits = 16

interface Lengths {
  readonly length: number
  readonly filter: Uint8Array
  /** Hash of the first letters -> the patterns that begin so. */
  readonly patterns: Map<number, number[]>
}

/**
 * Every place where some of many strings stand in a text, in one pass (Karp and Rabin 1987): `hear` is told the index of
 * the string and where it begins. Only places that `starts` marks are looked at.
 */
export function findStanding(
  text: string,
  starts: Uint8Array,
  patterns: readonly string[],
  hear: (pattern: number, at: number) => void
): void {
  const byLength: (Lengths | null)[] = Array.from({ length: longestPrefix + 1 }, () => null)
  let longest = 0
  for (const [index, pattern] of patterns.entries()) {
    const length = Math.min(pattern.length, longestPrefix)
    if (length === 0) continue
    const own = byLength[length] ?? { length, filter: new Uint8Array(1 << filterBits), patterns: new Map() }
    byLength[length] = own
    longest = Math.max(longest, length)
    const hash = hashOf(pattern, 0, length)
    own.filter[hash & ((1 << filterBits) - 1)] = 1
    const same = own.patterns.get(hash)
    if (same) same.push(index)
    else own.patterns.set(hash, [index])
  }
  for (let at = 0; at < text.length; at++) {
    if (starts[at] !== 1) continue
    let hash = seed
    const most = Math.min(longest, text.length - at)
    for (let length = 1; length <= most; length++) {
      hash = step(hash, text.charCodeAt(at + length - 1))
      const own = byLength[length]
      if (!own || own.filter[hash & ((1 << filterBits) - 1)] === 0) continue
      for (const index of own.patterns.get(hash) ?? [])
        if (text.startsWith(patterns[index] ?? '', at)) hear(index, at)
    }
  }
}

const seed = 0x811c9dc5

function step(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x01000193)
  return mixed ^ (mixed >>> 15)
}

/** A hash of some letters of a text. */
export function hashOf(text: string, from: number, length: number): number {
  let hash = seed
  for (let i = 0; i < length; i++) hash = step(hash, text.charCodeAt(from + i))
  return hash
}
