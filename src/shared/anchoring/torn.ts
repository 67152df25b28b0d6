import { normalise } from './normalise'

/** So many ideographs beside a passage are looked at: a word or two. */
const ideographs = 3

/** How much of the word beside a passage has to be the same, from 0 to 1, for it to be that word with a slip mended. */
const sameWord = 0.5
const sameIdeographs = 0.7

/**
 * Whether another word stands right before or right after a place than stood beside the passage. Then the place may be
 * the passage with a word changed beside it, or a neighbour that says the same: “Crew Alpha ‹reported …›” and “Crew Beta
 * ‹reported …›”. Nothing in the place itself can tell. What stands in another paragraph says nothing: paragraphs are moved.
 * Offsets are UTF-16.
 */
export function isTorn(
  text: string,
  place: { readonly start: number; readonly end: number },
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string }
): boolean {
  const before = text.slice(Math.max(0, place.start - reach), place.start)
  const after = text.slice(place.end, place.end + reach)
  return (
    !isSameWord(lastWord(prefix), lastWord(before), lastOf) ||
    !isSameWord(firstWord(suffix), firstWord(after), firstOf)
  )
}

/** How far from a place its neighbouring word is looked for, UTF-16 code units. */
const reach = 80

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

function lastWord(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  const word = /[\p{L}\p{M}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(line)?.[0] ?? ''
  if (!ideograph.test(word.slice(-2))) return normalise(word).text
  return normalise(line).text.slice(-ideographs)
}

function firstWord(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u.exec(line)?.[0] ?? ''
  if (!ideograph.test(word.slice(0, 2))) return normalise(word).text
  return normalise(line).text.slice(0, ideographs)
}

/**
 * Where one of them has no neighbour in its paragraph, there is nothing to compare. Of ideographs that the end of a line cuts
 * short no more are compared than are left: a text that was wrapped anew has line ends within sentences.
 */
function isSameWord(was: string, is: string, near: (word: string, count: number) => string): boolean {
  if (was === '' || is === '' || was === is) return true
  if (/^\p{N}+$/u.test(was)) return false
  const isIdeographic = ideograph.test(was)
  const least = Math.min(was.length, is.length)
  const [one, other] = isIdeographic ? [near(was, least), near(is, least)] : [was, is]
  const share = 1 - distance(one, other) / Math.max(one.length, other.length)
  return share >= (isIdeographic ? sameIdeographs : sameWord)
}

const firstOf = (word: string, count: number): string => word.slice(0, count)
const lastOf = (word: string, count: number): string => word.slice(-count)

/** The fewest letters to put in, take out or replace to make one word of another (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      )
    row = next
  }
  return row[b.length] ?? 0
}
