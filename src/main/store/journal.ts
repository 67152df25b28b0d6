import { join } from 'node:path'
import { syncFolder, writeDurably } from './durable-file'
import { type Files, type OpenFile, writeFully } from './files'
import { type JournalFindings, JournalPages } from './journal-pages'
import { type JournalRecord, journalLine } from './journal-record'
import { segmentName } from './segment'
import { freePlace } from './set-aside'

/** A new segment is begun when the last one has grown past this many bytes and the snapshots hold all of it. */
const usualSegmentBytes = 4 * 1024 * 1024

type OpenOptions = Parameters<typeof JournalPages.read>[1] & { readonly segmentBytes?: number | undefined }

/**
 * The journal of a project: every operation, one line each, synced before it is acknowledged.
 * Segments are rotated, never deleted: they are the history.
 */
export class Journal {
  private broken = false
  private covered = 0
  private identity: string | undefined

  private constructor(
    private readonly folder: string,
    private readonly files: Files,
    readonly pages: JournalPages,
    private file: OpenFile,
    private readonly segmentBytes: number
  ) {
    this.identity = files.facts(this.path)?.identity
  }

  /** Opens the journal and cuts a torn end off; of whole lines that are unsound, a copy is kept. */
  static async open(
    projectFolder: string,
    options: OpenOptions
  ): Promise<{ journal: Journal; findings: JournalFindings }> {
    const { files, segmentBytes = usualSegmentBytes } = options
    const folder = join(projectFolder, 'journal')
    await files.makeFolder(folder)
    const { pages, findings } = await JournalPages.read(projectFolder, options)
    const name = segmentName(pages.active.number)
    const path = join(folder, name)
    const isNew = files.facts(path) === null
    if (findings.cutLines) await keepEnd(projectFolder, name, pages.active.length, files)
    const file = await files.open(path, isNew ? 'wx' : 'r+')
    if (findings.cut > 0) {
      await file.truncate(pages.active.length)
      await file.sync()
    }
    if (isNew) await syncFolder(folder, files)
    return { journal: new Journal(folder, files, pages, file, segmentBytes), findings }
  }

  /**
   * Appends records with one write and one sync. When it resolves they are on disk;
   * when it throws, none of them is: the file is cut back to its last good length, now or before the next append.
   */
  async append(records: readonly JournalRecord[]): Promise<void> {
    this.look()
    await this.mend()
    if (this.pages.active.length > this.segmentBytes && this.covered >= this.pages.lastSeq)
      await this.rotate()
    const texts = records.map(journalLine)
    const bytes = Buffer.from(texts.join(''))
    try {
      await writeFully(this.file, bytes, this.pages.active.length)
      await this.file.sync()
    } catch (error) {
      this.broken = true
      await this.mend().catch(() => {})
      throw error
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

  /** Tries to make a journal that has failed good again: the file is opened anew and cut back. */
  async mend(): Promise<void> {
    if (!this.broken) return
    const { length, lastLine } = this.pages.active
    await this.file.close().catch(() => {})
    this.file = await this.files.open(this.path, 'r+')
    const bytes = await this.files.read(this.path)
    const end = Math.max(0, length - 1)
    if (bytes.length < length || !lastLine.equals(bytes.subarray(end - lastLine.length, end)))
      throw Object.assign(new Error('the journal is not the one that was open'), { code: 'ESTALE' })
    await this.file.truncate(length)
    await this.file.sync()
    this.identity = this.files.facts(this.path)?.identity
    this.broken = false
  }

  /** Tries whether there is room for more. Throws where there is none. */
  async tryRoom(): Promise<void> {
    const path = join(this.folder, '.room')
    try {
      const file = await this.files.open(path, 'w')
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
    return join(this.folder, segmentName(this.pages.active.number))
  }

  private remember(records: readonly JournalRecord[], texts: readonly string[], bytes: Buffer): void {
    const { lines, length, number } = this.pages.active
    let start = length
    for (const [index, { seq }] of records.entries()) {
      const end = start + Buffer.byteLength(texts[index] ?? '') - 1
      lines.set(seq, { seq, start, end })
      start = end + 1
    }
    const lastLine = Buffer.from(texts.at(-1)?.slice(0, -1) ?? '')
    this.pages.active = { number, lines, length: length + bytes.length, lastLine }
  }

  private async rotate(): Promise<void> {
    const { number, lines, length } = this.pages.active
    const path = join(this.folder, segmentName(number + 1))
    // One that is there already was begun by a try that failed half-way: it is empty.
    const next = await this.files.open(path, this.files.facts(path)?.size === 0 ? 'w' : 'wx')
    await syncFolder(this.folder, this.files)
    await this.file.close().catch(() => {})
    const seqs = [...lines.keys()]
    const [first = 0] = seqs
    this.pages.closed[segmentName(number)] = { first, last: seqs.at(-1) ?? first, bytes: length }
    this.pages.active = { number: number + 1, lines: new Map(), length: 0, lastLine: Buffer.alloc(0) }
    this.file = next
    this.identity = this.files.facts(this.path)?.identity
  }
}

async function keepEnd(folder: string, name: string, from: number, files: Files): Promise<void> {
  const bytes = await files.read(join(folder, 'journal', name))
  await files.makeFolder(join(folder, 'damaged'))
  await writeDurably(
    join(folder, freePlace(folder, `journal/${name}.end`, files)),
    bytes.subarray(from),
    files
  )
}
