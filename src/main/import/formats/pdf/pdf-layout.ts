import { isIndentedLine, shortBy } from './line-geometry'
import type { Line } from './pdf-lines'

/** How the paragraphs of a text are set. */
export interface Layout {
  /** From line to line, in points. */
  readonly spacing: number
  /** Whether a paragraph is told by its first line, which begins further in. */
  readonly isIndented: boolean
}

/** Fewer beginnings of paragraphs than this do not tell how they are set. */
const fewestBeginnings = 4

export function areParagraphsIndented(pages: readonly (readonly Line[])[], body: number): boolean {
  let [indented, all] = [0, 0]
  for (const lines of pages)
    for (const [at, line] of lines.entries()) {
      const last = lines[at - 1]
      const isBeginning =
        last && last.column === line.column && line.y > last.y && shortBy(last) > last.size * 3
      if (!isBeginning || [last, line].some(({ size }) => Math.abs(size - body) > body * 0.05)) continue
      all++
      if (isIndentedLine(line)) indented++
    }
  return all >= fewestBeginnings && indented >= all * 0.8
}

/** Fewer lines are no verse, and longer ones neither, in characters. */
const fewestVerse = 3
const longestVerse = 60

/** Lines that are not ended by the width of the page, and each of which begins with a capital or ends with a stop. */
export function linesOfVerse(pages: readonly (readonly Line[])[], body: number, spacing: number): Set<Line> {
  const verse = new Set<Line>()
  const keep = (group: readonly Line[]) => {
    const share = (lines: readonly Line[], shape: RegExp) =>
      lines.filter(({ text }) => shape.test(text)).length >= lines.length * 0.8
    const isVerse =
      group.length >= fewestVerse &&
      group.every(({ text, cells }) => text.length <= longestVerse && cells.length === 1) &&
      (share(group.slice(1), /^["“‘'(]?\p{Lu}/u) ||
        share(group.slice(0, -1), /[，。、；：！？,;:.!?—]["”’」』）)]*$/))
    if (isVerse) for (const line of group) verse.add(line)
  }
  for (const lines of pages) {
    let group: Line[] = []
    for (const line of lines) {
      const last = group.at(-1)
      const isNext = last && line.y > last.y && line.y - last.y <= spacing * 1.3 && line.size === last.size
      if (!isNext) {
        keep(group)
        group = []
      }
      if (line.isNarrow && line.size <= body * 1.15) group.push(line)
    }
    keep(group)
  }
  return verse
}
