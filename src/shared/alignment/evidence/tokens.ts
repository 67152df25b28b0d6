import { stemmer } from 'stemmer'
import { type Lexicon, longestHeadword } from '../lexicon'
import { chineseNumbers, englishNumbers } from '../numbers'
import { isChinese } from './language'

/**
 * One thing in a sentence that may stand again on the other side. `type` is what is compared:
 * a stem or word as it is, `#30` a figure, `?` a mark, `+道` a character within a longer word.
 */
export interface Token {
  readonly type: string
  /** A number into `tokenWeights`. */
  readonly sort: number
}

/** How much a token of each sort counts beside a word: figures more, characters within words and marks less. */
export const tokenWeights = [1, 1.6, 0.35, 0.6] as const
const sorts = { word: 0, figure: 1, character: 2, mark: 3 } as const

/** The tokens of a sentence, in order; function words are left out. Deterministic. */
export function tokensOf(sentence: string, language: string, lexicon: Lexicon): Token[] {
  const chinese = isChinese(language)
  const tokens: Token[] = []
  for (const number of chinese ? chineseNumbers(sentence) : englishNumbers(sentence))
    tokens.push({ type: `#${number}`, sort: sorts.figure })
  if (chinese) addHan(sentence, lexicon, tokens)
  addWords(sentence, language, tokens)
  for (const [pattern, type] of marks) if (pattern.test(sentence)) tokens.push({ type, sort: sorts.mark })
  return tokens
}

const marks: readonly (readonly [RegExp, string])[] = [
  [/[？?]/, '?'],
  [/[！!]/, '!'],
  [/[“"「『《‘`«]/, '"'],
  [/[（(]/, '(']
]

const functionWords = new Set(
  'the a an of to and in on for with by at from as is are was were be been that this it its will shall not or but which has have had also such only into than then'.split(
    ' '
  )
)

function addWords(sentence: string, language: string, tokens: Token[]): void {
  const english = language === '' || language.startsWith('en') || isChinese(language)
  for (const [word] of sentence.matchAll(
    /\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*|\p{Script=Cyrillic}+|\p{Script=Greek}+/gu
  ))
    for (const part of word.split(/[’'-]+/)) {
      const plain = foldWord(part)
      if (plain.length < 2 || (english && functionWords.has(plain))) continue
      tokens.push({ type: english ? stemOf(plain) : plain, sort: sorts.word })
    }
}

/** Stems that are kept: most words of a text are those of the last one. */
const mostStems = 20_000
const stems = new Map<string, string>()

function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size > mostStems) stems.clear()
  const stem = stemmer(word)
  stems.set(word, stem)
  return stem
}

/** A word in lower case without accents. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const emptyWords = new Set([...'的了之也而以其於于与與和及在是为為对對将將把被等个個并並着著者所矣乎焉则則'])

/** Headwords of the dictionary, the longest first, and within them their characters. */
function addHan(sentence: string, lexicon: Lexicon, tokens: Token[]): void {
  for (const [run] of sentence.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at < run.length; ) {
      const length = headwordLength(run, at, lexicon)
      const word = run.slice(at, at + length)
      at += length
      if (length === 1) {
        if (!emptyWords.has(word)) tokens.push({ type: word, sort: sorts.word })
        continue
      }
      tokens.push({ type: word, sort: sorts.word })
      for (const character of word)
        if (!emptyWords.has(character)) tokens.push({ type: `+${character}`, sort: sorts.character })
    }
  }
}

/** How many UTF-16 code units the longest headword has that begins at `at`; a lone character where none does. */
export function headwordLength(run: string, at: number, lexicon: Lexicon): number {
  const most = Math.min(longestHeadword, run.length - at)
  for (let length = most; length > 1; length--) if (lexicon.lookUp(run.slice(at, at + length))) return length
  return (run.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
