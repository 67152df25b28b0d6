import type { Link } from '../model/alignment'
import type { Span } from '../model/offsets'
import type { Block } from '../model/text-content'
import { blockSpans } from '../text/canonical'
import { sentences } from '../text/sentences'
import type { Place } from './evidence/side'

export interface AlignableSentence extends Span {
  readonly place: Place
}

/** The sentences of a version that take part in alignment: those outside furniture, in order. */
export function alignableSentences(
  blocks: readonly Block[],
  furniture: readonly number[]
): AlignableSentence[] {
  return [...sentencesByBlock(blocks, furniture)].flat()
}

/** The same block by block, each cut when it is asked for: a book takes tens of milliseconds. */
export function* sentencesByBlock(
  blocks: readonly Block[],
  furniture: readonly number[]
): Generator<AlignableSentence[]> {
  const marked = new Set(furniture)
  const spans = blockSpans(blocks)
  for (const [index, block] of blocks.entries()) {
    const own = spans[index]
    if (marked.has(index) || own === undefined) continue
    yield sentences(block.text, own.start).map(
      (each, order): AlignableSentence => ({
        ...each,
        place: block.kind === 'heading' ? 'heading' : order === 0 ? 'start' : ''
      })
    )
  }
}

/** A row of the comparison: for each version the stretches that say the same; empty where it is left out. */
export interface Row {
  readonly cells: readonly (readonly Span[])[]
  /** The confidence of the link between the base and each version; null where the row has none. */
  readonly confidence: readonly (number | null)[]
  /** Whether a hand has made or accepted the link between the base and each version. */
  readonly byHand: readonly boolean[]
  /** Whether what a version says here stands elsewhere in it: the link crosses others. */
  readonly moved: readonly boolean[]
}

/**
 * Rows out of the star of alignments round a base: sentences of the base that share a link, in any of the versions,
 * stand in one row. What a version has and the base has not stands in a row of its own, after the row before it.
 *
 * @param base the base's sentences
 * @param stars for each other version its sentences and links (`a` is the base); in the order of the columns
 */
export function rowsOfStar(
  base: readonly Span[],
  stars: readonly { readonly sentences: readonly Span[]; readonly links: readonly Link[] }[]
): Row[] {
  const groups = groupBase(base, stars)
  const rowOf = new Map<number, number>()
  groups.forEach((group, row) => {
    for (const each of group) rowOf.set(each.start, row)
  })
  const columns = stars.map(({ links }) => placeLinks(links, rowOf, groups.length))
  const rows: Row[] = []
  const added = (before: number) =>
    columns.forEach((column, version) => {
      for (const link of column.additions.get(before) ?? [])
        rows.push(additionRow(stars.length, version, link))
    })
  added(-1)
  const moved = columns.map((column) => crossing(column.cells))
  groups.forEach((group, row) => {
    rows.push({
      cells: [group, ...columns.map((column) => column.cells[row] ?? [])],
      confidence: [null, ...columns.map((column) => column.confidence[row] ?? null)],
      byHand: [false, ...columns.map((column) => column.byHand[row] ?? false)],
      moved: [false, ...moved.map((column) => column.has(row))]
    })
    added(row)
  })
  return rows
}

function groupBase(base: readonly Span[], stars: readonly { readonly links: readonly Link[] }[]): Span[][] {
  const place = new Map(base.map((each, index) => [each.start as number, index]))
  const joined = new Array<boolean>(base.length).fill(false)
  for (const { links } of stars)
    for (const { a } of links) {
      const indices = a.flatMap((each) => place.get(each.start) ?? []).sort((x, y) => x - y)
      const first = indices[0]
      const last = indices.at(-1)
      if (first === undefined || last === undefined) continue
      for (let index = first + 1; index <= last; index++) joined[index] = true
    }
  const groups: Span[][] = []
  base.forEach((each, index) => {
    if (joined[index]) groups.at(-1)?.push(each)
    else groups.push([each])
  })
  return groups
}

interface Column {
  readonly cells: Span[][]
  readonly confidence: (number | null)[]
  readonly byHand: boolean[]
  /** Links with nothing in the base, by the row they follow (-1: before the first). */
  readonly additions: Map<number, Link[]>
}

function placeLinks(links: readonly Link[], rowOf: ReadonlyMap<number, number>, count: number): Column {
  const column: Column = {
    cells: Array.from({ length: count }, () => []),
    confidence: new Array<number | null>(count).fill(null),
    byHand: new Array<boolean>(count).fill(false),
    additions: new Map()
  }
  let last = -1
  for (const link of links) {
    const start = link.a[0]?.start
    const row = start === undefined ? undefined : rowOf.get(start)
    if (row === undefined) {
      column.additions.set(last, [...(column.additions.get(last) ?? []), link])
      continue
    }
    column.cells[row]?.push(...link.b)
    column.confidence[row] = Math.min(column.confidence[row] ?? 1, link.confidence)
    if (link.origin === 'hand') column.byHand[row] = true
    last = row
  }
  return column
}

function additionRow(count: number, version: number, link: Link): Row {
  const at = <T>(own: T, other: T): T[] =>
    Array.from({ length: count + 1 }, (_, index) => (index === version + 1 ? own : other))
  return {
    cells: at<readonly Span[]>(link.b, []),
    confidence: at<number | null>(link.confidence, null),
    byHand: at(link.origin === 'hand', false),
    moved: at(false, false)
  }
}

/** The rows of a column that do not stand in the order of its text: all but the longest chain that does. */
function crossing(cells: readonly (readonly Span[])[]): Set<number> {
  const filled = cells.flatMap((cell, row) => (cell[0] ? [{ row, start: cell[0].start as number }] : []))
  const tails: number[] = []
  const before: number[] = []
  const startOf = (k: number) => filled[k]?.start ?? 0
  filled.forEach((_, k) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (startOf(tails[middle] ?? 0) < startOf(k)) low = middle + 1
      else high = middle
    }
    before[k] = tails[low - 1] ?? -1
    tails[low] = k
  })
  const rows = new Set(filled.map(({ row }) => row))
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) rows.delete(filled[k]?.row ?? -1)
  return rows
}
