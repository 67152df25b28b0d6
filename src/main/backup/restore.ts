import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import { type Files, realFiles } from '../store/files'
import { eachInArchive } from './archive'
import { backupFolder, checkBackup, manifestName } from './backup'
import { parseBackupFile } from './backup-names'

/**
 * Unpacks a backup into a folder of its own for as long as `use` runs. The archive is checked first; its names are
 * taken only where they are those of a project's files.
 */
export async function withBackup<T>(
  folder: string,
  file: string,
  use: (unpacked: string) => Promise<Result<T>>,
  files: Files = realFiles
): Promise<Result<T>> {
  const name = `${backupFolder}/${file}`
  if (!parseBackupFile(file) || !files.facts(join(folder, name)))
    return err(appError('NotFound', 'backupMissing', { name }))
  const unpacked = await mkdtemp(join(tmpdir(), 'variorum-backup-'))
  try {
    await checkBackup(folder, file, files)
    const entries: [string, Buffer][] = []
    await eachInArchive(join(folder, name), files, (entry, bytes) => {
      if (entry !== manifestName && /^(?:[a-z]+\/)?[A-Za-z0-9_-]+\.jsonl?$/.test(entry))
        entries.push([entry, bytes])
    })
    for (const [entry, bytes] of entries) {
      await mkdir(dirname(join(unpacked, entry)), { recursive: true })
      await writeFile(join(unpacked, entry), bytes)
    }
    return await use(unpacked)
  } catch (error) {
    return err(appError('Damaged', 'backupDamaged', { name, reason: reasonOf(error) }))
  } finally {
    await rm(unpacked, { recursive: true, force: true })
  }
}
