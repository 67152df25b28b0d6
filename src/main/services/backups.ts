import { join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { type PlainState, type ProjectState, plainState } from '../../shared/model/state'
import { batchOf } from '../../shared/operations/batch-of'
import { type Difference, differences, operationsTowards } from '../../shared/operations/difference'
import { backupFolder, listBackups, makeBackup } from '../backup/backup'
import { type BackupName, type BackupReason, isDue } from '../backup/backup-names'
import { withBackup } from '../backup/restore'
import { loadProject } from '../project/load'
import { migrate } from '../project/migrate'
import type { Session } from '../project/session'
import { type Files, realFiles } from '../store/files'
import { isBlank } from '../store/rebuild'

/** Backs an open project up, as it is now; into its own folder, unless another place is named. */
export async function backUp(
  session: Session,
  reason: BackupReason,
  to: { readonly place?: string; readonly signal?: AbortSignal } = {}
): Promise<Result<BackupName>> {
  const { problem } = session
  if (problem) return err(problem)
  await session.snapshots?.flush().catch(() => {})
  const { folder, files, seq, closedSegments } = session
  return makeBackup(folder, { reason, seq, closedSegments, files, ...to })
}

/** Makes the day's backup, where the last one is over a day old. Null where none is due. */
export async function backUpIfDue(
  session: Session,
  now = new Date(),
  signal?: AbortSignal
): Promise<Result<BackupName | null>> {
  if (session.readOnly || session.problem) return ok(null)
  const backups = await listBackups(session.folder, session.files)
  return isDue(backups, now, session.seq) ? backUp(session, 'daily', signal && { signal }) : ok(null)
}

/** What restoring a backup would add, remove and change. The backup is looked for in one place after another. */
export async function previewRestore(
  session: Session,
  file: string,
  places = [insideOf(session)]
): Promise<Result<Difference[]>> {
  const then = await stateOf(session, file, places)
  if (!then.ok) return then
  await session.loadAll()
  return ok(differences(plainState(session.state), then.value))
}

/** Brings the project back to a backup, as one change that can itself be undone; nothing of the history is lost. */
export async function restore(
  session: Session,
  file: string,
  coder: CoderId,
  places = [insideOf(session)]
): Promise<Result<null>> {
  const then = await stateOf(session, file, places)
  if (!then.ok) return then
  await session.loadAll()
  const towards = (now: ProjectState) => operationsTowards(plainState(now), then.value)
  if (towards(session.state).length === 0) return err(appError('Conflict', 'backupSame'))
  const kept = await backUp(session, 'restore')
  if (!kept.ok) return kept
  // What was changed while the backup was made goes back with the rest, and comes back with Undo.
  const done = await session.change((now) => ok(batchOf('restore', towards(now))), coder)
  return done.ok ? ok(null) : done
}

/** The folder of a project's own backups. */
export function insideOf({ folder }: Pick<Session, 'folder'>): string {
  return join(folder, backupFolder)
}

/** The state that a backup holds, from the first of the places that has it sound. */
async function stateOf(
  session: Session,
  file: string,
  places: readonly string[]
): Promise<Result<PlainState>> {
  let problem = appError('NotFound', 'backupMissing', { name: file })
  for (const place of places) {
    const state = await stateIn(place, file, session.files)
    if (state.ok) return state
    if (state.error.key !== 'backupMissing') problem = state.error
  }
  return err(problem)
}

function stateIn(place: string, file: string, files: Files): Promise<Result<PlainState>> {
  const read = async (unpacked: string) => {
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
  }
  return withBackup(place, file, read, files)
}
