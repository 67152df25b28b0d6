import { seqOfLine } from './journal-record'

export interface Line {
  readonly seq: number
  /** Bytes from the start of the segment, the LF not counted. */
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

/** Finds the lines of a segment and checks each against its checksum. */
export function scanSegment(bytes: Buffer): Scan {
  const lines: Line[] = []
  const damaged: number[] = []
  let unsound: number[] = []
  let end = 0
  let number = 0
  for (let start = 0; start < bytes.length; ) {
    const stop = bytes.indexOf(0x0a, start)
    if (stop === -1) break
    number++
    const seq = seqOfLine(bytes.toString('utf8', start, stop))
    if (seq === null) unsound.push(number)
    else {
      damaged.push(...unsound)
      unsound = []
      lines.push({ seq, start, end: stop })
      end = stop + 1
    }
    start = stop + 1
  }
  return { lines, damaged, end }
}

export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`
}

export function isSegment(name: string): boolean {
  return /^\d{6,}\.jsonl$/.test(name)
}
