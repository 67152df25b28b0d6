import { linkOpenings, pairOpenings, runOpenings } from './markdown/inline-signs'
import { lineStartEscape } from './markdown/line-start'

export interface EscapeMarkdown {
  /** Whether its first line begins a line of the file. */
  readonly beginsLine?: boolean
  /** Where marks of ours stand in it (UTF-16 offsets), so that a lone star could end one. */
  readonly edges?: readonly number[]
}

/**
 * Keeps the exact signs of a text from being read as marks, by CommonMark, GitHub, pandoc or programs for notes (tables,
 * strike-through, footnotes, mathematics, highlights, definition lists); with no more backslashes than that needs: `a_b`,
 * `2 * 3`, `a < b`, `[sic]` and `5$` stay as they are. Line ends stay, blanks at the ends of lines are written by number.
 */
export function escapeMarkdown(text: string, options: EscapeMarkdown = {}): string {
  const written = escapesIn(text, options)
  if (written.size === 0) return text
  let escaped = ''
  let at = 0
  for (const [place, sign] of [...written].sort((a, b) => a[0] - b[0])) {
    escaped += text.slice(at, place) + sign
    at = place + 1
  }
  return escaped + text.slice(at)
}

/** How each sign is written that cannot stand as it is, by its offset (UTF-16). */
export function escapesIn(
  text: string,
  { beginsLine = true, edges = [] }: EscapeMarkdown
): Map<number, string> {
  const written = new Map<number, string>()
  for (const at of [...runOpenings(text, edges), ...linkOpenings(text), ...pairOpenings(text)])
    written.set(at, `\\${text.charAt(at)}`)
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) escapeLine(text, start, end, beginsLine || start > 0, written)
    start = end + 1
  }
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) written.set(at, reference('\r'))
  return written
}

/** Blanks at both ends of a line, and what its beginning would make of it. */
function escapeLine(
  text: string,
  start: number,
  end: number,
  isStart: boolean,
  written: Map<number, string>
): void {
  const first = text.charAt(start)
  if (isBlank(first)) written.set(start, reference(first))
  else if (isStart) {
    const at = lineStartEscape(text, start, end)
    if (at !== null) written.set(at, `\\${text.charAt(at)}`)
  }
  const last = text.charAt(end - 1)
  if (isBlank(last)) written.set(end - 1, reference(last))
}

function isBlank(sign: string): boolean {
  return sign === ' ' || sign === '\t'
}

/** A sign by its number, where it would be taken away as it is. */
export function reference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`
}
