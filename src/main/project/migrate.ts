import { join } from 'node:path'
import { ok, type Result } from '../../shared/model/result'
import { makeBackup } from '../backup/backup'
import { type Files, isCode } from '../store/files'
import { infoShard } from '../store/shards'
import { isFormat1, migrate1to2 } from './migrations/one-to-two'

/**
 * Brings a project of an older format up to date, one version after another. A backup of the old files comes first;
 * without it nothing is touched. Each step can be cut short at any point and begun again: `project.json`, written
 * last, tells which format the project is of. Answers whether there was anything to do.
 */
export async function migrate(folder: string, files: Files): Promise<Result<boolean>> {
  if (!isFormat1(headOf(folder, infoShard, files), headOf(folder, 'checkpoint.json', files))) return ok(false)
  const backedUp = await makeBackup(folder, { reason: 'migration', seq: 0, closedSegments: [], files })
  if (!backedUp.ok) return backedUp
  await migrate1to2(folder, files)
  return ok(true)
}

function headOf(folder: string, name: string, files: Files): string | null {
  try {
    return files.readNow(join(folder, name)).toString('utf8', 0, 200)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}
