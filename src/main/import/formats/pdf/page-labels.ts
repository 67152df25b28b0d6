import type { Line } from './pdf-lines'

/** Numbers stand in the outer parts of a page, by how far down they are, 0 to 1. */
const edge = 0.12
/** A count of pages is believed from so many pages on that bear it out, and by this share of all that have a number. */
const fewest = 3
const leastShare = 0.6

/**
 * What the pages of a file are called in print, where that is not just the number of the sheet: as the file says, else by
 * consecutive numbers at the heads or feet of pages. Null for pages of which nothing is known.
 */
export function pageLabels(
  stated: readonly string[] | null,
  pages: readonly (readonly Line[])[]
): (string | null)[] {
  if (stated?.some((label, at) => label.trim() !== '' && label !== String(at + 1)))
    return pages.map((_, at) => stated[at]?.trim().slice(0, 40) || null)
  const arabic = offsetOf(pages.map((lines) => numbersAt(lines, arabicIn)))
  const roman = offsetOf(pages.map((lines) => numbersAt(lines, romanIn)))
  return pages.map((_, at) => {
    if (roman && at >= roman.first && at <= roman.last) return inRoman(at + roman.offset)
    const number = arabic ? at + arabic.offset : 0
    const isKnown = arabic !== null && arabic.offset !== 1 && number > 0
    return isKnown && !(roman && at < arabic.first) ? String(number) : null
  })
}

interface Count {
  /** What is added to the place of a page in the file, from 0. */
  readonly offset: number
  readonly first: number
  readonly last: number
}

function offsetOf(numbers: readonly (readonly number[])[]): Count | null {
  const votes = new Map<number, number[]>()
  for (const [at, own] of numbers.entries())
    for (const offset of new Set(own.map((number) => number - at)))
      votes.set(offset, [...(votes.get(offset) ?? []), at])
  const [best] = [...votes].sort((a, b) => b[1].length - a[1].length)
  const all = numbers.filter((own) => own.length > 0).length
  if (
    !best ||
    best[1].length < Math.min(fewest, Math.max(2, numbers.length)) ||
    best[1].length < all * leastShare
  )
    return null
  const [offset, places] = best
  return { offset, first: Math.min(...places), last: Math.max(...places) }
}

function numbersAt(lines: readonly Line[], read: (text: string) => number | null): number[] {
  return lines.flatMap(({ text, depth, cells }) => {
    if (depth > edge && depth < 1 - edge) return []
    const texts = [text, ...cells.map((cell) => cell.text)]
    return texts.flatMap((each) => read(each.replace(/^[-–—\s]+|[-–—\s]+$/g, '')) ?? [])
  })
}

function arabicIn(text: string): number | null {
  const found = /^(?:page\s*|p\.\s*|第\s*)?(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4}|\s*页)?$/i.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanIn(text: string): number | null {
  if (!/^[ivxlc]{1,7}$/.test(text)) return null
  const figures = [...text].map((sign) => values[sign] ?? 0)
  const number = figures.reduce((sum, each, at) => sum + (each < (figures[at + 1] ?? 0) ? -each : each), 0)
  return inRoman(number) === text ? number : null
}

function inRoman(number: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc']
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
  return (
    'c'.repeat(Math.floor(number / 100)) +
    (tens[Math.floor(number / 10) % 10] ?? '') +
    (ones[number % 10] ?? '')
  )
}
