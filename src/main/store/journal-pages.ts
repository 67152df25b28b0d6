import { join } from 'node:path'
import type { ClosedSegment } from './checkpoint'
import type { Files } from './files'
import { type JournalHead, type JournalRecord, parseJournalHead, parseJournalLine } from './journal-record'
import { otherLineEnds } from './line-ends'
import { isSegment } from './project-files'
import { isTornAppend, type Line, type Scan, scanSegment, segmentName } from './segment'

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
  readonly lastLine: Buffer
}

interface ReadOptions {
  readonly files: Files
  /** Records up to this number are in the snapshots, and not needed. */
  readonly after: number
  /** Closed segments that need not be read, as the checkpoint knows them. */
  readonly closed: Readonly<Record<string, ClosedSegment>>
}

const nothing: Buffer = Buffer.alloc(0)

/** Where each record of a journal lies, and how to read one. Writes nothing. */
export class JournalPages {
  private lastRead: { name: string; bytes: Buffer; lines: ReadonlyMap<number, Line> } | null = null

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
    let active: ActiveSegment = { number: nextNumber(all, 0), lines: new Map(), length: 0, lastLine: nothing }
    let torn = nothing
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
      const bytes = await files.read(join(folder, name))
      const { lines, damaged: unsound, end } = scanSegment(bytes, isLast ? { saved: after } : {})
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
        if (line.seq <= after) continue
        const record = parseJournalLine(bytes.toString('utf8', line.start, line.end))
        if (record) tail.push(record)
        else damaged.push(`${name}: ${line.seq}`)
      }
      if (!isLast || isForeign(lines, bytes)) {
        if (end < bytes.length) damaged.push(name)
        closed[name] = { first: own[0]?.seq ?? 0, last: own.at(-1)?.seq ?? 0, bytes: bytes.length }
        continue
      }
      torn = bytes.subarray(end)
      active = {
        number: Number.parseInt(name, 10),
        lines: new Map(own.map((line) => [line.seq, line])),
        length: end,
        lastLine: lastLineOf(bytes, lines, end)
      }
    }
    const lastName = names.at(-1)
    if (lastName !== undefined && closed[lastName])
      active = { ...active, number: nextNumber(all, Number.parseInt(lastName, 10)) }
    const pages = new JournalPages(folder, files, closed, active)
    const last = await pages.headAt(pages.lastSeq)
    const cutLines = torn.includes(0x0a)
    return { pages, findings: { tail, last, cut: torn.length, cutLines, damaged, gaps, notFiles } }
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

  /** A record by its number. Null where it is not there, or damaged. */
  async at(seq: number): Promise<JournalRecord | null> {
    const line = await this.lineAt(seq)
    return line === null ? null : parseJournalLine(line)
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
      const { lines } = await this.page(name, 0)
      const found = highestUpTo(lines.keys(), seq)
      if (found > 0) return found
    }
    return 0
  }

  private async headAt(seq: number): Promise<JournalHead | null> {
    const line = await this.lineAt(seq)
    return line === null ? null : parseJournalHead(line)
  }

  private async lineAt(seq: number): Promise<string | null> {
    const name = this.active.lines.has(seq) ? segmentName(this.active.number) : this.closedWith(seq)
    if (name === undefined) return null
    const page = await this.page(name, this.active.lines.get(seq)?.end ?? 0)
    const line = page.lines.get(seq)
    return line ? page.bytes.toString('utf8', line.start, line.end) : null
  }

  private async page(name: string, atLeast: number) {
    const known = this.lastRead
    if (known?.name === name && known.bytes.length >= atLeast) return known
    const bytes = await this.files.read(join(this.folder, name))
    this.lastRead = { name, bytes, lines: atLeast > 0 ? this.active.lines : firstOfEach(scanSegment(bytes)) }
    return this.lastRead
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
function isForeign(lines: readonly Line[], bytes: Buffer): boolean {
  return lines.length === 0 && bytes.length > 0 && !isTornAppend(bytes)
}

/** The last line's bytes as they lie there, all but its LF. */
function lastLineOf(bytes: Buffer, lines: readonly Line[], end: number): Buffer {
  const last = lines.at(-1)
  return last ? Buffer.from(bytes.subarray(last.start, end - 1)) : nothing
}

function firstOfEach({ lines }: Scan): ReadonlyMap<number, Line> {
  const first = new Map<number, Line>()
  for (const line of lines) if (!first.has(line.seq)) first.set(line.seq, line)
  return first
}
