import { firstEndingAfter } from '../text/canonical'
import { type Manuscript, manuscriptSpans, manuscriptText, type Quotation } from './manuscript'

/** The numbers in a citation: a page, or from one to another. Roman ones stand as they are written. */
export interface NumberRange {
  readonly from: string
  readonly to: string
}

/** The citation that a manuscript gives with a quotation, and what can be read out of it. */
export interface GivenCitation {
  /** As it stands. */
  readonly text: string
  /** Where (UTF-16 in the manuscript). */
  readonly start: number
  readonly end: number
  readonly pages: NumberRange | null
  readonly paragraphs: NumberRange | null
  /** Each year it names, in its order. */
  readonly years: readonly string[]
  /** A whole date, `2018-12-05`, where it names one. */
  readonly date: string | null
}

/** So far behind a quotation its citation may begin, in UTF-16 code units: the rest of its sentence. */
const reach = 200

const noteMark = /\[(\d{1,4}|[*†‡]|[a-z]{1,3})\]/u
const brackets = /[(（]([^()（）]{1,300})[)）]/u

/**
 * The citation that stands behind a quotation: in brackets before its sentence has ended, or in the note that is referred
 * to there. What is in brackets counts only where it has a number in it; a note always does.
 */
export function givenCitation(manuscript: Manuscript, quotation: Quotation): GivenCitation | null {
  const text = manuscriptText(manuscript)
  const from = quotation.kind === 'block' ? quotation.end : quotation.outerEnd
  const spans = manuscriptSpans(manuscript)
  const own = spans[firstEndingAfter(spans, from - 1)]
  const last = Math.min(own?.end ?? text.length, from + reach)
  const after = text.slice(from, last)
  const stop = endOfSentence(after)
  const near = after.slice(0, stop) + behindStop(after.slice(stop))
  const inBrackets = brackets.exec(near)
  const note = noteMark.exec(near)
  // A note may be referred to within the quotation too, before its closing mark.
  const inner = /\[(\d{1,4})\]\s*$/u.exec(text.slice(quotation.start, quotation.end))
  if (inBrackets && hasNumber(inBrackets[1] ?? '') && (!note || inBrackets.index <= note.index)) {
    const start = from + inBrackets.index
    return read(inBrackets[0], start)
  }
  const mark = note?.[1] ?? inner?.[1]
  return mark === undefined ? null : noteFor(manuscript, mark, from)
}

function hasNumber(text: string): boolean {
  return /\d|\bpp?\.\s*[ivxlc]+/iu.test(text)
}

/** Where the rest of a sentence ends, or another quotation begins; stops within brackets end nothing. */
function endOfSentence(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (/[(（]/.test(sign)) depth++
    else if (/[)）]/.test(sign)) depth--
    else if (depth > 0) continue
    else if (/[“「『„«"]/.test(sign)) return at
    else if (/[。！？]/.test(sign)) return at + 1
    else if (/[.!?]/.test(sign) && /^(?:$|[\s[(（“「])/u.test(text.slice(at + 1, at + 2))) return at + 1
  }
  return text.length
}

/** A mark of a note, or brackets, that stand right behind the stop of the sentence, as behind a block quotation. */
function behindStop(rest: string): string {
  return /^\s?(?:\[[^\]]{1,4}\]|\s*[(（][^()（）]{1,300}[)）])/u.exec(rest)?.[0] ?? ''
}

/** The note with a mark: the first behind the quotation that begins with it. */
function noteFor(manuscript: Manuscript, mark: string, from: number): GivenCitation | null {
  const spans = manuscriptSpans(manuscript)
  const begins = `[${mark}]`
  for (const [index, { text }] of manuscript.blocks.entries()) {
    const start = spans[index]?.start ?? 0
    if (start < from || !text.startsWith(begins)) continue
    const said = text.slice(begins.length).trimStart()
    return read(said, start + text.length - said.length)
  }
  return null
}

const numbers = String.raw`(\d{1,5}|[ivxlc]{1,8})(?:\s*[-–—~～至到]\s*(\d{1,5}|[ivxlc]{1,8}))?`
const pagePatterns = [
  new RegExp(String.raw`(?:\bpp?\.|\bpages?\b|\bS\.|\bSeiten?\b)\s*${numbers}(?!\d|\.\d)`, 'iu'),
  new RegExp(String.raw`第\s*${numbers}\s*[页頁]`, 'u'),
  // Author and date: (Smith 2018, 45), (Smith, 2018: 45).
  new RegExp(String.raw`\b(?:1[5-9]|20)\d\d[a-z]?\s*[,:：，]\s*${numbers}\s*[)）]?\s*\.?$`, 'iu'),
  // A name and a page, (Smith 45); a full note, …, 45.
  new RegExp(String.raw`^[(（][^\d()（）]*\p{L}[^\d()（）]*\s${numbers}[)）]$`, 'iu'),
  new RegExp(String.raw`\d{4}\)?[^\d]{0,60},\s*${numbers}\.?$`, 'iu')
]
const paragraphPatterns = [
  new RegExp(String.raw`(?:¶+|\bparas?\.|\bparagraphs?\b)\s*${numbers}`, 'iu'),
  new RegExp(String.raw`第\s*${numbers}\s*段`, 'u')
]

function read(text: string, start: number): GivenCitation {
  // A date that was looked up is no date of the text.
  const told = text
    .replace(/\b(?:accessed|retrieved|abgerufen)\b[^);）]*/giu, '')
    .replace(/\[?访问[^\]);）]*/gu, '')
  const addressless = told.replace(/https?:\/\/\S+/gu, '')
  const date = dateIn(addressless)
  const paragraphs = firstOf(paragraphPatterns, addressless)
  const pages = firstOf(pagePatterns, addressless)
  const years = [...addressless.matchAll(/(?<![\d–-])(1[5-9]\d\d|20\d\d)(?!\d)/gu)].flatMap(
    (match) => match[1] ?? []
  )
  const isYear = pages !== null && years.includes(pages.from) && !/\bp|页|頁|S\./iu.test(addressless)
  return {
    text,
    start,
    end: start + text.length,
    pages: isYear ? null : pages,
    paragraphs,
    years: [...new Set(years.filter((year) => year !== pages?.from || isYear))],
    date
  }
}

function firstOf(patterns: readonly RegExp[], text: string): NumberRange | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    const from = found?.[1]
    if (from !== undefined) return { from, to: wholeEnd(from, found?.[2] ?? from) }
  }
  return null
}

/** `123–25` ends on 125. */
function wholeEnd(from: string, to: string): string {
  return /^\d+$/.test(from) && /^\d+$/.test(to) && to.length < from.length
    ? from.slice(0, from.length - to.length) + to
    : to
}

const months = 'january february march april may june july august september october november december'.split(
  ' '
)
const monthName = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?\\.?`).join('|')

function dateIn(text: string): string | null {
  const number = /(?<!\d)(\d{4})[-/年.]\s?(\d{1,2})[-/月.]\s?(\d{1,2})日?(?!\d)/u.exec(text)
  if (number) return dated(number[1], number[2], number[3])
  const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2})\\s(${monthName}),?\\s(\\d{4})`, 'iu').exec(text)
  if (dayFirst) return dated(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = new RegExp(`\\b(${monthName})\\s(\\d{1,2}),?\\s(\\d{4})`, 'iu').exec(text)
  return monthFirst ? dated(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : null
}

function monthOf(name = ''): string {
  return String(months.findIndex((each) => each.startsWith(name.slice(0, 3).toLowerCase())) + 1)
}

function dated(year = '', month = '', day = ''): string | null {
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
