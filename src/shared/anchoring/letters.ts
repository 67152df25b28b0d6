import { layAlong } from './approximate-match'

/** Small comparisons of normalised texts: letter by letter, from a place backwards or onwards. */
const wordCharacter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u

export function joins(a: string, b: string): boolean {
  return a !== '' && b !== '' && wordCharacter.test(a) && wordCharacter.test(b)
}

/** Letters, an ideograph counted as three of them: so much does it tell. */
export function weightOf(normalised: string): number {
  let weight = 0
  for (let i = 0; i < normalised.length; i++) weight += normalised.charCodeAt(i) >= 0x2e80 ? 3 : 1
  return weight
}

export function sameBefore(text: string, at: number, prefix: string): number {
  let same = 0
  while (
    same < prefix.length &&
    text.charCodeAt(at - 1 - same) === prefix.charCodeAt(prefix.length - 1 - same)
  )
    same++
  return same
}

export function sameAfter(text: string, at: number, suffix: string): number {
  let same = 0
  while (same < suffix.length && text.charCodeAt(at + same) === suffix.charCodeAt(same)) same++
  return same
}

/** How much of a quote's stretches of four characters stand in another text too. */
export function shared(quote: string, other: string): number {
  const there = new Set<string>()
  for (let at = 0; at + 4 <= other.length; at++) there.add(other.slice(at, at + 4))
  let same = 0
  for (let at = 0; at + 4 <= quote.length; at++) if (there.has(quote.slice(at, at + 4))) same++
  return same / Math.max(1, quote.length - 3)
}

export function likeness(piece: string, text: string, from: number, to: number): number {
  if (piece === '') return 0
  return layAlong(['', piece, ''], text, Math.max(0, from), Math.min(text.length, to)).quote
}
