import { createHash } from 'node:crypto'
import type { Files } from './files'
import { headBytes, type JournalHead, journalHeadOf, parseJournalHead } from './journal-record'
import type { Line } from './segment'

/** Lines that lie together are read at once, up to so many bytes. */
const togetherBytes = 1024 * 1024
/** Of a line that is longer, the head alone is read where nothing else is asked for. */
const longLineBytes = 64 * 1024
const lineFeed = 0x0a

type Place = Pick<Line, 'start' | 'end'>

/** The text of one line of a segment; what no longer lies there is missing at its end. */
export function textIn(files: Files, path: string, { start, end }: Place): string {
  return bytesIn(files, path, start, end).toString('utf8')
}

/** The texts of lines, given in the order of the segment. */
export function* textsIn<L extends Place>(
  files: Files,
  path: string,
  lines: readonly L[]
): Generator<readonly [L, string]> {
  for (let from = 0; from < lines.length; ) {
    const start = lines[from]?.start ?? 0
    let to = from + 1
    while (to < lines.length && (lines[to]?.end ?? 0) - start <= togetherBytes) to++
    const own = lines.slice(from, to)
    const bytes = bytesIn(files, path, start, own.at(-1)?.end ?? start)
    for (const line of own) yield [line, bytes.toString('utf8', line.start - start, line.end - start)]
    from = to
  }
}

/** Where a sound line stands in the journal. Null where it does not say it. */
export function headIn(files: Files, path: string, line: Place): JournalHead | null {
  const beginning = { start: line.start, end: Math.min(line.end, line.start + headBytes) }
  const isLong = line.end - line.start > longLineBytes
  return (
    (isLong ? journalHeadOf(textIn(files, path, beginning)) : null) ??
    parseJournalHead(textIn(files, path, line))
  )
}

export function hasLineEnd(pieces: Iterable<Buffer>): boolean {
  for (const piece of pieces) if (piece.includes(lineFeed)) return true
  return false
}

/** How many bytes there are, and their SHA-256. */
export function sumOf(pieces: Iterable<Buffer>): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of pieces) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

function bytesIn(files: Files, path: string, start: number, end: number): Buffer {
  return Buffer.concat(Array.from(files.pieces(path, start, end), (piece) => Buffer.from(piece)))
}
