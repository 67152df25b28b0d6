import { fold } from './fold'

const permutations = 96
const wordsEach = 4
const ideographsEach = 7

/**
 * A signature of a text by its shingles (runs of four words, of seven ideographs): two signatures agree in about the share
 * of shingles that their texts have in common, whatever case, width and line ends they have. MinHash (Broder 1997).
 */
export function signature(text: string): Uint32Array {
  const least = new Uint32Array(permutations).fill(0xffffffff)
  for (const hash of shingles(fold(text).text))
    for (let at = 0; at < permutations; at++) {
      const value = mixed(hash ^ Math.imul(at + 1, 0x9e3779b1))
      if (value < (least[at] ?? 0)) least[at] = value
    }
  return least
}

/** About the share of shingles that two texts have in common, 0 to 1. */
export function alike(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let at = 0; at < permutations; at++) if (a[at] === b[at] && a[at] !== 0xffffffff) same++
  return same / permutations
}

function* shingles(text: string): Generator<number> {
  const tokens = text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  const han = tokens.filter((token) => /\p{Script=Han}/u.test(token)).length > tokens.length / 2
  const length = Math.min(han ? ideographsEach : wordsEach, Math.max(1, tokens.length))
  for (let at = 0; at + length <= tokens.length; at++) {
    let hash = 0x811c9dc5
    for (let k = at; k < at + length; k++) {
      for (const character of tokens[k] ?? '')
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
      hash = Math.imul(hash ^ 32, 0x01000193)
    }
    yield hash >>> 0
  }
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
