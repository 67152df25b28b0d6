import { appError } from '../../shared/model/app-error'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { takeLock } from '../project/lock'
import type { Files } from '../store/files'
import { finishJournalSwap, replaceJournal } from '../store/journal-swap'
import { type Lines, linesElsewhere, ownLines, whatFits } from './journal-sources'

/**
 * Puts a journal with damaged lines or holes together again, from its own sound lines, those of the backups, and those
 * that were set aside before. Null where there is nothing to mend. The new journal is written beside the old one and
 * then takes its place; the old one is set aside, nothing of it is thrown away.
 */
export async function repairJournal(
  folder: string,
  { files, takeOver }: { readonly files: Files; readonly takeOver: boolean }
): Promise<Result<AppError | null>> {
  const lock = await takeLock(folder, { files, takeOver })
  if (!lock.ok) return lock
  try {
    await finishJournalSwap(folder, files)
    const own = await ownLines(folder, files)
    const lines: Lines = new Map(own.lines)
    for await (const source of linesElsewhere(folder, files))
      for (const [seq, line] of whatFits(lines, source)) lines.set(seq, line)
    const added = lines.size - own.lines.size
    if (own.isSound && added === 0) return ok(null)
    for (const [seq, line] of own.unreadable) if (!lines.has(seq)) lines.set(seq, line)
    const inOrder = [...lines].sort(([a], [b]) => a - b).map(([, line]) => line)
    await replaceJournal(folder, inOrder, files)
    return ok(appError('Damaged', 'journalRestored', { count: added }))
  } finally {
    await lock.value.release()
  }
}
