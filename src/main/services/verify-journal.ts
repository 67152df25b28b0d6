import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { appError } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import { readCheckpoint } from '../store/checkpoint'
import type { Files } from '../store/files'
import { parseJournalLine } from '../store/journal-record'
import { isSegment } from '../store/project-files'
import { scanSegment } from '../store/segment'

/**
 * Reads every line of the journal: checksum, schema, and that no number is missing. What opening reports by itself
 * (the open segment's unsound lines, segments of another length) is not said again.
 */
export async function verifyJournal(
  folder: string,
  files: Files,
  found: (problem: AppError) => void
): Promise<void> {
  const closed = new Set(closedSegments(folder, files))
  const names = (await files.list(join(folder, 'journal'))).filter(isSegment).sort()
  let expected = 1
  for (const name of names) {
    await nextTurn()
    const bytes = await files.read(join(folder, 'journal', name))
    const { lines, damaged, end } = scanSegment(bytes)
    if (closed.has(name) && name !== names.at(-1)) {
      for (const number of damaged)
        found(appError('Damaged', 'journalLineDamaged', { place: `${name}:${number}` }))
      if (end < bytes.length) found(appError('Damaged', 'journalLineDamaged', { place: name }))
    }
    for (const { seq, start, end: stop } of lines) {
      if (seq !== expected) {
        const [from, to] = [Math.min(expected, seq), Math.max(expected, seq) - 1]
        found(appError('Damaged', 'journalGap', { from, to }))
      }
      expected = seq + 1
      if (parseJournalLine(bytes.toString('utf8', start, stop)) === null)
        found(appError('Damaged', 'journalLineDamaged', { place: `${name}: ${seq}` }))
    }
  }
}

function closedSegments(folder: string, files: Files): string[] {
  try {
    return Object.keys(readCheckpoint(folder, files)?.journal ?? {})
  } catch {
    // Opening says that the checkpoint is damaged.
    return []
  }
}
