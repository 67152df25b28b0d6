import { join } from 'node:path'
import type { ClosedSegment } from './checkpoint'
import type { Files } from './files'
import { sha256 } from './hash'
import { type JournalHead, type JournalRecord, parseJournalLine } from './journal-record'
import { otherLineEnds } from './line-ends'
import { isSegment } from './project-files'
import { isTornAppend, type Line, type Scan, scanPieces, scanSegment, segmentName } from './segment'
import { hasLineEnd, headIn, sumOf, textIn, textsIn } from './segment-text'

export interface JournalFindings {
  /** The records after the number that was asked for, in order. */
  readonly tail: readonly JournalRecord[]
  /** Where the last change stands, also where this build cannot read what it changed. */
  readonly last: JournalHead | null
  /** Bytes of a torn end; 0 where none. */
  readonly cut: number
  /** The torn end holds line ends: more than one line, of one append or of several. */
  readonly cutLines: boolean
  /** What does not fit: `segment:line`, or a segment that is missing, is no file, or has another length. */
  readonly damaged: readonly string[]
  /** Numbers that are missing and whose changes are in no snapshot, as far as opening can tell. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
  /** Segments that are no files but links or folders: they were not read. */
  readonly notFiles: readonly string[]
}

/** The segment that is written to. */
export interface ActiveSegment {
  readonly number: number
  readonly lines: Map<number, Line>
  /** Bytes of its sound part. */
  readonly length: number
  readonly lastLine: LastLine
}

/** What tells that a segment still ends as it did: its last line's bytes, LF not counted, and their SHA-256. */
export interface LastLine {
  readonly bytes: number
  readonly sha256: string
}

interface ReadOptions {
  readonly files: Files
  /** Records up to this number are in the snapshots, and not needed. */
  readonly after: number
  /** Closed segments that need not be read, as the checkpoint knows them. */
  readonly closed: Readonly<Record<string, ClosedSegment>>
}

export const noLine: LastLine = { bytes: 0, sha256: sha256('') }

/** Where each record of a journal lies, and how to read one. Writes nothing. */
export class JournalPages {
  private lastRead: { name: string; lines: ReadonlyMap<number, Line> } | null = null

  private constructor(
    private readonly folder: string,
    private readonly files: Files,
    readonly closed: Record<string, ClosedSegment>,
    public active: ActiveSegment
  ) {}

  /**
   * Looks through the journal of a project: the closed segments by their sizes, the others line by line. A number that
   * was there already does not count again: the first line that has it is the one that was acknowledged.
   */
  static async read(
    projectFolder: string,
    { files, after, closed: known }: ReadOptions
  ): Promise<{ pages: JournalPages; findings: JournalFindings }> {
    const folder = join(projectFolder, 'journal')
    const all = (await files.list(folder)).filter(isSegment).sort()
    const names = all.filter((name) => files.facts(join(folder, name))?.kind === 'file')
    const notFiles = all.filter((name) => !names.includes(name))
    const damaged = [...Object.keys(known).filter((name) => !all.includes(name)), ...notFiles]
    const closed: Record<string, ClosedSegment> = {}
    const tail: JournalRecord[] = []
    const gaps: { from: number; to: number }[] = []
    let highest = 0
    let active: ActiveSegment = { number: nextNumber(all, 0), lines: new Map(), length: 0, lastLine: noLine }
    let [cut, cutLines] = [0, false]
    for (const name of names) {
      const isLast = name === names.at(-1)
      const entry = known[name]
      if (entry && !isLast) {
        const bytes = await sizeAsKnown(join(folder, name), entry, files)
        if (bytes === null) damaged.push(name)
        closed[name] = { ...entry, bytes: bytes ?? entry.bytes }
        highest = Math.max(highest, entry.last)
        continue
      }
      const path = join(folder, name)
      const {
        lines,
        damaged: unsound,
        end,
        length
      } = scanPieces(files.pieces(path), isLast ? { saved: after } : {})
      for (const number of unsound) damaged.push(`${name}:${number}`)
      const own: Line[] = []
      for (const line of lines) {
        if (line.seq <= highest) {
          damaged.push(`${name}: ${line.seq}`)
          continue
        }
        if (line.seq > highest + 1 && line.seq - 1 > after)
          gaps.push({ from: Math.max(highest, after) + 1, to: line.seq - 1 })
        highest = line.seq
        own.push(line)
      }
      for (const [line, text] of textsIn(
        files,
        path,
        own.filter(({ seq }) => seq > after)
      )) {
        const record = parseJournalLine(text)
        if (record) tail.push(record)
        else damaged.push(`${name}: ${line.seq}`)
      }
      if (!isLast || (await isForeign(lines, path, files))) {
        if (end < length) damaged.push(name)
        closed[name] = { first: own[0]?.seq ?? 0, last: own.at(-1)?.seq ?? 0, bytes: length }
        continue
      }
      cut = length - end
      cutLines = hasLineEnd(files.pieces(path, end, length))
      active = {
        number: Number.parseInt(name, 10),
        lines: new Map(own.map((line) => [line.seq, line])),
        length: end,
        lastLine: lastLineOf(files, path, lines, end)
      }
    }
    const lastName = names.at(-1)
    if (lastName !== undefined && closed[lastName])
      active = { ...active, number: nextNumber(all, Number.parseInt(lastName, 10)) }
    const pages = new JournalPages(folder, files, closed, active)
    const last = await pages.headAt(pages.lastSeq)
    return { pages, findings: { tail, last, cut, cutLines, damaged, gaps, notFiles } }
  }

  get lastSeq(): number {
    let last = 0
    for (const seq of this.active.lines.keys()) last = Math.max(last, seq)
    for (const each of Object.values(this.closed)) last = Math.max(last, each.last)
    return last
  }

  get segments(): string[] {
    return [...Object.keys(this.closed), segmentName(this.active.number)].sort()
  }

  /**
   * The highest number in the journal that is not above `seq`; 0 where there is none. Numbers may be missing, and how
   * many only the journal's writer could tell: nobody may count through them.
   */
  async lastUpTo(seq: number): Promise<number> {
    const own = highestUpTo(this.active.lines.keys(), seq)
    if (own > 0) return own
    const earlier = Object.entries(this.closed)
      .filter(([, { first, last }]) => first <= seq && last > 0)
      .sort(([, a], [, b]) => b.first - a.first)
    for (const [name] of earlier) {
      const found = highestUpTo(this.linesOf(name).keys(), seq)
      if (found > 0) return found
    }
    return 0
  }

  /** A record by its number. Null where it is not there, or damaged. */
  async at(seq: number): Promise<JournalRecord | null> {
    const place = this.placeOf(seq)
    return place && parseJournalLine(textIn(this.files, place.path, place.line))
  }

  private async headAt(seq: number): Promise<JournalHead | null> {
    const place = this.placeOf(seq)
    return place && headIn(this.files, place.path, place.line)
  }

  private placeOf(seq: number): { readonly path: string; readonly line: Line } | null {
    const active = this.active.lines.get(seq)
    const name = active ? segmentName(this.active.number) : this.closedWith(seq)
    const line = active ?? (name === undefined ? undefined : this.linesOf(name).get(seq))
    return name === undefined || !line ? null : { path: join(this.folder, name), line }
  }

  /** The lines of a closed segment by their numbers; kept until another one is asked about. */
  private linesOf(name: string): ReadonlyMap<number, Line> {
    if (this.lastRead?.name === name) return this.lastRead.lines
    const lines = firstOfEach(scanPieces(this.files.pieces(join(this.folder, name))))
    this.lastRead = { name, lines }
    return lines
  }

  private closedWith(seq: number): string | undefined {
    return Object.keys(this.closed).find((name) => {
      const entry = this.closed[name]
      return entry !== undefined && entry.first <= seq && seq <= entry.last
    })
  }
}

function highestUpTo(numbers: Iterable<number>, seq: number): number {
  let highest = 0
  for (const each of numbers) if (each <= seq && each > highest) highest = each
  return highest
}

/** The number of a segment that nothing lies at yet, after all that there are. */
function nextNumber(names: readonly string[], after: number): number {
  return Math.max(after, ...names.map((name) => Number.parseInt(name, 10))) + 1
}

/**
 * The size of a closed segment that holds what the checkpoint says: as it says, or another where only its line ends
 * were changed. Null where it does not.
 */
async function sizeAsKnown(path: string, entry: ClosedSegment, files: Files): Promise<number | null> {
  const size = files.facts(path)?.size
  if (size === entry.bytes) return size
  const bytes = await files.read(path)
  const { lines, damaged, end } = scanSegment(bytes)
  const isWhole = damaged.length === 0 && end === bytes.length && lengthsByLineEnds(bytes).has(entry.bytes)
  return isWhole && lines[0]?.seq === entry.first && lines.at(-1)?.seq === entry.last ? bytes.length : null
}

/** How long bytes are with either kind of line end. */
function lengthsByLineEnds(bytes: Buffer): ReadonlySet<number> {
  return new Set(otherLineEnds(bytes).map((each) => each.length))
}

/** Whether a segment holds something, and nothing that was written here: it is never cut. */
async function isForeign(lines: readonly Line[], path: string, files: Files): Promise<boolean> {
  if (lines.length > 0) return false
  const bytes = await files.read(path)
  return bytes.length > 0 && !isTornAppend(bytes)
}

/** The last line's bytes as they lie there, all but its LF. */
function lastLineOf(files: Files, path: string, lines: readonly Line[], end: number): LastLine {
  const last = lines.at(-1)
  return last ? sumOf(files.pieces(path, last.start, end - 1)) : noLine
}

function firstOfEach({ lines }: Scan): ReadonlyMap<number, Line> {
  const first = new Map<number, Line>()
  for (const line of lines) if (!first.has(line.seq)) first.set(line.seq, line)
  return first
}
