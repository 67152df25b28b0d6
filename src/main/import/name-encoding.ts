import iconv from 'iconv-lite'
import { simplifiedOf } from '../../shared/anchoring/simplified'
import { frequentChinese, frequentKorean } from './frequent-characters'

/** Characters beyond ASCII that stand together: how many, and what stands on either side. */
interface Run {
  readonly length: number
  readonly before: string
  readonly after: string
}

/** How much a character of an encoding speaks for it, from 0 to 1. */
type Weigh = (character: string, run: Run) => number

/** What a character is worth that the encoding has among its usual ones, though it is none of the frequent ones. */
const usual = 0.3
/** Half-width kana stand in old names only. */
const halfWidth = 0.2
/** No more letters with marks stand together in words of Western Europe. */
const longestLatinRun = 2

/**
 * The encodings that names in archives are in, with what speaks for each. Of those that are as likely the first is
 * taken; where nothing speaks for any it is the last, which the format was made for.
 */
const candidates: readonly { readonly encoding: string; readonly weigh: Weigh }[] = [
  { encoding: 'gb18030', weigh: chineseIn('gbk', [0xb0, 0xd7], 0xa1) },
  { encoding: 'big5', weigh: chineseIn('big5', [0xa4, 0xc6], 0x40) },
  { encoding: 'cp932', weigh: japanese },
  { encoding: 'cp949', weigh: hangul },
  { encoding: 'cp866', weigh: russian },
  { encoding: 'windows-1251', weigh: russian },
  { encoding: 'cp850', weigh: latin },
  { encoding: 'windows-1252', weigh: latin },
  { encoding: 'cp437', weigh: latin }
]

/**
 * The encoding of names that do not say theirs: UTF-8 where it can be, else the one in which they read most like names.
 * A few bytes have to be enough, so what counts is how usual the characters are that they would be.
 */
export function nameEncoding(names: Uint8Array): string {
  if (isUtf8(names)) return 'utf-8'
  let best = { encoding: 'cp437', weight: 0 }
  for (const { encoding, weigh } of candidates) {
    const weight = weightOf(iconv.decode(Buffer.from(names), encoding), weigh)
    if (weight > best.weight || (weight === best.weight && encoding === 'cp437')) best = { encoding, weight }
  }
  return best.encoding
}

/** The mean of what the characters beyond ASCII speak for; -1 where some are none. */
function weightOf(text: string, weigh: Weigh): number {
  let [sum, count] = [0, 0]
  for (const { 0: found, index } of text.matchAll(/[^\0-\x7f]+/gu)) {
    if (found.includes('\ufffd')) return -1
    const characters = [...found]
    const [before, after] = [text.charAt(index - 1), text.charAt(index + found.length)]
    const run = { length: characters.length, before, after }
    count += characters.length
    for (const each of characters) sum += weigh(each, run)
  }
  return count === 0 ? 0 : sum / count
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Frequent characters; others as far as they lie where the encoding has its usual ones, by the bytes that lead. */
function chineseIn(encoding: string, [first, last]: readonly [number, number], leastTrail: number): Weigh {
  return (character) => {
    if (/[\u3000-\u3015\uff01-\uff5e“”‘’—…·《》、。]/u.test(character)) return usual
    if (!/\p{Script=Han}/u.test(character)) return 0
    if (frequentChinese.has(simplifiedOf(character))) return 1
    const [lead = 0, trail = 0] = iconv.encode(character, encoding)
    return lead >= first && lead <= last && trail >= leastTrail ? usual : 0
  }
}

function japanese(character: string): number {
  if (/[\u3041-\u30fe]/u.test(character)) return 1
  if (/[\uff61-\uff9f]/u.test(character)) return halfWidth
  return frequentChinese.has(simplifiedOf(character))
    ? 1
    : /\p{Script=Han}|[\u3000-\u3015]/u.test(character)
      ? usual
      : 0
}

function hangul(character: string): number {
  if (frequentKorean.has(character)) return 1
  return /\p{Script=Hangul}/u.test(character) ? usual : 0
}

function russian(character: string, { before, after }: Run): number {
  return /[А-яЁё]/.test(character) && !/[A-Za-z]/.test(before + after) ? 1 : 0
}

/** The letters with marks that stand in most words of Western Europe that have any. */
const frequentLatin = /[äöüßéèêàâîôûçñóíáúåøæœ]/i

function latin(character: string, { length, before }: Run): number {
  if (length > longestLatinRun || !/\p{Script=Latin}/u.test(character)) return 0
  // No capital stands within a word.
  if (/\p{Lu}/u.test(character) && /[a-z]/.test(before)) return 0
  return frequentLatin.test(character) ? 1 : usual
}
