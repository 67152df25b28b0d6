import { join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { fromArchive } from '../backup/archive'
import { backupFolder, listBackups } from '../backup/backup'
import { takeLock } from '../project/lock'
import { writeDurably } from '../store/durable-file'
import type { Files } from '../store/files'
import { parseJournalLine } from '../store/journal-record'
import { checkpointName, isSegment } from '../store/project-files'
import { scanSegment, segmentName } from '../store/segment'
import { setAside } from '../store/set-aside'

const linesPerSegment = 4000

/**
 * Puts a journal with damaged lines or holes together again, from its own sound lines and those of the backups.
 * Null where nothing is wrong with it. The files it had are set aside, none is thrown away.
 */
export async function repairJournal(folder: string, files: Files): Promise<Result<AppError | null>> {
  const own = await linesIn(folder, files)
  if (own.sound && own.whole) return ok(null)
  const copies = await linesOfBackups(folder, files)
  // Holes that no backup can fill, in a journal that is otherwise sound: there is nothing to mend.
  if (own.sound && [...copies.keys()].every((seq) => own.lines.has(seq))) return ok(null)
  const lock = await takeLock(folder, { files })
  if (!lock.ok) return lock
  try {
    const lines = new Map(own.lines)
    for (const [seq, line] of copies) if (!lines.has(seq)) lines.set(seq, line)
    const inOrder = [...lines].sort(([a], [b]) => a - b).map(([, line]) => line)
    for (const name of own.names) setAside(folder, `journal/${name}`, files)
    await files.makeFolder(join(folder, 'journal'))
    for (let at = 0, number = 1; at === 0 || at < inOrder.length; at += linesPerSegment, number++) {
      const text = inOrder
        .slice(at, at + linesPerSegment)
        .map((line) => `${line}\n`)
        .join('')
      await writeDurably(join(folder, 'journal', segmentName(number)), text, files)
    }
    // It names the segments as they were.
    if (files.facts(join(folder, checkpointName))) setAside(folder, checkpointName, files)
    return ok(appError('Damaged', 'journalRestored', { count: lines.size - own.lines.size }))
  } finally {
    await lock.value.release()
  }
}

async function linesIn(folder: string, files: Files) {
  const names = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  const lines = new Map<number, string>()
  let sound = names.length > 0
  let whole = true
  let expected = 1
  for (const name of names) {
    const bytes = await files.read(join(folder, 'journal', name))
    const scan = scanSegment(bytes)
    if (scan.damaged.length > 0 || scan.end < bytes.length) sound = false
    for (const [seq, line] of soundLines(bytes)) {
      // Out of order is damage; a number that is missing is only a hole.
      if (seq < expected) sound = false
      if (seq > expected) whole = false
      expected = seq + 1
      if (!lines.has(seq)) lines.set(seq, line)
    }
  }
  return { names, lines, sound, whole }
}

async function linesOfBackups(folder: string, files: Files): Promise<Map<number, string>> {
  const lines = new Map<number, string>()
  const take = (bytes: Buffer) => {
    for (const [seq, line] of soundLines(bytes)) if (!lines.has(seq)) lines.set(seq, line)
  }
  const copied = join(folder, backupFolder, 'journal')
  for (const name of await files.list(copied)) take(await files.read(join(copied, name)))
  for (const { file } of await listBackups(folder, files)) {
    try {
      const found = fromArchive(join(folder, backupFolder, file), files, (name) =>
        name.startsWith('journal/')
      )
      for (const bytes of found.values()) take(bytes)
    } catch {
      // A backup that cannot be read has no lines; verifying says so.
    }
  }
  return lines
}

/** Lines that fit both their checksum and the schema of today. */
function* soundLines(bytes: Buffer): Generator<[number, string]> {
  for (const { seq, start, end } of scanSegment(bytes).lines) {
    const line = bytes.toString('utf8', start, end)
    if (parseJournalLine(line)) yield [seq, line]
  }
}
