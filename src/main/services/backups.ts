import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { type PlainState, plainState } from '../../shared/model/state'
import { type Difference, differences, operationsTowards } from '../../shared/operations/difference'
import { listBackups, makeBackup } from '../backup/backup'
import { type BackupName, type BackupReason, isDue } from '../backup/backup-names'
import { withBackup } from '../backup/restore'
import { loadProject } from '../project/load'
import { migrate } from '../project/migrate'
import type { Session } from '../project/session'
import { realFiles } from '../store/files'
import { isBlank } from '../store/rebuild'

/** Backs an open project up, as it is now. */
export async function backUp(session: Session, reason: BackupReason): Promise<Result<BackupName>> {
  const { problem } = session
  if (problem) return err(problem)
  await session.snapshots?.flush().catch(() => {})
  const { folder, files, seq, closedSegments } = session
  return makeBackup(folder, { reason, seq, closedSegments, files })
}

/** Makes the day's backup, where the last one is over a day old. Null where none is due. */
export async function backUpIfDue(session: Session, now = new Date()): Promise<Result<BackupName | null>> {
  if (session.readOnly || session.problem) return ok(null)
  const backups = await listBackups(session.folder, session.files)
  return isDue(backups, now, session.seq) ? backUp(session, 'daily') : ok(null)
}

/** What restoring a backup would add, remove and change. */
export async function previewRestore(session: Session, file: string): Promise<Result<Difference[]>> {
  const then = await stateOf(session, file)
  if (!then.ok) return then
  await session.loadAll()
  return ok(differences(plainState(session.state), then.value))
}

/** Brings the project back to a backup, as one change that can itself be undone; nothing of the history is lost. */
export async function restore(session: Session, file: string, coder: CoderId): Promise<Result<null>> {
  const then = await stateOf(session, file)
  if (!then.ok) return then
  await session.loadAll()
  const operations = operationsTowards(plainState(session.state), then.value)
  if (operations.length === 0) return err(appError('Conflict', 'backupSame'))
  const kept = await backUp(session, 'restore')
  if (!kept.ok) return kept
  const done = await session.do({ type: 'batch', label: 'restore', operations }, coder)
  return done.ok ? ok(null) : done
}

async function stateOf(session: Session, file: string): Promise<Result<PlainState>> {
  return withBackup(session.folder, file, async (unpacked) => {
    // A backup from before an upgrade is of the older format.
    const migrated = await migrate(unpacked, realFiles)
    if (!migrated.ok) return migrated
    const { head } = await loadProject(unpacked, {
      files: realFiles,
      mayWrite: false,
      expectCheckpoint: false,
      found() {},
      mended() {},
      progress() {}
    })
    const { state } = head.standing
    if (isBlank(state)) throw new Error('it does not hold a project')
    return ok(plainState(state))
  })
}
