import { escapesIn, reference } from '../escape-markdown'

/** A stretch of a text that is to be marked (UTF-16 offsets): strong for highlighted words, underlined for those that differ. */
export interface MarkedStretch {
  readonly start: number
  readonly end: number
  readonly as: 'strong' | 'underlined'
}

/**
 * A text as lines of Markdown that a reader renders to the very same signs: a paragraph for each of its lines, hard breaks
 * about lines that are empty; with no line of Markdown but the blank ones between paragraphs empty.
 */
export function markdownParagraphs(
  text: string,
  {
    marks = [],
    beginsLine = true
  }: { readonly marks?: readonly MarkedStretch[]; readonly beginsLine?: boolean } = {}
): string[] {
  const inner = text.replace(/^\n+/, '')
  const body = inner.slice(0, endOfLines(inner))
  const [above, below] = [text.length - inner.length, inner.length - body.length]
  const lines = markedLines(text, above, above + body.length, marks, beginsLine)
  const written: string[] = []
  lines.forEach((line, at) => {
    const previous = lines[at - 1]
    if (at === 0) written.push(line)
    else if (previous === '' || line === '') {
      written[written.length - 1] += '\\'
      written.push(line)
    } else written.push('', line)
  })
  written[0] = reference('\n').repeat(above) + (written[0] ?? '')
  written[written.length - 1] += reference('\n').repeat(below)
  return written
}

/** Where the line ends at the end of a text begin. */
function endOfLines(text: string): number {
  let end = text.length
  while (end > 0 && text.charAt(end - 1) === '\n') end--
  return end
}

/** A text in one line of Markdown, for headings and behind words of ours: its line ends by their number. */
export function markdownLine(text: string, { beginsLine = false } = {}): string {
  // One line, whose line ends are signs within it.
  const written = escapesIn(text.replaceAll('\n', '\r'), { beginsLine })
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) written.set(at, reference('\n'))
  return joined(text, 0, text.length, written)
}

/** A heading of a level from 1. What would end it (`##`), or pandoc would take for its name (`{#id}`), is text. */
export function markdownHeading(level: number, text: string): string {
  const line = markdownLine(text)
  const closed = line.replace(/(^|[\t ])(#+)$/, '$1\\$2').replace(/(\{[^{}]*\})$/, '\\$1')
  return `${'#'.repeat(Math.min(6, Math.max(1, level)))} ${closed}`
}

/** Lines in a block quotation. */
export function quoted(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}

/** Lines as an item of a list, all of them within it. */
export function listItem(lines: readonly string[]): string {
  return lines.map((line, at) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)).join('\n')
}

function markedLines(
  text: string,
  start: number,
  end: number,
  marks: readonly MarkedStretch[],
  beginsLine: boolean
): string[] {
  const escapes = escapesIn(text, {
    beginsLine,
    edges: marks.flatMap((mark) => stretchesOf(text, mark)).flatMap((each) => [each.start, each.end])
  })
  const before = new Map<number, string>()
  for (const mark of marks)
    for (const stretch of stretchesOf(text, mark)) {
      const [open, close] = signsOf(text, stretch, mark.as, escapes)
      before.set(stretch.start, (before.get(stretch.start) ?? '') + open)
      before.set(stretch.end, close + (before.get(stretch.end) ?? ''))
    }
  const written = new Map(escapes)
  for (const [at, sign] of before) written.set(at, sign + (escapes.get(at) ?? text.charAt(at)))
  return joined(text, start, end, written)
    .concat(before.get(end) ?? '')
    .split('\n')
}

/** The parts of a mark in each line, without blanks at their ends: no mark goes over a line, and none begins with a blank. */
function stretchesOf(text: string, { start, end }: MarkedStretch): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const line of text.slice(start, end).matchAll(/[^\n]+/g)) {
    const words = line[0].trim()
    if (words === '') continue
    const from = start + line.index + line[0].indexOf(words)
    found.push({ start: from, end: from + words.length })
  }
  return found
}

/** Stars where readers see them as marks there, tags where they would not (as beside Chinese punctuation). */
function signsOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  as: MarkedStretch['as'],
  escapes: ReadonlyMap<number, string>
): readonly [string, string] {
  if (as === 'underlined') return ['<u>', '</u>']
  const opens = !isPunctuation(text.charAt(start)) && !escapes.has(start)
  const closes = !isPunctuation(text.charAt(end - 1))
  // Halves of rare characters and symbols are taken for letters here, for punctuation above: readers differ.
  const isFree = (sign: string) => sign === '' || /[\s\p{P}]/u.test(sign)
  return (opens || isFree(text.charAt(start - 1))) && (closes || isFree(text.charAt(end)))
    ? ['**', '**']
    : ['<b>', '</b>']
}

function isPunctuation(sign: string): boolean {
  return /[\p{P}\p{S}\p{Cs}]/u.test(sign)
}

function joined(text: string, start: number, end: number, written: ReadonlyMap<number, string>): string {
  let line = ''
  let at = start
  for (const [place, sign] of [...written].sort((a, b) => a[0] - b[0])) {
    if (place < start || place >= end) continue
    line += text.slice(at, place) + sign
    at = place + 1
  }
  return line + text.slice(at, end)
}
