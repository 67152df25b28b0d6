import type { BackupEntry, RepairAnswer } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { listBackups } from '../backup/backup'
import type { BackupName } from '../backup/backup-names'
import { backUp, previewRestore, restore } from '../services/backups'
import { goTo, readHistory } from '../services/history'
import { restoreState } from '../services/past-state'
import { repairProject } from '../services/repair'
import { verifyProject } from '../services/verify'
import type { Desk } from './desk'
import type { Handlers } from './handler-types'
import { slowly } from './slowly'

export type Keeping =
  | 'project.verify'
  | 'project.repair'
  | 'project.retry'
  | 'project.history'
  | 'project.goTo'
  | 'project.restoreState'
  | 'project.backups'
  | 'project.backUp'
  | 'project.previewRestore'
  | 'project.restore'

/** So many changes of the history are read at a time, and so many differences shown. */
const page = 200

/** What keeps a project safe: history, backups, verifying and repairing. */
export const keepingHandlers: Handlers<Keeping> = {
  'project.verify': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    const { folder, notices, files, snapshots } = session.value
    await snapshots?.flush().catch(() => {})
    return slowly(desk, async (progress) => {
      const report = await verifyProject(folder, { files, progress })
      return ok({ ...report, problems: [...notices, ...report.problems] })
    })
  },

  'project.repair': async (desk, { folder }) => repair(desk, folder),

  'project.retry': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.probe()
    return session.value.problem ? err(session.value.problem) : ok(null)
  },

  'project.history': async (desk, { from }) => {
    const { session } = desk
    return session.ok ? ok(await readHistory(session.value, { from, most: page })) : session
  },

  'project.goTo': async (desk, wanted) => {
    const { coding } = desk
    return coding.ok ? goTo(coding.value.session, wanted, coding.value.coder) : coding
  },

  'project.restoreState': async (desk, wanted) => {
    const { coding } = desk
    return coding.ok ? restoreState(coding.value.session, wanted, coding.value.coder) : coding
  },

  'project.backups': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    return ok((await listBackups(session.value.folder, session.value.files)).map(entryOf))
  },

  'project.backUp': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    const made = await backUp(session.value, 'asked')
    return made.ok ? ok(entryOf(made.value)) : made
  },

  'project.previewRestore': async (desk, file) => {
    const { session } = desk
    if (!session.ok) return session
    const found = await previewRestore(session.value, file)
    return found.ok ? ok({ differences: found.value.slice(0, page), total: found.value.length }) : found
  },

  'project.restore': async (desk, file) => {
    const { coding } = desk
    return coding.ok ? restore(coding.value.session, file, coding.value.coder) : coding
  }
}

function entryOf({ file, made, reason, seq }: BackupName): BackupEntry {
  return { file, made: made.toISOString(), reason, seq }
}

/** Lets the open project go, repairs it, and opens it again; or repairs one that could not be opened. */
async function repair(desk: Desk, folder: string | undefined): Promise<Result<RepairAnswer>> {
  const place = folder ?? (desk.session.ok ? desk.session.value.folder : null)
  if (place === null) return err(appError('NotFound', 'noProject'))
  const repaired = await desk.whileClosed(() => repairProject(place))
  const opened = await desk.open(place)
  if (!opened.ok) desk.tellClosed(opened.error)
  return repaired.ok && !opened.ok ? opened : repaired
}
