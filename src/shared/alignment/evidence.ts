import { chineseNumbers, englishNumbers } from './numbers'

/** Where a sentence stands: headings and first sentences of paragraphs often answer each other. */
export type Place = 'heading' | 'start' | ''

/** What a sentence brings to alignment: its length and the things that can stand again on the other side. */
export interface Evidence {
  /** Letters, figures and Han characters; never 0. */
  readonly length: number
  readonly tokens: ReadonlySet<string>
  readonly heading: boolean
}

/** Whether two languages share a script in which words can be compared directly. */
export function shareWords(a: string, b: string): boolean {
  return isChinese(a) === isChinese(b)
}

export function isChinese(language: string): boolean {
  return /^(zh|lzh|yue|ja)/.test(language)
}

/** Guesses the language of sentences without metadata, by the share of Han characters. */
export function guessLanguage(sentences: readonly string[]): string {
  const sample = sentences.slice(0, 200).join('')
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return han * 3 > sample.length ? 'zh' : 'en'
}

/**
 * Takes the evidence from one sentence. `words`: whether the other side's words can be compared;
 * otherwise only figures, Latin strings and the marks that survive translation count.
 */
export function evidenceOf(sentence: string, language: string, words: boolean, place: Place = ''): Evidence {
  const tokens = new Set<string>()
  if (place !== '') tokens.add(`¶${place}`)
  const chinese = isChinese(language)
  for (const number of chinese ? chineseNumbers(sentence) : englishNumbers(sentence)) tokens.add(`#${number}`)
  if (words && chinese) addHanBigrams(sentence, tokens)
  else if (words) addWords(sentence, tokens)
  else addShared(sentence, tokens)
  return {
    length: Math.max(1, sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0),
    tokens,
    heading: place === 'heading'
  }
}

const functionWords = new Set(
  'the a an of to and in on for with by at from as is are was were be been that this it its their his her he she they we i will shall not or but'.split(
    ' '
  )
)

function addWords(sentence: string, tokens: Set<string>): void {
  for (const [word] of sentence.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (functionWords.has(word)) continue
    tokens.add(word)
    if (word.length > 5) tokens.add(`${word.slice(0, 5)}-`)
  }
}

function addHanBigrams(sentence: string, tokens: Set<string>): void {
  const han = [...sentence].filter((character) => /[\p{L}\p{N}]/u.test(character))
  for (let i = 0; i + 1 < han.length; i++) tokens.add(`${han[i]}${han[i + 1]}`)
}

/** Latin strings of two capitals or more, and quotation marks, brackets and questions, stand on both sides. */
function addShared(sentence: string, tokens: Set<string>): void {
  for (const [name] of sentence.matchAll(/\b[A-Z]{2,}\b/g)) tokens.add(name)
  if (/[“"「『《]/.test(sentence)) tokens.add('“')
  if (/[？?]/.test(sentence)) tokens.add('?')
  if (/[！!]/.test(sentence)) tokens.add('!')
  if (/[；;]/.test(sentence)) tokens.add(';')
  if (/[：:]/.test(sentence)) tokens.add(':')
}
