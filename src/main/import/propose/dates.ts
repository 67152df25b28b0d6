import type { KnownDate } from '../../../shared/model/document'
import { isRealDate } from '../../../shared/model/real-date'

const months = 'january february march april may june july august september october november december'.split(
  ' '
)
const monthPattern =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?'

const full: readonly [RegExp, (match: RegExpExecArray) => [string, string, string]][] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, (m) => [m[1] ?? '', m[2] ?? '', m[3] ?? '']],
  // With points the day comes first wherever they are written so; with slashes nobody knows.
  [/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\d.]*\d)/, (m) => [m[3] ?? '', m[2] ?? '', m[1] ?? '']],
  [/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, (m) => [m[1] ?? '', m[2] ?? '', m[3] ?? '']],
  [
    new RegExp(`${monthPattern}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'),
    (m) => [m[3] ?? '', month(m[1]), m[2] ?? '']
  ],
  [
    new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthPattern},?\\s+(\\d{4})`, 'i'),
    (m) => [m[3] ?? '', month(m[2]), m[1] ?? '']
  ]
]

function month(name: string | undefined): string {
  return String(months.findIndex((each) => each.startsWith((name ?? '-').toLowerCase().slice(0, 3))) + 1)
}

/** The first whole date in a text, in any of the usual ways of writing it; null where there is none. */
export function findDate(text: string): KnownDate | null {
  let best: { index: number; date: KnownDate } | null = null
  for (const [pattern, parts] of full) {
    const match = pattern.exec(text)
    if (!match || (best && best.index <= match.index)) continue
    const date = day(...parts(match))
    if (date) best = { index: match.index, date }
  }
  return best?.date ?? null
}

/**
 * The day of the event, from the sentence that says it: "On December 3, …" or 12月3日. A day without its year takes
 * the year of publication (the year before, where the day would lie after it) or else the one year the text names.
 */
export function findEvent(text: string, published: KnownDate | null): KnownDate | null {
  const opening = text.slice(0, 1200)
  const english = new RegExp(
    `\\b(?:On|Inn?|,)\\s+${monthPattern}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`
  ).exec(opening)
  const dayFirst = new RegExp(
    `\\b[Oo]n\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthPattern}(?:,?\\s+(\\d{4}))?`
  ).exec(opening)
  const chinese = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(opening)
  const found = english
    ? { year: english[3], month: month(english[1]), day: english[2] ?? '' }
    : dayFirst
      ? { year: dayFirst[3], month: month(dayFirst[2]), day: dayFirst[1] ?? '' }
      : chinese
        ? { year: chinese[1], month: chinese[2] ?? '', day: chinese[3] ?? '' }
        : null
  if (!found) return null
  const year = found.year ?? yearFor(found, opening, published)
  return year === null ? null : day(year, found.month, found.day)
}

function yearFor(
  found: { month: string; day: string },
  text: string,
  published: KnownDate | null
): string | null {
  if (published) {
    const year = published.date.slice(0, 4)
    const same = day(year, found.month, found.day)
    return same && published.precision === 'day' && same.date > published.date
      ? String(Number(year) - 1)
      : year
  }
  const years = new Set(text.match(/\b(?:19|20)\d{2}(?=\b|th\b|年)/g) ?? [])
  return years.size === 0 ? null : ([...years][0] ?? null)
}

/** A date as far as the calendar allows it: month 13 or day 32 is none. */
function day(year: string, monthText: string, dayText: string): KnownDate | null {
  const date = `${year}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`
  return isRealDate(date) ? { date, precision: 'day' } : null
}

/** A date as a file states it: a year, a month, a day, or anything with a day in it. */
export function readStatedDate(text: string): KnownDate | null {
  if (isEpoch(text)) return null
  const whole = findDate(text)
  if (whole) return whole
  const date = text.trim()
  const match = /^\d{4}(-\d{2})?$/.exec(date)
  if (!match || !isRealDate(date)) return null
  return { date, precision: match[1] ? 'month' : 'year' }
}

/** The days that programs count from: they stand where no date is known. */
function isEpoch(text: string): boolean {
  return /^\s*(1970-01-01|1904-01-01|1900-01-0[01]|1601-01-01|0001-01-01|0101-01-01|1899-12-3[01])/.test(text)
}
