import type { Span } from '../../model/offsets'
import { span } from '../../model/span'
import { isChinese } from '../evidence/language'
import { withoutNoFigures } from '../no-figures'
import { chineseNumbers, englishNumbers } from '../numbers'

/** Something checkable that stands in one rendering and not in the other: a figure, or a name. */
export interface Disagreement {
  readonly kind: 'figure' | 'name'
  /** As it is written. */
  readonly text: string
  readonly side: 'a' | 'b'
  /** UTF-16 offsets into the text of that side. */
  readonly at: Span
}

/**
 * Figures that one side has and the other does not, however they are written (30 %, thirty per cent, 三成), and, where
 * both are in one language, names. Only what surely is a figure is asked for: digits, or numerals of several
 * words or characters, and no ordinal; on the other side every reading of a number will do.
 */
export function disagreements(a: string, languageA: string, b: string, languageB: string): Disagreement[] {
  const found: Disagreement[] = []
  const sides = [
    { side: 'a' as const, text: a, language: languageA },
    { side: 'b' as const, text: b, language: languageB }
  ]
  for (const [own, other] of [sides, [...sides].reverse()]) {
    if (!own || !other) continue
    const values = new Set(numbersIn(other.text, other.language).flatMap(readings))
    for (const figure of sureFigures(own.text, own.language))
      if (!readings(figure.value).some((value) => values.has(value)))
        found.push({
          kind: 'figure',
          text: own.text.slice(figure.at.start, figure.at.end),
          side: own.side,
          at: figure.at
        })
    if (isChinese(languageA) || isChinese(languageB)) continue
    const words = new Set(other.text.toLowerCase().match(/\p{L}+/gu))
    for (const name of namesIn(own.text))
      if (!words.has(name.text.toLowerCase()))
        found.push({ kind: 'name', text: name.text, side: own.side, at: name.at })
  }
  return found
}

function numbersIn(text: string, language: string): string[] {
  return isChinese(language) ? chineseNumbers(text) : englishNumbers(text)
}

/** A year may be shortened, a sum be given in ten thousands: what else the same figure may be written as. */
function readings(value: string): string[] {
  const number = Number(value)
  if (!Number.isFinite(number) || number === 0) return [value]
  return [
    value,
    String(number),
    String(number / 1e4),
    String(number / 1e8),
    String(number * 1e4),
    String(number * 1e8)
  ]
}

interface Figure {
  readonly value: string
  readonly at: Span
}

const units = 'two|three|four|five|six|seven|eight|nine'
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const scales = 'hundred|thousand|million|billion|trillion'
const englishFigure = new RegExp(
  `\\d{1,3}(?:[\\u00a0\\u2009\\u202f’]\\d{3})+(?![\\d’])|\\d[\\d,]*(?:\\.\\d+)?(?:\\s(?:${scales})\\b)*|\\b(?:(?:${units}|${teens}|(?:${tens})(?:-(?:one|${units}))?)(?:\\s(?:${scales}))*|one(?:\\s(?:${scales}))+)\\b`,
  'giu'
)
const chineseFigure =
  /\d[\d,]*(?:\.\d+)?[十百千万亿萬億]*|[〇零一二三四五六七八九十百千]+[点點][〇零一二三四五六七八九]+[万亿萬億]*(?![十百千]|分(?!之)|钟|刻)|[一二两兩三四五六七八九十百千万亿萬億〇零]{2,}|[二两兩三四五六七八九十](?=[个個项項次条條类類家种種年月日位名份座件批级級期倍台台亩畝县縣市省区區])/gu

function sureFigures(text: string, language: string): Figure[] {
  const chinese = isChinese(language)
  const asked = chinese ? withoutNoFigures(text) : text
  return [...asked.matchAll(chinese ? chineseFigure : englishFigure)].flatMap((match) => {
    const own = match[0].replace(/,+$/, '')
    const at = span(match.index, match.index + own.length)
    // The second meeting is often just "the meeting" elsewhere: an ordinal is no figure that has to be there.
    if (chinese ? asked[at.start - 1] === '第' : /^(?:st|nd|rd|th)\b/i.test(asked.slice(at.end))) return []
    if (chinese && sumsUp(asked, at)) return []
    const values = numbersIn(chinese ? own + text.slice(at.end, at.end + 1) : own, language)
    // A row of single numerals is read one by one elsewhere: it is no one figure.
    return values.length === 1 && values[0] !== undefined ? [{ value: values[0], at }] : []
  })
}

/** 、 between members, before the last of which 和 may stand; what ends the clause in which they are named. */
const members = /(?:^|[，。；：！？,;:!?\s（）()])([^，。；：！？,;:!?\s（）()]*)$/u
/** What is counted; no percentage points, dates or years. */
const counted = /^(?:个(?!百分点|月|小时)|個(?!百分點|月|小時)|[级級项項大类類种種省市县縣区區地方家者条條])/u

/** Whether a numeral only says how many have just been named: 省、市、县三级. Translations leave such out, and lose nothing. */
function sumsUp(text: string, { start, end }: Span): boolean {
  const count = Number(chineseNumbers(text.slice(start, end))[0])
  if (!(count >= 2 && count <= 9) || !counted.test(text.slice(end, end + 4))) return false
  const named =
    members.exec(text.slice(Math.max(0, start - longestList), start).replace(/等$/u, ''))?.[1] ?? ''
  const parts = named.split('、').length
  return parts === count || (parts + 1 === count && /[和与與及]/u.test(named))
}

/** The members of a list are looked for so far back, in UTF-16 code units. */
const longestList = 80

const commonCapitals = new Set(
  'I The A An In On At By For From To Of And But Or As It Its This That These Those We He She They Mr Mrs Ms Dr No Article Section Chapter Part Party State Government People Vice Governor Deputy Mayor Secretary Minister Premier President Chairman Committee Province Provincial City County Meeting'.split(
    ' '
  )
)

/** Capitalised words inside a sentence; none where most words are capitals, as in a title. */
function namesIn(text: string): { text: string; at: Span }[] {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  if (words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2) return []
  const found: { text: string; at: Span }[] = []
  for (const match of text.matchAll(/\p{Lu}\p{Ll}[\p{Ll}\p{Lu}]*/gu)) {
    const before = text.slice(0, match.index)
    const opens = /(?:^|[.!?:;“"‘'(]|—)\s*$/u.test(before)
    if (opens || commonCapitals.has(match[0])) continue
    found.push({ text: match[0], at: span(match.index, match.index + match[0].length) })
  }
  return found
}
