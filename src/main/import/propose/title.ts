import type { ParsedBlock } from '../parsed'
import { findDate } from './dates'
import { isDateLine } from './furniture'

/** Where the title stands among the blocks; and the label of a section above it, as news sites have it. */
export interface FoundTitle {
  readonly title: number
  readonly label: number
}

const none: FoundTitle = { title: -1, label: -1 }
/** In UTF-16 code units; Chinese says more in fewer. */
const longestTitle = 220
const longestChineseTitle = 70
/** A heading further down, or below a sentence of the text, is one of the text. */
const furthestHeading = 8

/**
 * Finds the title among the opening blocks: a heading, or a first line that is no sentence, no greeting and nobody's
 * speech, before a text of sentences. There is none rather than a wrong one. A line above it is a label only where a line of
 * date and source stands below, as on pages of news.
 */
export function findTitle(blocks: readonly ParsedBlock[]): FoundTitle {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && !block.furniture)
  const isFirst = blocks
    .slice(0, Math.max(0, heading))
    .every((block) => block.furniture || isDateLine(block.text) || !isSentence(block.text, shortSentence))
  if (heading !== -1 && heading <= furthestHeading && isFirst) return { title: heading, label: -1 }
  const own = blocks.flatMap((block, at) =>
    block.furniture || isDateLine(block.text) ? [] : [{ ...block, at }]
  )
  const [first, second, third, fourth] = own
  if (!first) return none
  const isDatedBelow = (at: number) => isDateLine(blocks[at + 1]?.text ?? '')
  const isLabelled =
    second?.at === first.at + 1 &&
    isLabel(first.text) &&
    isDatedBelow(second.at) &&
    isTitle(second, [third, fourth], true)
  if (isLabelled) return { title: second.at, label: first.at }
  return isTitle(first, [second, third], isDatedBelow(first.at)) ? { title: first.at, label: -1 } : none
}

/** @param isDated whether a line of date and source stands below, which leaves little doubt */
function isTitle(
  block: ParsedBlock,
  [next, after]: readonly (ParsedBlock | undefined)[],
  isDated: boolean
): boolean {
  const text = block.text.trim()
  if (block.kind !== 'paragraph' || text === '') return false
  const longest = /\p{Script=Han}/u.test(text) ? longestChineseTitle : longestTitle
  if (text.length > longest || endsOpen(text, isDated) || beginsAsGreeting(text)) return false
  if (!isDated && (beginsAsSpeech(text) || isDay(text))) return false
  if (next === undefined || next.kind === 'cell') return false
  // A short sentence may be a line of verse: then another one has to follow, or nothing.
  const isShort = isSentence(next.text, shortSentence) && (!after || isSentence(after.text, shortSentence))
  return isSentence(next.text, longSentence) || isShort
}

/** What ends so is a sentence, goes on in the next line, or leads to it; a question may be a title. */
function endsOpen(text: string, mayAsk: boolean): boolean {
  if (mayAsk && /[?？]["”’」』)）]*$/.test(text)) return false
  return /[.。．!！?？;；:：,，、…—–-]["”’」』)）\]]*$/u.test(text)
}

function beginsAsGreeting(text: string): boolean {
  return /^(dear|hello|hi|good (morning|day|evening)|sehr geehrte|liebe[rs]?|chers?|chère|尊敬的|亲爱的|敬爱的)(?![\p{L}])/iu.test(
    text
  )
}

/** Something said, a name before what it says, an item of a list. */
function beginsAsSpeech(text: string): boolean {
  return (
    /^["“”‘’'「『—–\-•·*]/u.test(text) ||
    /^\p{Ll}/u.test(text) ||
    /^(?:(?:\p{Script=Latin}+\.? ?){1,3}|\p{Script=Han}{1,4})[:：]/u.test(text)
  )
}

/** The head of a letter or an entry of a diary: a day, perhaps with its place. */
function isDay(text: string): boolean {
  return text.length < 60 && findDate(text) !== null && !/\p{L}{3,}.*\p{L}{3,}.*\p{L}{3,}/u.test(text)
}

/** How long sentences have to be, in UTF-16 code units; Chinese ones count more. */
const longSentence = 45
const shortSentence = 20

/** A sentence of a text, or a paragraph that is long enough to be one. */
function isSentence(text: string, least: number): boolean {
  const length = /\p{Script=Han}/u.test(text) ? text.length * 2.5 : text.length
  const ends = /[.。．!！?？…]["”’」』)）\]]*(\[\d+\])*$/u.test(text.trim())
  return /^[^\p{Ll}]/u.test(text) && ((ends && length > least) || length > 330)
}

/** The name of a section: a few words without any punctuation. */
function isLabel(text: string): boolean {
  return text.length < 40 && /^[\p{L}\p{N}&' ]+$/u.test(text) && text.split(' ').length < 5
}

/** What a text is called by its file, where it says no title itself. */
export function nameAsTitle(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '') || fileName
}
