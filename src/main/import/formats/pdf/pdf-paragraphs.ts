import type { ParsedBlock } from '../../parsed'
import { mendedWord, wordsOf } from '../hyphens'
import { beginOf, isIndentedLine, shortBy } from './line-geometry'
import { areParagraphsIndented, type Layout, linesOfVerse } from './pdf-layout'
import type { Line } from './pdf-lines'
import { cellBlocks, tablesIn } from './pdf-tables'

/**
 * Paragraphs out of the lines of all pages: joined across lines, columns and pages, broken words made whole. What stands in
 * the same words at the head or foot of page after page, and page numbers, are furniture. Rows of cells are tables.
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): ParsedBlock[] {
  const body = bodySize(pages)
  const words = wordsOf(pages.flatMap((lines) => lines.map(({ text }) => text)).join('\n'))
  const running = runningLines(pages)
  const blocks: ParsedBlock[] = []
  let open: Open | null = null
  // A paragraph that notes at the foot of its page stand behind, and where it lies among the blocks.
  const foot: { held: Held | null } = { held: null }
  const close = (done: Open | null) => {
    if (!done) return
    const { text, page, heading, at } = done
    const block: ParsedBlock = heading
      ? { kind: 'heading', level: 2, text, page, furniture: false }
      : { kind: isNote(done, body) ? 'note' : 'paragraph', text, page, furniture: false }
    if (at === undefined) blocks.push(block)
    else blocks[at] = block
  }
  const spacing = lineSpacing(pages, body)
  const verse = linesOfVerse(pages, body, spacing)
  const layout = { spacing, isIndented: areParagraphsIndented(pages, body) }
  const goOn = (before: Open, line: Line, page: number, heading: boolean) =>
    !(verse.has(line) && verse.has(before.last)) && goesOn(before, line, page, heading, layout)
  let tables = 0
  for (const [index, lines] of pages.entries()) {
    const page = index + 1
    const edges: ParsedBlock[] = []
    const found = tablesIn(lines, running)
    const inTables = new Set([...found.values()].flatMap((table) => [...table.lines]))
    for (const line of lines) {
      if (line.text === '') continue
      if (running.has(line)) {
        edges.push({ kind: 'paragraph', text: line.text, page, furniture: true })
        continue
      }
      const table = found.get(line)
      if (table) {
        close(open)
        open = null
        blocks.push(...cellBlocks(table, tables++, page))
      }
      if (inTables.has(line)) continue
      const heading = line.size > body * 1.15 && line.text.length < 200
      let before: Open | null = open
      const waiting = foot.held
      if (before && waiting && page !== before.page && line.size >= body * 0.95) {
        // The notes of the page before have ended; the text goes on where they began.
        foot.held = null
        if (isNote(before, body) && goOn(waiting.paragraph, line, page, heading)) {
          close(before)
          before = { ...waiting.paragraph, at: waiting.at }
        }
      }
      if (before && goOn(before, line, page, heading)) open = withLine(before, line, words)
      else {
        close(before)
        const begun: Open = { text: line.text, page, last: line, heading, hang: line.hang }
        if (before && !before.heading && isNote(begun, body) && !isNote(before, body))
          foot.held = { paragraph: before, at: before.at ?? blocks.length - 1 }
        open = begun
      }
    }
    // Heads and feet do not part a paragraph that runs over the page.
    if (edges.length > 0) blocks.push(...edges)
  }
  close(open)
  return inPageOrder(blocks)
}

/** The furniture of a page was written down before the paragraph that ends on it: each block goes to its page. */
function inPageOrder(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return blocks.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))
}

interface Held {
  readonly paragraph: Open
  readonly at: number
}

interface Open {
  readonly text: string
  readonly page: number
  readonly last: Line
  readonly heading: boolean
  /** Where its lines after the first begin, where it hangs from a mark. */
  readonly hang: number | null
  /** Where it was written down already. */
  readonly at?: number
}

/** What begins with a mark and is set smaller than the text. */
function isNote({ text, last }: Open, body: number): boolean {
  return (last.size < body * 0.95 || last.depth > 0.75) && noteMark.test(text)
}

const noteMark = /^(\[\d{1,3}\]|\d{1,3}\s|[*†‡])/

function withLine(open: Open, line: Line, words: ReadonlySet<string>): Open {
  return { ...open, text: joined(open.text, line.text, words), last: line }
}

function goesOn(
  { text, page: before, last, heading: wasHeading, hang }: Open,
  line: Line,
  page: number,
  heading: boolean,
  { spacing, ...layout }: Layout
): boolean {
  if (heading !== wasHeading || line.cells.length > 1 || last.cells.length > 1) return false
  if (heading)
    return Math.abs(line.size - last.size) < 1 && page === before && line.y - last.y < last.size * 2
  const elsewhere = page !== before || line.column !== last.column || line.y < last.y
  const ended = /[.!?。！？:：]["”’」』)）]?(\[\d{1,3}\])*$/.test(text)
  // What is set smaller at the foot of a page goes on among what is set as small.
  const isOtherSize = Math.abs(line.size - last.size) > last.size * 0.07
  if (isOtherSize && line.size < last.size && noteMark.test(line.text)) return false
  if (elsewhere) {
    if (isOtherSize && noteMark.test(text)) return false
    return !ended || (layout.isIndented && isFullAndPlain(last, line))
  }
  // A raised figure pushes its line down.
  const isFull = shortBy(last) < last.size * 2
  if (line.y - last.y > spacing * (isFull && !ended ? 1.5 : 1.3)) return false
  const indent = beginOf(line) - beginOf(last)
  const hangs = ({ x, size }: Line) => hang !== null && Math.abs(x - hang) < size * 0.6
  if (indent > line.size * 0.9 && !hangs(line)) return false
  // Beside lines that hang from a mark another one stands out.
  if (indent < -line.size * 0.9 && hangs(last)) return false
  if (beginsItem.test(line.text) && ended) return false
  // A line that ends early ends its paragraph.
  const width = line.columnRight - line.columnLeft
  // What stands at the other side, as who signs and when, is a line for itself.
  if (!last.fromRight && last.x - last.columnLeft > width * aside) return false
  return shortBy(last) < width * (ended ? 0.2 : 0.35)
}

/** Whether a line that ends its column is full, and the first of the next begins no paragraph. */
function isFullAndPlain(last: Line, line: Line): boolean {
  return (
    shortBy(last) < last.size && !isIndentedLine(line) && !beginsItem.test(line.text) && line.hang === null
  )
}

/** A line that begins so far into its column stands at its other side. */
const aside = 0.5

/** A bullet or a number that a paragraph begins with: 1) (二) 三、 ④ a) iv. 第五条. */
const beginsItem =
  /^([•·▪◦–—-]|\(?\d{1,3}[.)、]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|[①-⑳]|\(?(?:[a-hA-H]|[ivx]{1,5}|[IVX]{1,5})[.)](?=\s)|第[〇零一二三四五六七八九十百\d]{1,6}[编章节条款])\s*\S/u

/** Two lines as one: a word broken at its end is made whole, ideographs need no space. */
function joined(before: string, after: string, words: ReadonlySet<string> = new Set()): string {
  const mended = mendedWord(before, after, words)
  if (mended !== null) return mended
  if (
    /[\p{Script=Han}，。、；：！？“”（）《》]$/u.test(before) &&
    /^[\p{Script=Han}，。、；：！？“”（）《》]/u.test(after)
  )
    return before + after
  return `${before} ${after}`
}

/** The size in which most letters are set. */
function bodySize(pages: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>()
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** How far the lines of a paragraph mostly stand from each other. */
function lineSpacing(pages: readonly (readonly Line[])[], body: number): number {
  const gaps: number[] = []
  for (const lines of pages)
    for (let at = 1; at < lines.length; at++) {
      const [above, line] = [lines[at - 1], lines[at]]
      if (above && line && above.column === line.column && line.y > above.y && line.y - above.y < body * 4)
        gaps.push(line.y - above.y)
    }
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? body * 1.3
}

/** Lines at the head or foot of pages that stand there again and again, figures aside; and page numbers. */
function runningLines(pages: readonly (readonly Line[])[]): Set<Line> {
  const edge = (lines: readonly Line[]) => {
    const down = lines.toSorted((a, b) => a.depth - b.depth)
    return down.filter(
      ({ depth }, at) =>
        depth < 0.07 || depth > 0.94 || (at < 2 && depth < 0.14) || (at >= down.length - 2 && depth > 0.86)
    )
  }
  const shape = (line: Line) =>
    `${line.depth < 0.5 ? 'head' : 'foot'} ${line.text.replace(/\d+/g, '#').toLowerCase()}`
  const seen = new Map<string, number>()
  for (const lines of pages)
    for (const each of new Set(edge(lines).map(shape))) seen.set(each, (seen.get(each) ?? 0) + 1)
  const often = Math.max(2, Math.ceil(pages.length * 0.15))
  const running = new Set<Line>()
  for (const lines of pages)
    for (const line of edge(lines)) {
      const isNumber =
        /^[-–—\s]*(page\s*)?(\d{1,4}|[ivxlc]{1,7})(\s*(\/|of)\s*\d{1,4})?[-–—\s]*$|^第\s*\d+\s*页/i.test(
          line.text
        )
      if (isNumber || (seen.get(shape(line)) ?? 0) >= often) running.add(line)
    }
  return running
}
