import { basename, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import { backupFolder, checkArchive, listBackupsIn } from '../backup/backup'
import { contentFolders, readPlain, soundBytes } from '../backup/copies'
import { SegmentCopies } from '../backup/segment-copy'
import { readCheckpoint } from '../store/checkpoint'
import type { Files } from '../store/files'
import { isSegment } from '../store/project-files'

interface VerifyBackups {
  readonly files: Files
  found(problem: AppError): void
  /** The folder of the backups; the project's own where none is named. */
  readonly place?: string
}

/**
 * Reads the backups of a project back: every archive against its manifest, every copy of a text or original against its
 * name, every copy of a journal segment line by line and against the segment. Gives way to other work all the while.
 */
export async function verifyBackups(
  folder: string,
  { files, found, place = join(folder, backupFolder) }: VerifyBackups
): Promise<void> {
  const shown = place === join(folder, backupFolder) ? basename(place) : place
  for (const { file } of await listBackupsIn(place, files)) {
    try {
      await checkArchive(join(place, file), files)
    } catch (error) {
      found(appError('Damaged', 'backupDamaged', { name: join(shown, file), reason: reasonOf(error) }))
    }
  }
  for (const name of await damagedCopies(folder, place, files))
    found(appError('Damaged', 'backupCopyDamaged', { name: join(shown, name) }))
}

/** The copies in a folder of backups that are not what they should be, relative to it. */
export async function damagedCopies(folder: string, place: string, files: Files): Promise<string[]> {
  const damaged: string[] = []
  for (const { sub, isName } of contentFolders)
    for (const name of (await files.list(join(place, sub))).filter(isName).sort()) {
      const copy = await readable(join(place, sub, name), files)
      if (!copy || !(await soundBytes(copy, name))) damaged.push(`${sub}/${name}`)
    }
  const closed = new Set(closedSegments(folder, files))
  const segments = new SegmentCopies(folder, files)
  for (const name of (await files.list(join(place, 'journal'))).filter(isSegment).sort()) {
    const copy = await readable(join(place, 'journal', name), files)
    const live = closed.has(name) ? await readable(join(folder, 'journal', name), files) : null
    const state = copy ? await segments.stateOf(copy, live) : 'damaged'
    if (state === 'damaged' || state === 'renewable') damaged.push(`journal/${name}`)
  }
  return damaged
}

/** The segments that the checkpoint names as closed. */
export function closedSegments(folder: string, files: Files): string[] {
  try {
    return Object.keys(readCheckpoint(folder, files)?.journal ?? {})
  } catch {
    // Opening says that the checkpoint is damaged.
    return []
  }
}

/** Null for what is no plain file or cannot be read. */
function readable(path: string, files: Files): Promise<Buffer | null> {
  return readPlain(path, files).catch(() => null)
}
