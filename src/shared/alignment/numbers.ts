import { noFigures } from './no-figures'

/** The values of figures in a text, however they are written: 30, 三十, thirty, 14th, 第十四, ٣٠. */

const englishUnits: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  once: 1,
  twice: 2,
  double: 2,
  pair: 2,
  pairs: 2,
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12
}
const englishScales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12
}

const chineseDigits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9
}
const chineseScales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** Every figure in an English text as a decimal string, in order. */
export function englishNumbers(text: string): string[] {
  const found: string[] = []
  const pattern = /\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?/gi
  let pending: number | null = null
  const flush = () => {
    if (pending !== null) found.push(String(pending))
    pending = null
  }
  for (const [token] of foldDigits(text).matchAll(pattern)) {
    const lower = token.toLowerCase()
    const scale = englishScales[lower]
    if (scale !== undefined) {
      pending = (pending ?? 1) * scale
      continue
    }
    flush()
    if (/^\d/.test(token)) pending = Number(token.replaceAll(',', ''))
    else if (lower !== 'may' || token === 'May') pending = wordValue(lower)
  }
  flush()
  return found
}

function wordValue(word: string): number | null {
  const whole = englishUnits[word]
  if (whole !== undefined) return whole
  const [tens, ones] = word.split('-')
  const high = englishUnits[tens ?? '']
  const low = englishUnits[ones ?? '']
  return high !== undefined && low !== undefined && high >= 20 && low < 10 ? high + low : (high ?? null)
}

/** Every figure in a Chinese text as a decimal string: Arabic figures (with 万, 亿), numerals, tenths (三成 is 30). */
export function chineseNumbers(text: string): string[] {
  const found: string[] = []
  const plain = foldFigures(text)
    .replace(
      /十([一二三四五六七八九])五(?![十百千万亿])/gu,
      (_, digit: string) => `${10 + (chineseDigits[digit] ?? 0)}　五`
    )
    .replace(/([一二两三四五六七八九])成(?![立为為功就果效熟员都长分本品年])/gu, '$1十')
    .replace(noFigures, '　')
    .replace(
      /([〇零一二三四五六七八九十百千]+)点([〇零一二三四五六七八九]+)(?![十百千]|分(?!之)|钟|刻)/gu,
      (_, whole: string, part: string) => `${numeralValue(whole)}.${digitsOf(part)}`
    )
  for (const [token] of plain.matchAll(
    /\d[\d,]*(?:\.\d+)?[十百千万亿]*|[〇零一二两双三四五六七八九十百千万亿]+/gu
  )) {
    if (/^\d/.test(token)) found.push(String(arabicWithScale(token)))
    else found.push(...numeralValues(token))
  }
  return found
}

/** Traditional, banking and full-width forms of figures as the plain ones. */
function foldFigures(text: string): string {
  return foldDigits(text)
    .replace(/[兩雙萬億點壹贰貳叁參肆伍陆陸柒捌玖拾佰仟○]/gu, (each) => folded[each] ?? each)
    .replace(/[廿卅卌]/gu, (each) => `${{ 廿: '二', 卅: '三', 卌: '四' }[each] ?? ''}十`)
}

/** The digits of every writing as those of ASCII: ３, ٣, ३. */
function foldDigits(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, (each) => String(digitValue(each)))
    .replace(/(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f’]\d{3})+(?![\d’])/gu, (each) =>
      each.replace(/\D/gu, '')
    )
}

/** Decimal digits of a script stand in rows of ten, from its zero on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

const folded: Readonly<Record<string, string>> = {
  兩: '两',
  雙: '双',
  萬: '万',
  億: '亿',
  點: '点',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  '○': '〇'
}

function numeralValue(numeral: string): number {
  const characters = [...numeral]
  return characters.some((each) => each in chineseScales)
    ? scaledValue(characters)
    : Number(digitsOf(numeral))
}

function digitsOf(numeral: string): string {
  return Array.from(numeral, (each) => chineseDigits[each] ?? 0).join('')
}

function arabicWithScale(token: string): number {
  let value = Number.parseFloat(token.replaceAll(',', ''))
  for (const character of token) value *= chineseScales[character] ?? 1
  return Math.round(value * 1000) / 1000
}

/** A numeral with scales is one figure; a run of bare digits is one figure when it reads as a year, else several. */
function numeralValues(token: string): string[] {
  const characters = [...token]
  if (characters.some((each) => each in chineseScales)) {
    const value = scaledValue(characters)
    return value === 0 ? [] : [String(value)]
  }
  const digits = characters.map((each) => chineseDigits[each] ?? 0)
  return digits.length === 4 ? [digits.join('')] : digits.map(String)
}

function scaledValue(characters: readonly string[]): number {
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const character of characters) {
    const scale = chineseScales[character]
    if (scale === undefined) digit = chineseDigits[character] ?? 0
    else if (scale < 1e4) {
      section += (digit ?? 1) * scale
      digit = null
    } else {
      total = (total + section + (digit ?? 0) || 1) * scale
      section = 0
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}
