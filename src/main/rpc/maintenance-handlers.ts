import type { RepairAnswer } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { goTo, readHistory } from '../services/history'
import { restoreState } from '../services/past-state'
import { repairWithBackups } from '../services/repair-backups'
import { verifyProject } from '../services/verify'
import { verifyBackups } from '../services/verify-backups'
import type { AppHost } from './app-host'
import { type Backups, backupHandlers } from './backup-handlers'
import { type Bundles, bundleHandlers } from './bundle-handlers'
import type { Handlers } from './handler-types'
import { withProgress } from './with-progress'

export type Keeping =
  | 'project.verify'
  | 'project.repair'
  | 'project.retry'
  | 'project.history'
  | 'project.goTo'
  | 'project.restoreState'
  | Backups
  | Bundles

/** So many changes of the history are read at a time. */
const page = 200

/** What keeps a project safe: history, backups, verifying and repairing. */
export const keepingHandlers: Handlers<Keeping> = {
  'project.verify': async (host) => {
    const { session } = host
    if (!session.ok) return session
    const { folder, notices, files, snapshots } = session.value
    await snapshots?.flush().catch(() => {})
    return withProgress(host, async (progress) => {
      const report = await verifyProject(folder, { files, progress })
      const outside: AppError[] = []
      for (const place of (await placesOf(host)).slice(1))
        await verifyBackups(folder, { files, place, found: (problem) => outside.push(problem) })
      return ok({ ...report, problems: [...notices, ...report.problems, ...outside] })
    })
  },

  'project.repair': async (host, { folder }) => repair(host, folder),

  'project.retry': async (host) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.probe()
    return session.value.problem ? err(session.value.problem) : ok(null)
  },

  'project.history': async (host, { from }) => {
    const { session } = host
    return session.ok ? ok(await readHistory(session.value, { from, most: page })) : session
  },

  'project.goTo': async (host, wanted) => {
    const { coding } = host
    return coding.ok ? goTo(coding.value.session, wanted, coding.value.coder) : coding
  },

  'project.restoreState': async (host, wanted) => {
    const { coding } = host
    return coding.ok ? restoreState(coding.value.session, wanted, coding.value.coder) : coding
  },

  ...backupHandlers,
  ...bundleHandlers
}

/** The folders of the open project's backups, its own first. */
async function placesOf({ backups }: AppHost): Promise<readonly string[]> {
  return backups.ok ? backups.value.places() : []
}

/** Lets the open project go, repairs it, and opens it again; or repairs one that could not be opened. */
async function repair(host: AppHost, folder: string | undefined): Promise<Result<RepairAnswer>> {
  const place = folder ?? (host.session.ok ? host.session.value.folder : null)
  if (place === null) return err(appError('NotFound', 'noProject'))
  const repaired = await host.whileClosed(() => repairWithBackups(place))
  const opened = await host.open(place)
  if (!opened.ok) host.tellClosed(opened.error)
  return repaired.ok && !opened.ok ? opened : repaired
}
