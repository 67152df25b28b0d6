import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from './durable-file'
import { type JournalRecord, journalLine, parseJournalLine } from './journal-record'

/** A new segment is begun when the last one has grown past this many bytes. */
const segmentBytes = 8 * 1024 * 1024

export interface JournalContent {
  readonly records: readonly JournalRecord[]
  /** Bytes of a torn last line that were cut off; 0 where none. */
  readonly cut: number
  /** Lines inside the journal that do not fit their checksum: `segment:line`. */
  readonly damaged: readonly string[]
}

/**
 * The journal of a project: every operation, one line each, synced before it is acknowledged.
 * Segments are rotated, never deleted: they are the history.
 */
export class Journal {
  private constructor(
    private readonly folder: string,
    private file: FileHandle,
    private segment: number,
    private length: number
  ) {}

  /** Opens the journal, cuts a torn last line off, and reads every record. */
  static async open(projectFolder: string): Promise<{ journal: Journal; content: JournalContent }> {
    const folder = join(projectFolder, 'journal')
    await mkdir(folder, { recursive: true })
    const names = (await readdir(folder)).filter((name) => /^\d{6}\.jsonl$/.test(name)).sort()
    const records: JournalRecord[] = []
    const damaged: string[] = []
    let good = 0
    let cut = 0
    for (const name of names) {
      const bytes = await readFile(join(folder, name))
      good = bytes.lastIndexOf(0x0a) + 1
      if (name === names.at(-1)) cut = bytes.length - good
      readLines(bytes.subarray(0, good).toString('utf8'), name, records, damaged)
    }
    const segment = names.length === 0 ? 1 : Number.parseInt(names.at(-1) ?? '1', 10)
    const file = await open(join(folder, segmentName(segment)), names.length === 0 ? 'w+' : 'r+')
    if (cut > 0) {
      await file.truncate(good)
      await file.sync()
    }
    if (names.length === 0) await syncFolder(folder)
    return { journal: new Journal(folder, file, segment, good), content: { records, cut, damaged } }
  }

  /**
   * Appends records with one write and one fsync. When it resolves they are on disk;
   * when it throws, none of them is: the file is cut back to its last good length.
   */
  async append(records: readonly JournalRecord[]): Promise<void> {
    if (this.length > segmentBytes) await this.rotate()
    const bytes = Buffer.from(records.map(journalLine).join(''))
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, this.length + done)
        done += bytesWritten
      }
      await this.file.datasync()
    } catch (error) {
      await this.file.truncate(this.length)
      throw error
    }
    this.length += bytes.length
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  private async rotate(): Promise<void> {
    const next = await open(join(this.folder, segmentName(this.segment + 1)), 'wx+')
    await syncFolder(this.folder)
    await this.file.close()
    this.file = next
    this.segment += 1
    this.length = 0
  }
}

function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`
}

function readLines(text: string, name: string, records: JournalRecord[], damaged: string[]): void {
  let number = 0
  for (const line of text.split('\n')) {
    number += 1
    if (line === '') continue
    const record = parseJournalLine(line)
    if (record) records.push(record)
    else damaged.push(`${name}:${number}`)
  }
}
