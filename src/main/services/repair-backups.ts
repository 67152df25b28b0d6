import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { backupFolder } from '../backup/backup'
import { renewCopies } from '../backup/copies'
import { takeLock } from '../project/lock'
import { realFolder } from '../project/open'
import { type Files, realFiles } from '../store/files'
import { quarantine } from '../store/quarantine'
import { type RepairReport, repairProject } from './repair'
import { closedSegments, damagedCopies } from './verify-backups'

/**
 * Repairs a project and then the copies among its backups: by now the project is as good as it can be, so that a
 * damaged copy is made again from it. A copy that cannot be is set aside, since a later repair might trust it.
 */
export async function repairWithBackups(
  given: string,
  options: { files?: Files; takeOver?: boolean } = {}
): Promise<Result<RepairReport>> {
  const repaired = await repairProject(given, options)
  if (!repaired.ok) return repaired
  const { files = realFiles } = options
  const told = await repairCopies(await realFolder(given), files)
  if (!told.ok) return told
  const problems = repaired.value.problems.filter(({ key }) => key !== 'backupCopyDamaged')
  return ok({ ...repaired.value, repaired: [...repaired.value.repaired, ...told.value], problems })
}

async function repairCopies(folder: string, files: Files): Promise<Result<AppError[]>> {
  const place = join(folder, backupFolder)
  const damaged = await damagedCopies(folder, place, files)
  if (damaged.length === 0) return ok([])
  const lock = await takeLock(folder, { files })
  if (!lock.ok) return lock
  try {
    await renewCopies(folder, place, { closedSegments: closedSegments(folder, files), files })
    const left = new Set(await damagedCopies(folder, place, files))
    for (const name of left) quarantine(folder, `${backupFolder}/${name}`, files)
    return ok(
      damaged.map((name) =>
        appError('Damaged', left.has(name) ? 'backupCopySetAside' : 'backupCopyRenewed', {
          name: `${backupFolder}/${name}`
        })
      )
    )
  } catch (error) {
    return ok([appError('StorageFailed', 'backupFailed', { folder, reason: reasonOf(error) })])
  } finally {
    await lock.value.release()
  }
}
