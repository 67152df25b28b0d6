import { join } from 'node:path'
import { syncFolder, writeDurably } from './durable-file'
import { type Files, type OpenFile, writeFully } from './files'
import { sha256 } from './hash'
import { type JournalFindings, JournalPages, noLine } from './journal-pages'
import { type JournalRecord, journalLines } from './journal-record'
import { quarantine, unusedPath } from './quarantine'
import { scanSegment, segmentName } from './segment'

/** A new segment is begun when the last one has grown past this many bytes and the snapshots hold all of it. */
const usualSegmentBytes = 4 * 1024 * 1024

type OpenOptions = Parameters<typeof JournalPages.read>[1] & { readonly segmentBytes?: number | undefined }

/** The journal is not as this process left it: somebody else writes to it. Nothing may be written or cut then. */
function foreignChange(what: string): Error {
  return Object.assign(new Error(`the journal ${what}`), { code: 'ESTALE' })
}

/**
 * The journal of a project: every operation, one line each, synced before it is acknowledged.
 * Segments are rotated, never deleted: they are the history. Nothing is cut off before a copy of it is kept, and no
 * line of another program is cut off at all.
 */
export class Journal {
  private broken = false
  private covered = 0
  private identity: string | undefined
  /** What the append that failed last tried to write; what it left of it may be cut off. */
  private attempt: Buffer = Buffer.alloc(0)

  private constructor(
    private readonly projectFolder: string,
    private readonly files: Files,
    readonly pages: JournalPages,
    private file: OpenFile,
    private readonly segmentBytes: number
  ) {
    this.identity = files.facts(this.path)?.identity
  }

  /** Opens the journal and cuts a torn end off; a copy of it is kept. `kept` says where, relative to the project. */
  static async open(
    projectFolder: string,
    options: OpenOptions
  ): Promise<{ journal: Journal; findings: JournalFindings; kept: string | null }> {
    const { files, segmentBytes = usualSegmentBytes } = options
    const folder = join(projectFolder, 'journal')
    await files.makeFolder(folder)
    const { pages, findings } = await JournalPages.read(projectFolder, options)
    for (const name of findings.notFiles) quarantine(projectFolder, `journal/${name}`, files)
    const { number, length } = pages.active
    const path = join(folder, segmentName(number))
    const about = files.facts(path)
    if (about && about.names > 1) await writeDurably(path, await files.read(path), files)
    const kept = findings.cut > 0 ? await keepEnd(projectFolder, segmentName(number), length, files) : null
    if (findings.cut > 0) await cutBack(path, length, files)
    const file = await files.open(path, about ? 'a+' : 'ax+')
    try {
      if (!about) await syncFolder(folder, files)
      return { journal: new Journal(projectFolder, files, pages, file, segmentBytes), findings, kept }
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
  }

  /**
   * Appends records with one write and one sync. When it resolves they are on disk;
   * when it throws, none of them is: the file is cut back to its last good length, now or before the next append.
   * Throws ESTALE where somebody else has written to the journal: then nothing is cut.
   */
  async append(records: readonly JournalRecord[]): Promise<void> {
    this.look()
    await this.mend()
    if (this.pages.active.length > this.segmentBytes && this.covered >= this.pages.lastSeq)
      await this.rotate()
    const texts = journalLines(records)
    const bytes = Buffer.from(texts.join(''))
    const { length } = this.pages.active
    try {
      await writeFully(this.file, bytes, length)
      await this.file.sync()
    } catch (error) {
      this.broken = true
      this.attempt = bytes
      await this.mend().catch(() => {})
      throw error
    }
    // Every write goes to the file's end: what another process wrote in this very moment stands before it.
    if (this.files.facts(this.path)?.size !== length + bytes.length) {
      this.broken = true
      throw foreignChange('was written to by another program at the same time')
    }
    this.remember(records, texts, bytes)
  }

  /** Every record up to `seq` is in the snapshots: its segment may be closed. */
  cover(seq: number): void {
    this.covered = seq
  }

  /** Whether the file under the journal's name is still the one that is open. Where not, it has to be mended. */
  look(): boolean {
    const facts = this.files.facts(this.path)
    if (facts?.size !== this.pages.active.length || facts.identity !== this.identity) this.broken = true
    return !this.broken
  }

  /**
   * Tries to make a journal that has failed good again: the file is opened anew, and what a failed append has left is
   * cut off. Throws ESTALE where it is not the journal that was open, or holds changes that were not made here.
   */
  async mend(): Promise<void> {
    if (!this.broken) return
    const { length, lastLine } = this.pages.active
    await this.file.close().catch(() => {})
    this.file = await this.files.open(this.path, 'a+')
    const bytes = await this.files.read(this.path)
    const end = Math.max(0, length - 1)
    if (bytes.length < length || sha256(bytes.subarray(end - lastLine.bytes, end)) !== lastLine.sha256)
      throw foreignChange('is not the one that was open')
    const extra = bytes.subarray(length)
    if (!this.attempt.subarray(0, extra.length).equals(extra)) {
      if (scanSegment(extra).lines.length > 0) throw foreignChange('has changes that were not made here')
      await keepEnd(this.projectFolder, segmentName(this.pages.active.number), length, this.files)
    }
    await cutBack(this.path, length, this.files)
    this.attempt = Buffer.alloc(0)
    this.identity = this.files.facts(this.path)?.identity
    this.broken = false
  }

  /** Tries whether there is room for more. Throws where there is none. */
  async tryRoom(): Promise<void> {
    const path = join(this.projectFolder, 'journal', '.room')
    try {
      await this.files.remove(path)
      const file = await this.files.open(path, 'wx')
      try {
        await writeFully(file, Buffer.alloc(64 * 1024), 0)
        await file.sync()
      } finally {
        await file.close()
      }
    } finally {
      await this.files.remove(path).catch(() => {})
    }
  }

  /** What a failed append has left is cut off, if that can be done by now. */
  async close(): Promise<void> {
    await this.mend().catch(() => {})
    await this.file.close().catch(() => {})
  }

  private get path(): string {
    return join(this.projectFolder, 'journal', segmentName(this.pages.active.number))
  }

  private remember(records: readonly JournalRecord[], texts: readonly string[], bytes: Buffer): void {
    const { lines, length, number } = this.pages.active
    const first = records[0]?.seq ?? 0
    let start = length
    for (const [index, { seq }] of records.entries()) {
      const end = start + Buffer.byteLength(texts[index] ?? '') - 1
      lines.set(seq, { seq, first, start, end })
      start = end + 1
    }
    const last = bytes.subarray(bytes.length - Buffer.byteLength(texts.at(-1) ?? ''), -1)
    const lastLine = { bytes: last.length, sha256: sha256(last) }
    this.pages.active = { number, lines, length: length + bytes.length, lastLine }
  }

  private async rotate(): Promise<void> {
    const { number, lines, length } = this.pages.active
    const next = await this.begin(segmentName(number + 1))
    await this.file.close().catch(() => {})
    const seqs = [...lines.keys()]
    const [first = 0] = seqs
    this.pages.closed[segmentName(number)] = { first, last: seqs.at(-1) ?? first, bytes: length }
    this.pages.active = { number: number + 1, lines: new Map(), length: 0, lastLine: noLine }
    this.file = next
    this.identity = this.files.facts(this.path)?.identity
  }

  private async begin(name: string): Promise<OpenFile> {
    const path = join(this.projectFolder, 'journal', name)
    const about = this.files.facts(path)
    // One that is there already and empty was begun by a try that failed half-way.
    if (about && (about.kind !== 'file' || about.size > 0))
      throw foreignChange(`has a segment ${name} already`)
    const file = await this.files.open(path, about ? 'a+' : 'ax+')
    try {
      await syncFolder(join(this.projectFolder, 'journal'), this.files)
      return file
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
  }
}

/** Cuts a file back, by a handle of its own: one that only appends may not do it everywhere. */
async function cutBack(path: string, length: number, files: Files): Promise<void> {
  const file = await files.open(path, 'r+')
  try {
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Copies the end of a segment into `damaged/` before it is cut off; returns where, relative to the project. */
async function keepEnd(folder: string, name: string, from: number, files: Files): Promise<string> {
  const bytes = await files.read(join(folder, 'journal', name))
  await files.makeFolder(join(folder, 'damaged'))
  const place = unusedPath(folder, `journal/${name}.end`, files)
  await writeDurably(join(folder, place), bytes.subarray(from), files)
  return place
}
