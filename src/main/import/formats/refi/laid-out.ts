import { canonicalText } from '../../../../shared/text/canonical'
import type { ParsedBlock } from '../../parsed'
import { isHardWrapped, joined } from '../plain-text'

/** A text as it lies in a project, in blocks, with the way from its places to theirs. */
export interface LaidOut {
  readonly content: string
  readonly blocks: ParsedBlock[]
  /** The canonical text of the blocks. */
  readonly text: string
  /** Where what begins at a place of the content begins in the canonical text; UTF-16 code units. */
  readonly startAt: (offset: number) => number
  /** Where what ends at a place of the content ends in the canonical text: never with the blank that follows it. */
  readonly endAt: (offset: number) => number
}

interface Line {
  readonly text: string
  /** Where it begins in the content. */
  readonly from: number
  /** Whether a blank line stands before it. */
  readonly parted: boolean
}

/** The lines of a text as paragraphs, blank ones left out, hard-wrapped ones joined as in any plain text. */
export function laidOut(content: string): LaidOut {
  const blocks: ParsedBlock[] = []
  const lines: { from: number; to: number; at: number }[] = []
  let at = 0
  for (const group of groupsIn(content)) {
    const paragraphs = isHardWrapped(group.map(({ text }) => text)) ? [group] : group.map((line) => [line])
    for (const paragraph of paragraphs) {
      let text = ''
      for (const line of paragraph) {
        const before = text === '' ? '' : joined(text, line.text)
        const begin = before === '' ? 0 : before.length - line.text.length
        text = before || line.text
        lines.push({ from: line.from, to: line.from + line.text.length, at: at + begin })
      }
      blocks.push({ kind: 'paragraph', text, furniture: false })
      at += text.length + 1
    }
  }
  return { content, blocks, ...placesIn(lines, canonicalText(blocks)) }
}

/** The way from places of a content, whose lines lie at places of a canonical text, to places of that. */
function placesIn(
  lines: readonly { readonly from: number; readonly to: number; readonly at: number }[],
  text: string
): Pick<LaidOut, 'text' | 'startAt' | 'endAt'> {
  return {
    text,
    startAt(offset) {
      const line = lines[firstThat(lines, ({ to }) => to > offset)]
      return line ? line.at + Math.max(0, offset - line.from) : text.length
    },
    endAt(offset) {
      const line = lines[firstThat(lines, ({ from }) => from >= offset) - 1]
      return line ? line.at + Math.min(offset, line.to) - line.from : 0
    }
  }
}

/** The same for a text whose lines are its paragraphs, as they are; only empty ones are left out. */
export function laidOutByLine(content: string): LaidOut {
  const lines: { from: number; to: number; at: number }[] = []
  const blocks: ParsedBlock[] = []
  let [from, at] = [0, 0]
  for (const text of content.split('\n')) {
    if (text !== '') {
      lines.push({ from, to: from + text.length, at })
      blocks.push({ kind: 'paragraph', text, furniture: false })
      at += text.length + 1
    }
    from += text.length + 1
  }
  return { content, blocks, ...placesIn(lines, canonicalText(blocks)) }
}

/** Where the first stands of which something is true that is true of all behind it; the list's length where there is none. */
function firstThat<T>(list: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item !== undefined && isSo(item)) high = middle
    else low = middle + 1
  }
  return low
}

function groupsIn(content: string): Line[][] {
  const groups: Line[][] = []
  for (const line of linesIn(content)) {
    const last = groups.at(-1)
    if (last && !line.parted) last.push(line)
    else groups.push([line])
  }
  return groups
}

function linesIn(content: string): Line[] {
  const lines: Line[] = []
  let parted = true
  for (const { 0: whole, index } of content.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const text = whole.trim()
    if (text !== '') lines.push({ text, from: index + whole.indexOf(text), parted })
    parted = text === ''
  }
  return lines
}
