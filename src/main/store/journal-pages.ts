import { join } from 'node:path'
import type { ClosedSegment } from './checkpoint'
import type { Files } from './files'
import { type JournalRecord, parseJournalLine } from './journal-record'
import { isSegment, type Line, scanSegment, segmentName } from './segment'

export interface JournalFindings {
  /** The records after the number that was asked for, in order. */
  readonly tail: readonly JournalRecord[]
  readonly last: JournalRecord | null
  /** Bytes of a torn end; 0 where none. */
  readonly cut: number
  /** The torn end holds whole lines: it is damage rather than a write that a crash cut short. */
  readonly cutLines: boolean
  /** What does not fit: `segment:line`, or a segment that is missing or has another length. */
  readonly damaged: readonly string[]
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
  /** Records up to this number are not needed. */
  readonly after: number
  /** Closed segments that need not be read, as the checkpoint knows them. */
  readonly closed: Readonly<Record<string, ClosedSegment>>
}

/** Where each record of a journal lies, and how to read one. Writes nothing. */
export class JournalPages {
  private lastRead: { name: string; bytes: Buffer; lines: ReadonlyMap<number, Line> } | null = null

  private constructor(
    private readonly folder: string,
    private readonly files: Files,
    readonly closed: Record<string, ClosedSegment>,
    public active: ActiveSegment
  ) {}

  /** Looks through the journal of a project: the closed segments by their sizes, the others line by line. */
  static async read(
    projectFolder: string,
    { files, after, closed: known }: ReadOptions
  ): Promise<{ pages: JournalPages; findings: JournalFindings }> {
    const folder = join(projectFolder, 'journal')
    const names = (await files.list(folder)).filter(isSegment).sort()
    const damaged: string[] = Object.keys(known).filter((name) => !names.includes(name))
    const closed: Record<string, ClosedSegment> = {}
    const tail: JournalRecord[] = []
    let active: ActiveSegment = { number: 1, lines: new Map(), length: 0, lastLine: Buffer.alloc(0) }
    let torn: Buffer = Buffer.alloc(0)
    for (const name of names) {
      const entry = known[name]
      const isLast = name === names.at(-1)
      if (entry && !isLast) {
        if (files.facts(join(folder, name))?.size !== entry.bytes) damaged.push(name)
        closed[name] = entry
        continue
      }
      const bytes = await files.read(join(folder, name))
      const { lines, damaged: unsound, end } = scanSegment(bytes)
      for (const number of unsound) damaged.push(`${name}:${number}`)
      for (const line of lines) {
        if (line.seq <= after) continue
        const record = parseJournalLine(bytes.toString('utf8', line.start, line.end))
        if (record) tail.push(record)
        else damaged.push(`${name}: ${line.seq}`)
      }
      const last = lines.at(-1)
      if (!isLast) {
        if (end < bytes.length) damaged.push(name)
        if (last) closed[name] = { first: lines[0]?.seq ?? last.seq, last: last.seq, bytes: bytes.length }
        continue
      }
      torn = bytes.subarray(end)
      active = {
        number: Number.parseInt(name, 10),
        lines: new Map(lines.map((line) => [line.seq, line])),
        length: end,
        lastLine: last ? Buffer.from(bytes.subarray(last.start, last.end)) : Buffer.alloc(0)
      }
    }
    const pages = new JournalPages(folder, files, closed, active)
    const last = await pages.at(pages.lastSeq)
    const cutLines = torn.includes(0x0a)
    if (cutLines) damaged.push(segmentName(active.number))
    return { pages, findings: { tail, last, cut: torn.length, cutLines, damaged } }
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
    const name = this.active.lines.has(seq) ? segmentName(this.active.number) : this.closedWith(seq)
    if (name === undefined) return null
    const page = await this.page(name, this.active.lines.get(seq)?.end ?? 0)
    const line = page.lines.get(seq)
    return line ? parseJournalLine(page.bytes.toString('utf8', line.start, line.end)) : null
  }

  private async page(name: string, atLeast: number) {
    const known = this.lastRead
    if (known?.name === name && known.bytes.length >= atLeast) return known
    const bytes = await this.files.read(join(this.folder, name))
    const lines =
      atLeast > 0 ? this.active.lines : new Map(scanSegment(bytes).lines.map((line) => [line.seq, line]))
    this.lastRead = { name, bytes, lines }
    return this.lastRead
  }

  private closedWith(seq: number): string | undefined {
    return Object.keys(this.closed).find((name) => {
      const entry = this.closed[name]
      return entry !== undefined && entry.first <= seq && seq <= entry.last
    })
  }
}
