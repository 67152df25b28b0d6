import type { CodePointOffset } from '../../../shared/model/offsets'
import { toUtf16 } from '../../../shared/text/code-points'
import type { ParsedBlock, ParsedPassage } from '../parsed'
import { attribute, childrenNamed, tidy } from './xml'

interface LaidOut {
  readonly text: string
  readonly blocks: ParsedBlock[]
  /** Where a place of the content stands in the canonical text; UTF-16 code units. */
  readonly place: (offset: number) => number
}

/** The lines of a text as blocks, blank ones left out, with the way from the one to the other. */
export function laidOut(content: string): LaidOut {
  const blocks: ParsedBlock[] = []
  const starts: { from: number; to: number; at: number }[] = []
  let at = 0
  for (const { 0: line, index } of content.matchAll(/[^\r\n]+/g)) {
    const text = line.trim()
    if (text === '') continue
    const from = index + line.indexOf(text)
    blocks.push({ kind: 'paragraph', text, furniture: false })
    starts.push({ from, to: from + text.length, at })
    at += text.length + 1
  }
  return {
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    place(offset) {
      let last = 0
      for (const line of starts) {
        if (offset < line.from) return line.at
        last = line.at + Math.min(offset, line.to) - line.from
        if (offset <= line.to) return last
      }
      return last
    }
  }
}

/** What a project says elsewhere of what selections name by its id. */
export interface Known {
  readonly coders: ReadonlyMap<string, string>
  readonly paths: ReadonlyMap<string, readonly string[]>
  readonly noted: ReadonlyMap<string, string>
}

/** The codings of a text as passages, one for each coder of a selection. */
export function selectionsIn(
  source: Element,
  content: string,
  text: string,
  place: (offset: number) => number,
  { coders, paths, noted }: Known
): ParsedPassage[] {
  const selections = childrenNamed(source, 'PlainTextSelection')
  const count = countingOf(content, selections)
  return selections.flatMap((own): ParsedPassage[] => {
    const [from, to] = ['startPosition', 'endPosition'].map((name) =>
      place(count(Number(attribute(own, name))))
    )
    const notes = childrenNamed(own, 'NoteRef').map(
      (each) => noted.get(attribute(each, 'targetGUID') ?? '') ?? ''
    )
    const memo = [tidy(childrenNamed(own, 'Description')[0]?.textContent), ...notes]
      .filter(Boolean)
      .join('\n\n')
    if (from === undefined || to === undefined || to <= from || to > text.length) return []
    const coderOf = (coding: Element) => coders.get(attribute(coding, 'creatingUser') ?? '') ?? ''
    const themesBy = new Map<string, string[][]>()
    for (const coding of childrenNamed(own, 'Coding')) {
      const path = paths.get(attribute(childrenNamed(coding, 'CodeRef')[0] ?? coding, 'targetGUID') ?? '')
      if (path) themesBy.set(coderOf(coding), [...(themesBy.get(coderOf(coding)) ?? []), [...path]])
    }
    if (themesBy.size === 0 && memo !== '') themesBy.set(coderOf(own), [])
    return Array.from(themesBy, ([coder, themes], index) => ({
      start: from,
      end: to,
      memo: index === 0 ? memo : '',
      themes,
      coder
    }))
  })
}

/**
 * How a program counts: code points of the text as it lies there, without the return of each line's end, or with a
 * byte-order mark before it. Each selection names how it begins: the way that fits most of them is taken.
 */
function countingOf(content: string, selections: readonly Element[]): (offset: number) => number {
  const bom = content.startsWith('\uFEFF') ? 1 : 0
  const plain = content.slice(bom)
  const points = (text: string) => (offset: number) => toUtf16(text, offset as CodePointOffset)
  const withoutReturns = plain.replace(/\r\n/g, '\n')
  const backToReturns = (offset: number) => {
    let [at, seen] = [0, 0]
    for (; seen < offset && at < plain.length; seen++) at += plain.startsWith('\r\n', at) ? 2 : 1
    return at
  }
  const ways: ((offset: number) => number)[] = [
    (offset) => bom + points(plain)(offset),
    (offset) => bom + backToReturns(points(withoutReturns)(offset)),
    (offset) => bom + points(plain)(Math.max(0, offset - 1)),
    (offset) => bom + offset
  ]
  const squeeze = (text: string) => text.replace(/\s+/g, '').slice(0, 30)
  const fits = (way: (offset: number) => number) =>
    selections.filter((own) => {
      const name = squeeze((attribute(own, 'name') ?? '').replace(/…|\.\.\.$/, ''))
      const start = way(Number(attribute(own, 'startPosition')))
      return name !== '' && squeeze(content.slice(start, start + 90)).startsWith(name.slice(0, 20))
    }).length
  const scored = ways.map((way) => ({ way, score: fits(way) }))
  const best = scored.reduce((top, each) => (each.score > top.score ? each : top))
  return best.way
}
