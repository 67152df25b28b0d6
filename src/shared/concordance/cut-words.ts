import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { characterKind, kindAt } from './characters'
import { OwnWords } from './own-words'
import { eachWordOfRun } from './run-cuts'
import type { ConcordanceSettings } from './settings'

/** How words are cut: by which language's dictionary and the words of the project's own, or Chinese by characters. */
export interface WordCutting {
  readonly language: string
  readonly chineseWords: ConcordanceSettings['chineseWords']
  readonly own: OwnWords
}

/** What is said of cutting words for all texts: names and formulae of the project as words, or each character. */
export interface CuttingSettings {
  readonly chineseWords: ConcordanceSettings['chineseWords']
  readonly ownWords: readonly string[]
}

/** How the words of a text are cut, by its language. */
export function cuttings({ chineseWords, ownWords }: CuttingSettings): (language: string) => WordCutting {
  const own = new OwnWords(chineseWords === 'dictionary' ? ownWords : [])
  const known = new Map<string, WordCutting>()
  return (language) => {
    const found = known.get(language) ?? { language, chineseWords, own }
    known.set(language, found)
    return found
  }
}

/**
 * Gives the words of a stretch of a text, one after another (UTF-16, end exclusive). Letters of scripts with spaces are one
 * word as far as they go, with an apostrophe or a decimal sign between two of them; others are cut by the project's own words,
 * then by ICU's dictionary.
 * Returning false ends it.
 */
export function eachWord(
  text: string,
  from: number,
  to: number,
  cutting: WordCutting,
  give: (start: number, end: number) => boolean | undefined
): void {
  let at = from
  while (at < to) {
    const kind = kindAt(text, at)
    if (kind === characterKind.other) {
      at++
      continue
    }
    const end = kind === characterKind.letter ? endOfWord(text, at, to) : endOfUnspaced(text, at, to)
    if (kind === characterKind.letter) {
      if (give(at, end) === false) return
    } else if (!eachUnspaced(text, at, end, cutting, give)) return
    at = end
  }
}

function eachUnspaced(
  text: string,
  from: number,
  to: number,
  cutting: WordCutting,
  give: (start: number, end: number) => boolean | undefined
): boolean {
  if (cutting.chineseWords === 'dictionary')
    return cutting.own.isEmpty
      ? eachByDictionary(text, from, to, cutting.language, give)
      : eachByOwnWords(text, from, to, cutting, give)
  for (let at = from; at < to; ) {
    const next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    if (give(at, next) === false) return false
    at = next
  }
  return true
}

function eachByDictionary(
  text: string,
  from: number,
  to: number,
  language: string,
  give: (start: number, end: number) => boolean | undefined
): boolean {
  return from === to || eachWordOfRun(text, from, to, language, give)
}

/** The project's own words from the left, the longest first; what lies between them by the dictionary. */
function eachByOwnWords(
  text: string,
  from: number,
  to: number,
  { language, own }: WordCutting,
  give: (start: number, end: number) => boolean | undefined
): boolean {
  let edges: Set<number> | null = null
  const isEdge = (offset: number) => {
    edges ??= edgesOf(text, from, to, language)
    return edges.has(offset)
  }
  let rest = from
  for (let at = from; at < to; ) {
    const end = own.endAt(text, at, to, isEdge)
    if (end === 0) {
      at++
      continue
    }
    if (!eachByDictionary(text, rest, at, language, give) || give(at, end) === false) return false
    at = end
    rest = end
  }
  return eachByDictionary(text, rest, to, language, give)
}

function edgesOf(text: string, from: number, to: number, language: string): Set<number> {
  const edges = new Set<number>()
  eachWordOfRun(text, from, to, language, (start, end) => edges.add(start).add(end).size > 0)
  return edges
}

function endOfWord(text: string, from: number, to: number): number {
  let end = from + 1
  for (;;) {
    while (end < to && kindAt(text, end) === characterKind.letter) end++
    if (end + 1 >= to || !joinsWord(text, end)) return end
    end += 2
  }
}

const [space, comma, fullStop] = [32, 44, 46]
/** ' ’ ʼ */
const apostrophes: readonly number[] = [0x27, 0x2019, 0x02bc]

/** Whether the sign at an offset stands between two parts of one word: don’t, 3.5, 1,000. */
function joinsWord(text: string, at: number): boolean {
  const sign = text.charCodeAt(at)
  if (sign === space) return false
  if (apostrophes.includes(sign)) return kindAt(text, at + 1) === characterKind.letter
  return (sign === fullStop || sign === comma) && isFigure(text, at - 1) && isFigure(text, at + 1)
}

function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function endOfUnspaced(text: string, from: number, to: number): number {
  let end = from + 1
  while (end < to && kindAt(text, end) === characterKind.unspaced) end++
  return end
}

/** So far before a place a run of characters without a break is looked at, in UTF-16 code units. */
const longestRun = 200

/**
 * The last words of a stretch, the nearest to its end first; at most `count`. They are those that cutting all of it would give,
 * for it is cut from the beginning of a run of characters (or of a word of a spaced script) on.
 */
export function lastWords(
  text: string,
  from: number,
  to: number,
  count: number,
  cutting: WordCutting
): Span[] {
  const isUnspaced = kindAt(text, to - 1) === characterKind.unspaced
  const spaced = isUnspaced ? -1 : beginOfSpaced(text, from, to, count)
  if (spaced >= 0) return wordsFrom(text, spaced, to, cutting).slice(-count).reverse()
  for (let width = isUnspaced ? count * 3 + 2 : count * 12 + 40; ; width *= 2) {
    const begin = Math.max(from, runStart(text, Math.max(from, to - width)))
    const found = wordsFrom(text, begin, to, cutting)
    // The first may be the rest of a word.
    if (begin > from && found.length <= count) continue
    return found.slice(-count).reverse()
  }
}

function wordsFrom(text: string, from: number, to: number, cutting: WordCutting): Span[] {
  const found: Span[] = []
  eachWord(text, from, to, cutting, (start, end) => found.push(span(start, end)) > 0)
  return found
}

/** So many code units a word are looked through for spaces before a place. */
const spacedWidth = 12

/** Where the last words of a stretch begin that stand behind a space: there a word begins, however it is cut. -1: not near. */
function beginOfSpaced(text: string, from: number, to: number, count: number): number {
  const least = Math.max(from, to - count * spacedWidth)
  let words = 0
  for (let at = to - 1; at > least; at--)
    if (text.charCodeAt(at - 1) === space && kindAt(text, at) !== characterKind.other && ++words === count)
      return at
  return least === from ? from : -1
}

/** Where the characters that a place stands among begin: a dictionary cuts them together. */
function runStart(text: string, at: number): number {
  if (kindAt(text, at) !== characterKind.unspaced) return at
  let start = at
  while (start > at - longestRun && kindAt(text, start - 1) === characterKind.unspaced) start--
  return start
}

/** How many words begin in a stretch; counts no further than `most`. */
export function countWordsIn(
  text: string,
  from: number,
  to: number,
  cutting: WordCutting,
  most: number
): number {
  let count = 0
  eachWord(text, from, to, cutting, () => ++count < most)
  return count
}
