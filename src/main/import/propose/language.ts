import { eld } from 'eld/extrasmall'

/** How much of a text is looked at, in UTF-16 code units. */
const sampleLength = 20_000
/** With fewer letters the words of a text say nothing sure of its language. */
const leastLetters = 30
/** With fewer letters a stated language is believed, whatever the words look like. */
const leastLettersAgainst = 200
/** A stated language stands as long as the text is not this much likelier in another. */
const likelier = 1.4

/** The language of a text as a BCP 47 tag. Chinese, Japanese and Korean are told by their scripts; few words are `und`. */
function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength)
  const script = byScript(sample)
  if (script !== null) return script
  return countLetters(sample) < leastLetters ? 'und' : eld.detect(sample).language || 'und'
}

/**
 * The language of a text that states one: the statement stands, with its region, unless the script is another's or the
 * words are clearly of another language.
 */
export function settleLanguage(stated: string | null, text: string): string {
  if (stated === null) return detectLanguage(text)
  const own = primary(stated)
  const sample = text.slice(0, sampleLength)
  const letters = countLetters(sample)
  const script = byScript(sample)
  if (script !== null) return ofOneScript(own, script) ? stated : script
  if (letters === 0) return stated
  if (/^(zh|yue|ja|ko)$/.test(own)) return letters < leastLetters ? stated : detectLanguage(text)
  if (letters < leastLettersAgainst) return stated
  const found = eld.detect(sample)
  const scores: Readonly<Record<string, number>> = found.getScores()
  const [best, mine] = [scores[found.language] ?? 0, scores[own]]
  // A language that is not known here may well be the right one.
  return mine === undefined
    ? isKnown(own)
      ? found.language || stated
      : stated
    : best > mine * likelier
      ? found.language
      : stated
}

/** The language that a script belongs to alone; null for scripts of many. */
function byScript(sample: string): string | null {
  const letters = countLetters(sample)
  if (letters === 0) return null
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja'
  if (share(/\p{Script=Hangul}/gu) > 0.3) return 'ko'
  return share(/\p{Script=Han}/gu) > 0.3 ? 'zh' : null
}

function ofOneScript(own: string, script: string): boolean {
  return own === script || (script === 'zh' && /^(yue|wuu|lzh|cmn|nan|hak|gan)$/.test(own))
}

function countLetters(sample: string): number {
  return sample.match(/\p{L}/gu)?.length ?? 0
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase()
}

const known = new Set(
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ka kn ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo'.split(
    ' '
  )
)

/** Whether the words of a language can be told here. */
function isKnown(language: string): boolean {
  return known.has(language)
}
