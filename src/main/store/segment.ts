import * as zlib from 'node:zlib'
import { numbersBytes, numbersOfLine, sumPrefixBytes } from './journal-record'

export interface Line {
  readonly seq: number
  /** The number of the first change of the append that it was written with. */
  readonly first: number
  /** Bytes from the start of the segment, the line end not counted. */
  readonly start: number
  readonly end: number
}

/** What a segment of the journal holds, by its bytes. */
export interface Scan {
  /** The sound lines, in the order of the file. */
  readonly lines: readonly Line[]
  /** Numbers (from 1) of unsound lines that sound ones follow. */
  readonly damaged: readonly number[]
  /** Where the sound part ends: what follows is torn. */
  readonly end: number
}

interface NumberedLine extends Line {
  /** Its number in the segment, unsound ones counted. */
  readonly number: number
  /** Where the next line begins. */
  readonly next: number
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** One line that comes in pieces: its first bytes, and the checksum of what it is of. */
class LineSum {
  private readonly beginning = Buffer.alloc(numbersBytes)
  private bytes = 0
  private sum = 0
  /** A CR that may be part of the line end. */
  private hasCarriageReturn = false

  add(piece: Buffer): void {
    if (piece.length === 0) return
    if (this.hasCarriageReturn) this.take(Buffer.from([carriageReturn]))
    this.hasCarriageReturn = piece[piece.length - 1] === carriageReturn
    this.take(this.hasCarriageReturn ? piece.subarray(0, -1) : piece)
  }

  /** Ends the line: its numbers, null where it is not sound, and how many bytes its line end has. */
  end(): { readonly numbers: ReturnType<typeof numbersOfLine>; readonly lineEnd: 1 | 2 } {
    const beginning = this.beginning.toString('latin1', 0, Math.min(this.bytes, numbersBytes))
    const lineEnd = this.hasCarriageReturn ? 2 : 1
    const numbers = numbersOfLine(beginning, this.sum)
    this.bytes = 0
    this.sum = 0
    this.hasCarriageReturn = false
    return { numbers, lineEnd }
  }

  private take(piece: Buffer): void {
    if (this.bytes < numbersBytes) piece.copy(this.beginning, this.bytes)
    const summed = piece.subarray(Math.max(0, sumPrefixBytes - this.bytes))
    if (summed.length > 0) this.sum = zlib.crc32(summed, this.sum)
    this.bytes += piece.length
  }
}

/**
 * Finds the lines of a segment and checks each against its checksum. A CR before a line end, and a byte order mark at
 * the start, are passed over: other programs put them there.
 *
 * Pages of one append may reach the disk in any order when the power goes, so that a later line stands without an
 * earlier one. Such an append was never acknowledged and counts as torn as a whole. Lines up to the change `saved` are
 * in the snapshots: those were acknowledged, and what they lack is damage.
 */
export function scanSegment(bytes: Buffer, options: { readonly saved?: number } = {}): Scan {
  return scanPieces([bytes], options)
}

/** The same for a segment that is read in pieces: one line may be as large as an import was. */
export function scanPieces(
  pieces: Iterable<Buffer>,
  { saved = Number.POSITIVE_INFINITY }: { readonly saved?: number } = {}
): Scan & { readonly length: number } {
  const lines: NumberedLine[] = []
  const unsound: number[] = []
  const line = new LineSum()
  let number = 0
  let length = 0
  let start = 0
  for (const piece of pieces) {
    let at = length === 0 ? afterByteOrderMark(piece) : 0
    if (length === 0) start = at
    for (let stop = piece.indexOf(lineFeed, at); stop !== -1; stop = piece.indexOf(lineFeed, at)) {
      line.add(piece.subarray(at, stop))
      const { numbers, lineEnd } = line.end()
      const next = length + stop + 1
      number++
      if (numbers) lines.push({ ...numbers, start, end: next - lineEnd, number, next })
      else unsound.push(number)
      at = stop + 1
      start = next
    }
    line.add(piece.subarray(at))
    length += piece.length
  }
  const sound = withoutTornAppend(lines, saved)
  const last = sound.at(-1)
  return {
    lines: sound,
    damaged: unsound.filter((each) => each < (last?.number ?? 0)),
    end: last?.next ?? 0,
    length
  }
}

function withoutTornAppend(lines: readonly NumberedLine[], saved: number): readonly NumberedLine[] {
  const last = lines.at(-1)
  if (!last || last.first === last.seq || last.seq <= saved) return lines
  let from = lines.length
  while (lines[from - 1]?.first === last.first) from--
  return lines.length - from === last.seq - last.first + 1 ? lines : lines.slice(0, from)
}

function afterByteOrderMark(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

const sectorBytes = 512

/**
 * Whether bytes without a sound line are what an append that was cut short leaves in a new segment: part of one line,
 * zeros, or lines of which sectors never reached the disk and read as zeros. Nobody writes zeros into a journal.
 */
export function isTornAppend(bytes: Buffer): boolean {
  const beginning = '{"sum":"'
  const head = bytes.toString('latin1', 0, beginning.length)
  if (!bytes.includes(lineFeed) && beginning.startsWith(head.slice(0, beginning.length))) return true
  for (let at = 0; at < bytes.length; at += sectorBytes)
    if (bytes.subarray(at, at + sectorBytes).every((byte) => byte === 0)) return true
  return bytes.length === 0
}

export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`
}
