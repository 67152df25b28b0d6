import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { isChineseAt, isSpace, SentenceScan } from './sentence-scan'
import { opensAfterEllipsis, tellsSpeaker } from './speech'

/**
 * Sentence segmentation for English and Chinese as it is printed in bulletins: abbreviations, initials,
 * decimals and record numbers do not end a sentence; a full stop glued to the next word
 * ("matters.We will", "2022.The") does; semicolons and colons do not. Rules of our own, tested by example, and not
 * `Intl.Segmenter`: its rules come with the runtime, and alignments are stored by the offsets of sentences, which must be
 * the same in the window, in the command and in next year's version.
 *
 * @param text one block's text
 * @param base added to every offset (the block's start in the canonical text)
 * @returns spans in UTF-16 code units, without surrounding white space; together they hold every other character
 */
export function sentences(text: string, base = 0): Span[] {
  const found: Span[] = []
  const scan = new SentenceScan(text)
  const stops = new RegExp(anyStop)
  let start = 0
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    const end = endAt(scan, start, stop.index)
    if (end === null) continue
    push(found, text, start, end, base)
    start = end
    stops.lastIndex = end
  }
  push(found, text, start, text.length, base)
  return found
}

function push(found: Span[], text: string, start: number, end: number, base: number): void {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  if (to > from) found.push(span(base + from, base + to))
}

const chineseStops = '。！？'
/** What may end a sentence: nothing else is looked at. */
const anyStop = /[。！？….!?]/g

/** The end of the sentence that began at `start` (after closing quotes and brackets) if it ends with the character at `at`; else null. */
function endAt(scan: SentenceScan, start: number, at: number): number | null {
  const { text } = scan
  const character = text.charAt(at)
  if (chineseStops.includes(character)) return endOfChinese(scan, start, at)
  if (character === '…') return text.charAt(at + 1) === '…' ? null : endOfEllipsis(scan, at)
  if (character === '!' || character === '?') {
    const stops = scan.afterStops(at)
    const end = scan.afterClosing(stops)
    if (end > stops && goesOn(text, start, end)) return null
    return scan.opensSentence(end) || isChineseAt(text, end) ? end : null
  }
  if (character === '.') return isItemNumber(text, start, at) ? null : endOfFullStop(scan, start, at)
  return null
}

function endOfChinese(scan: SentenceScan, start: number, at: number): number | null {
  const stops = scan.afterStops(at)
  const end = scan.afterClosing(stops)
  return end > stops && goesOn(scan.text, start, end) ? null : end
}

/**
 * Whether a sentence goes on behind a closing mark that follows a stop: with a comma, with who spoke, or because a bracket
 * was closed that stands in the midst of it. A bracket that began the sentence ends it.
 */
function goesOn(text: string, start: number, end: number): boolean {
  if (end >= text.length) return false
  if (/[，、；：,;:]/.test(text.charAt(end))) return true
  const closed = text.charAt(end - 1)
  if (/[）)】\]]/.test(closed)) {
    const from = Math.max(start, end - longestBracket)
    const open = text.slice(from, end).lastIndexOf(openingOf[closed] ?? '')
    return open > 0 && text.slice(from, from + open).trim() !== '' && isChineseAt(text, end)
  }
  return tellsSpeaker(text, end)
}

/** So far back the opening of a bracket is looked for, UTF-16 code units. */
const longestBracket = 600

const openingOf: Readonly<Record<string, string>> = { '）': '（', ')': '(', '】': '【', ']': '[' }

function endOfEllipsis(scan: SentenceScan, at: number): number | null {
  const { text } = scan
  const end = scan.afterClosing(at + 1)
  // In Chinese six dots are a pause as often as an end.
  if (isChineseAt(text, end) && (end === at + 1 || tellsSpeaker(text, end)))
    return end === at + 1 && opensAfterEllipsis(text, end) ? end : null
  return scan.opensSentence(end) ? end : null
}

/** "1. Promote reform. 2. Build roads.": a number before what it counts is no sentence of its own. */
function isItemNumber(text: string, start: number, at: number): boolean {
  return (
    at - start < 6 && /^\s*[(（]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})$/u.test(text.slice(start, at))
  )
}

function endOfFullStop(scan: SentenceScan, start: number, at: number): number | null {
  const { text } = scan
  const stops = scan.afterStops(at)
  const end = scan.afterClosing(stops)
  if (end >= text.length) return end
  if (end > stops && goesOn(text, start, end)) return null
  if (!isSpace(text, end)) return isGluedBoundary(text, at, end) ? end : null
  if (!scan.opensSentence(end)) return null
  return isAbbreviation(text, at) ? null : end
}

/** "matters.We will", "2022.The": a lower-case letter, digit or closing mark, a stop, and a capitalised word. */
function isGluedBoundary(text: string, at: number, end: number): boolean {
  if (isChineseAt(text, end)) return true
  const before = text.charAt(at - 1)
  if (!/[\p{Ll}\d)\]”"’%]/u.test(before)) return false
  const after = text.slice(end, end + 24)
  if (!/^["“‘'(]?(\p{Lu}\p{Ll}+|[AI])(?=[\s,;:’'-]|\p{Lu}|$)/u.test(after)) return false
  return !isAbbreviation(text, at) || wordBefore(text, at).length > 4
}

const abbreviations = new Set(
  'mr mrs ms dr prof st jr sr vs etc e.g i.e cf al no nos vol vols pp p fig figs art sec ch para jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gen col lt sgt capt gov sen rep hon rev inc ltd co corp dept est approx u.s u.k u.n p.r a.m p.m d.c ph.d'.split(
    ' '
  )
)
/** These end a sentence as often as not; before a capital we take them to. */
const mayEnd = new Set(['etc', 'inc', 'ltd', 'co', 'corp', 'a.m', 'p.m', 'al'])
/** These are abbreviations only before a figure: "No. 5", "Art. 3", "pp. 4–9". */
const beforeFigure = new Set([
  'no',
  'nos',
  'art',
  'sec',
  'fig',
  'figs',
  'ch',
  'p',
  'pp',
  'vol',
  'vols',
  'para'
])

function isAbbreviation(text: string, at: number): boolean {
  const word = wordBefore(text, at)
  if (/^\p{Lu}$/u.test(word)) return true
  const lower = word.toLowerCase()
  if (!abbreviations.has(lower)) return false
  // “Yan et al. [2004]”, “et al. (2004)”: the year belongs to the names.
  if (lower === 'al' && /^\s*[[(]?\d/.test(text.slice(at + 1, at + 8))) return true
  if (mayEnd.has(lower)) return false
  const next = text
    .slice(at + 1)
    .trimStart()
    .charAt(0)
  if (beforeFigure.has(lower)) return /\d/.test(next)
  const month = /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)$/.test(lower)
  if (month) return /[\d,]/.test(next) && /^\p{Lu}/u.test(word)
  return true
}

/** No abbreviation is as long as this, in UTF-16 code units. */
const longestAbbreviation = 24

/** The letters and inner stops right before the stop at `at`; of longer words the end. */
function wordBefore(text: string, at: number): string {
  let from = at
  while (from > Math.max(0, at - longestAbbreviation) && /[\p{L}.]/u.test(text.charAt(from - 1))) from--
  return text.slice(from, at)
}
