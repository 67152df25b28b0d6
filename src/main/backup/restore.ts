import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import { type Files, realFiles } from '../store/files'
import { checkArchive } from './backup'
import { parseBackupFile } from './backup-names'

/**
 * Unpacks a backup into a folder of its own for as long as `use` runs. Only a project's files are unpacked, and all are
 * checked before they are used. `place` is the folder that holds the backup.
 */
export async function withBackup<T>(
  place: string,
  file: string,
  use: (unpacked: string) => Promise<Result<T>>,
  files: Files = realFiles
): Promise<Result<T>> {
  const name = `${basename(place)}/${file}`
  if (!parseBackupFile(file) || !files.facts(join(place, file)))
    return err(appError('NotFound', 'backupMissing', { name }))
  const unpacked = await mkdtemp(join(tmpdir(), 'variorum-backup-'))
  try {
    await unpackBackup(join(place, file), unpacked, files)
    return await use(unpacked)
  } catch (error) {
    return err(appError('Damaged', 'backupDamaged', { name, reason: reasonOf(error) }))
  } finally {
    await rm(unpacked, { recursive: true, force: true })
  }
}

/** Unpacks an archive into a folder. Throws where it is damaged; what the folder holds is then of no use. */
export function unpackBackup(path: string, into: string, files: Files): Promise<void> {
  return checkArchive(path, files, async (name, bytes) => {
    await mkdir(dirname(join(into, name)), { recursive: true })
    await writeFile(join(into, name), bytes)
  })
}
