import type { Piece } from './pdf-rows'

/** Gaps, in sizes of the type: one that always parts cells, and one that parts them if others lie under it. */
const wide = 1.8
const narrow = 0.55
/** How many lines above and below may bear a gap out, how far apart they may stand, and how exactly, in points. */
const around = 3
const reach = 3.5
const slack = 1.5

/** A place where a cell may begin: where it does, and where it ends. */
interface Break {
  readonly part: Piece
  readonly gap: number
  readonly left: number
  readonly right: number
}

/**
 * The cells of each line: pieces that belong together, in runs. A wide gap parts two cells; a narrow one does where lines
 * close by have a gap before the same place, or after which something ends at the same place, as numbers do.
 */
export function cellRuns(lines: readonly (readonly Piece[])[]): Piece[][][] {
  const breaks = lines.map(breaksOf)
  return lines.map((parts, at) => {
    const near = [
      ...breaks.slice(Math.max(0, at - around), at),
      ...breaks.slice(at + 1, at + 1 + around)
    ].flat()
    const starts = new Set(
      (breaks[at] ?? []).flatMap((own) =>
        own.gap > wide || near.some((other) => bears(own, other)) ? [own.part] : []
      )
    )
    const runs: Piece[][] = []
    for (const part of parts) {
      if (runs.length === 0 || starts.has(part)) runs.push([part])
      else runs.at(-1)?.push(part)
    }
    return isListItem(runs) ? [[...parts]] : runs
  })
}

function breaksOf(parts: readonly Piece[]): Break[] {
  const found: Break[] = []
  const gaps = parts.map((part, at) => {
    const last = parts[at - 1]
    return last ? (part.x - last.x - last.width) / part.size : 0
  })
  for (const [at, part] of parts.entries()) {
    const gap = gaps[at] ?? 0
    // In justified lines all words stand apart; cells stand apart further than words.
    const others = gaps
      .filter((other, index) => index !== at && other > 0.1 && other < wide)
      .sort((a, b) => a - b)
    if (gap <= narrow || gap < 2 * (others[others.length >> 1] ?? 0)) continue
    // What begins here ends before the next gap.
    const rest = parts.slice(at)
    const end = rest.findIndex((each, index) => {
      const next = rest[index + 1]
      return !next || (next.x - each.x - each.width) / each.size > narrow
    })
    const final = rest[end] ?? part
    found.push({ part, gap, left: part.x, right: final.x + final.width })
  }
  return found
}

function bears(own: Break, other: Break): boolean {
  const apart = Math.abs(own.part.y - other.part.y)
  if (apart < own.part.size * 0.5 || apart > own.part.size * reach * around) return false
  const numbers = isNumber(own) && isNumber(other)
  return Math.abs(own.left - other.left) < slack || (numbers && Math.abs(own.right - other.right) < slack)
}

function isNumber({ part }: Break): boolean {
  return /^[-+−]?[\d.,]+\s?%?$/.test(part.text.trim())
}

/** The number or the sign that an article, an item of a list or a note begins with. */
const mark =
  /^(第[〇零一二三四五六七八九十百千\d\s]{1,9}[编章节条款项]|(article|section|chapter|§)\s?\d{1,4}[.:]?|\(?(\d{1,3}|[a-z]|[ivx]{1,4})[.)]?|[•·▪◦‣–—*†‡-]|\[\d{1,3}\]|[（(]?[一二三四五六七八九十]+[)）、])$/iu

/** The mark of a list or a note, and what it marks, are no two cells. */
function isListItem(runs: readonly (readonly Piece[])[]): boolean {
  const [first = []] = runs
  return runs.length === 2 && isMark(first.map(({ text }) => text).join(''))
}

function isMark(text: string): boolean {
  return mark.test(text.trim())
}

/** Where the words behind a mark begin, in points, in a line that begins with one; null in any other. */
export function behindMark([first, ...rest]: readonly Piece[]): number | null {
  const next = rest.find(({ text }) => text.trim() !== '')
  return first && next && isMark(first.text) ? next.x : null
}
