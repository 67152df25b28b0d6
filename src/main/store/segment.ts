import { numbersOfLine } from './journal-record'

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

/**
 * Finds the lines of a segment and checks each against its checksum. A CR before a line end, and a byte order mark at
 * the start, are passed over: other programs put them there.
 *
 * Pages of one append may reach the disk in any order when the power goes, so that a later line stands without an
 * earlier one. Such an append was never acknowledged and counts as torn as a whole. Lines up to the change `saved` are
 * in the snapshots: those were acknowledged, and what they lack is damage.
 */
export function scanSegment(bytes: Buffer, { saved = Number.POSITIVE_INFINITY } = {}): Scan {
  const lines: NumberedLine[] = []
  const unsound: number[] = []
  let number = 0
  for (let start = afterByteOrderMark(bytes); start < bytes.length; ) {
    const stop = bytes.indexOf(lineFeed, start)
    if (stop === -1) break
    number++
    const end = stop > start && bytes[stop - 1] === carriageReturn ? stop - 1 : stop
    const numbers = numbersOfLine(bytes.toString('utf8', start, end))
    if (numbers) lines.push({ ...numbers, start, end, number, next: stop + 1 })
    else unsound.push(number)
    start = stop + 1
  }
  const sound = withoutTornAppend(lines, saved)
  const last = sound.at(-1)
  return {
    lines: sound,
    damaged: unsound.filter((each) => each < (last?.number ?? 0)),
    end: last?.next ?? 0
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
