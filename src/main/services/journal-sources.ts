import { join } from 'node:path'
import { fromArchive } from '../backup/archive'
import { backupFolder, listBackups } from '../backup/backup'
import type { Files } from '../store/files'
import { parseJournalLine } from '../store/journal-record'
import { isSegment } from '../store/project-files'
import { scanSegment } from '../store/segment'

/** Lines of a journal by the numbers of their changes, without their line ends. */
export type Lines = Map<number, string>

/** A segment as it was set aside: alone, its torn end, or within a journal that was replaced as a whole. */
const asideFile = /-journal-\d{6,9}\.jsonl(?:\.end)?(?:\.\d+)?$/
const asideFolder = /-journal(?:\.new)?(?:\.\d+)?$/

interface OwnLines {
  readonly lines: Lines
  /** Lines that fit their sums, and that this build cannot read: of another format, or of no schema. */
  readonly unreadable: Lines
  readonly isSound: boolean
}

/** The sound lines of a project's journal. It is sound where no line of it is unsound or out of order. */
export async function ownLines(folder: string, files: Files): Promise<OwnLines> {
  const lines: Lines = new Map()
  const unreadable: Lines = new Map()
  const all = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  let isSound = all.length > 0
  let highest = 0
  for (const name of all) {
    if (files.facts(join(folder, 'journal', name))?.kind !== 'file') {
      isSound = false
      continue
    }
    const bytes = await files.read(join(folder, 'journal', name))
    const scan = scanSegment(bytes)
    if (scan.damaged.length > 0 || scan.end < bytes.length) isSound = false
    for (const { seq, start, end } of scan.lines) {
      if (seq <= highest) {
        isSound = false
        continue
      }
      highest = seq
      const line = bytes.toString('utf8', start, end)
      if (parseJournalLine(line)) lines.set(seq, line)
      else unreadable.set(seq, line)
    }
  }
  return { lines, unreadable, isSound }
}

/** Lines that lie elsewhere, one source after another: copies of closed segments, archives, what was set aside. */
export async function* linesElsewhere(folder: string, files: Files): AsyncGenerator<Lines> {
  const copies = join(folder, backupFolder, 'journal')
  yield linesOf(await readAll(copies, (await files.list(copies)).filter(isSegment), files))
  for (const { file } of await listBackups(folder, files)) {
    try {
      const found = fromArchive(join(folder, backupFolder, file), files, (name) =>
        isSegment(name.replace(/^journal\//, ''))
      )
      yield linesOf(found.values())
    } catch {
      // A backup that cannot be read has no lines; verifying says so.
    }
  }
  const aside = join(folder, 'damaged')
  for (const name of (await files.list(aside)).sort().reverse()) {
    const kind = files.facts(join(aside, name))?.kind
    if (kind === 'file' && asideFile.test(name)) yield linesOf(await readAll(aside, [name], files))
    if (kind !== 'folder' || !asideFolder.test(name)) continue
    const inner = join(aside, name)
    yield linesOf(await readAll(inner, (await files.list(inner)).filter(isSegment), files))
  }
}

/**
 * Those lines of a source that may stand where the journal has none. A source may be of another course of events: a
 * copy of the folder that went its own way. So none is taken from where the two first differ; and where they have no
 * line in common, only what joins on.
 */
export function whatFits(lines: ReadonlyMap<number, string>, source: ReadonlyMap<number, string>): Lines {
  const numbers = [...source.keys()].sort((a, b) => a - b)
  const common = numbers.filter((seq) => lines.has(seq))
  const fork = common.find((seq) => lines.get(seq) !== source.get(seq)) ?? Number.POSITIVE_INFINITY
  const isSameCourse = common.some((seq) => seq < fork)
  const fitting: Lines = new Map()
  if (!isSameCourse && !joinsOn(lines, numbers)) return fitting
  for (const seq of numbers) {
    const line = source.get(seq)
    if (seq < fork && line !== undefined && !lines.has(seq)) fitting.set(seq, line)
  }
  return fitting
}

/** Whether numbers begin where the journal begins or ends, or fill a hole in it from side to side. */
function joinsOn(lines: ReadonlyMap<number, string>, numbers: readonly number[]): boolean {
  const [first, final] = [numbers[0], numbers.at(-1)]
  if (first === undefined || final === undefined) return false
  const last = highest(lines)
  return (
    lines.size === 0 || first === 1 || first === last + 1 || (lines.has(first - 1) && lines.has(final + 1))
  )
}

function highest(lines: ReadonlyMap<number, string>): number {
  let number = 0
  for (const seq of lines.keys()) number = Math.max(number, seq)
  return number
}

async function readAll(folder: string, names: readonly string[], files: Files): Promise<Buffer[]> {
  const read: Buffer[] = []
  for (const name of [...names].sort()) {
    const bytes = await files.read(join(folder, name)).catch(() => null)
    if (bytes) read.push(bytes)
  }
  return read
}

/** Lines that fit both their checksum and the schema of today; an append that was torn has none. */
function linesOf(segments: Iterable<Buffer>): Lines {
  const lines: Lines = new Map()
  for (const bytes of segments)
    for (const { seq, start, end } of scanSegment(bytes, { saved: 0 }).lines) {
      const line = bytes.toString('utf8', start, end)
      if (!lines.has(seq) && parseJournalLine(line)) lines.set(seq, line)
    }
  return lines
}
