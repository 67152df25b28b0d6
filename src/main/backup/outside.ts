import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { ProjectInfo } from '../../shared/model/project'
import { err, ok, type Result } from '../../shared/model/result'
import { writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { backupFolder, checkArchive, listBackupsIn, pruneBackups } from './backup'
import { type BackupName, outdated } from './backup-names'
import { readPlain, renewCopies } from './copies'
import { makeOutsidePlace, whyNotOutside } from './outside-place'
import { checkSeal } from './seal'

interface BringOut {
  readonly closedSegments: readonly string[]
  readonly files?: Files
  readonly signal?: AbortSignal
}

/**
 * Brings the backups outside the project up to date with those inside: every archive that is not there yet or is no
 * longer sound, then texts, originals and closed segments. Each is checked before and after. So what was missed while a
 * drive was not connected is caught up with. Answers the folder they lie in.
 */
export async function bringOut(
  folder: string,
  chosen: string,
  info: ProjectInfo,
  { closedSegments, files = realFiles, signal }: BringOut
): Promise<Result<string>> {
  const unfit = whyNotOutside(chosen, files)
  if (unfit) return err(unfit)
  try {
    const place = await makeOutsidePlace(chosen, info, files)
    await renewCopies(folder, place, { closedSegments, files, signal })
    await bringArchives(join(folder, backupFolder), place, files, signal)
    await renewCopies(folder, place, { closedSegments, files, signal, onlyMissing: true })
    await pruneBackups(place, files)
    return ok(place)
  } catch (error) {
    return err(appError('StorageFailed', 'outsideBackupFailed', { folder: chosen, reason: reasonOf(error) }))
  }
}

/** Those of a project's own backups that are not outdated beside the ones outside. */
export function staying(own: readonly BackupName[], outside: readonly BackupName[]): BackupName[] {
  const names = new Set(own.map(({ file }) => file))
  const gone = new Set(outdated([...own, ...outside.filter(({ file }) => !names.has(file))]))
  return own.filter((each) => !gone.has(each))
}

async function bringArchives(
  inside: string,
  place: string,
  files: Files,
  signal: AbortSignal | undefined
): Promise<void> {
  const own = await listBackupsIn(inside, files)
  for (const { file } of staying(own, await listBackupsIn(place, files))) {
    signal?.throwIfAborted()
    if (await isSealed(join(place, file), files)) continue
    const bytes = await soundArchive(join(inside, file), files)
    if (!bytes) continue
    await writeDurably(join(place, file), bytes, files)
    await checkArchive(join(place, file), files)
  }
}

async function isSealed(path: string, files: Files): Promise<boolean> {
  const bytes = await readPlain(path, files)
  return (
    bytes !== null &&
    checkSeal(bytes).then(
      () => true,
      () => false
    )
  )
}

/** The bytes of an archive; null where it is damaged, which verifying tells. */
async function soundArchive(path: string, files: Files): Promise<Buffer | null> {
  try {
    await checkArchive(path, files)
    return await files.read(path)
  } catch {
    return null
  }
}
