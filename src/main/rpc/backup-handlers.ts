import { basename, dirname } from 'node:path'
import type { BroughtBack } from '../../shared/ipc/backup-answers'
import { ok, type Result } from '../../shared/model/result'
import { chooseOutside } from '../backup/outside-place'
import { freeFolder } from '../project/new-folder'
import { previewRestore, restore } from '../services/backups'
import { findBackups, restoreProject } from '../services/restore-project'
import type { AppHost } from './app-host'
import { entryOf } from './backup-entries'
import type { Handlers } from './handler-types'
import { withProgress } from './with-progress'

export type Backups =
  | 'project.backups'
  | 'project.backUp'
  | 'project.chooseBackupPlace'
  | 'project.stopBackupPlace'
  | 'project.previewRestore'
  | 'project.restore'
  | 'project.openBackup'

/** So many differences are shown. */
const mostDifferences = 200

export const backupHandlers: Handlers<Backups> = {
  'project.backups': async ({ backups }) => (backups.ok ? ok(await backups.value.answer()) : backups),

  'project.backUp': async ({ backups }) => {
    if (!backups.ok) return backups
    const made = await backups.value.make('asked')
    return made.ok ? ok(entryOf(made.value)) : made
  },

  'project.chooseBackupPlace': async (host) => {
    const { backups, parts } = host
    if (!backups.ok) return backups
    const given = await parts.desktop.chooseFolder('backups')
    if (given === null) return ok(null)
    const chosen = await chooseOutside(given)
    if (!chosen.ok) return chosen
    parts.preferences.chooseOutside(chosen.value)
    await backups.value.catchUp()
    return ok(await backups.value.answer())
  },

  'project.stopBackupPlace': async (host) => {
    const { backups, parts } = host
    if (!backups.ok) return backups
    parts.preferences.chooseOutside(null)
    await backups.value.catchUp()
    return ok(await backups.value.answer())
  },

  'project.previewRestore': async (host, file) => {
    const { session, backups } = host
    if (!session.ok) return session
    if (!backups.ok) return backups
    const found = await previewRestore(session.value, file, await backups.value.places())
    return found.ok
      ? ok({ differences: found.value.slice(0, mostDifferences), total: found.value.length })
      : found
  },

  'project.restore': async (host, file) => {
    const { coding, backups } = host
    if (!coding.ok) return coding
    if (!backups.ok) return backups
    const { session, coder } = coding.value
    const places = await backups.value.places()
    return backups.value.alone(() => restore(session, file, coder, places))
  },

  'project.openBackup': (host) => openBackup(host)
}

/** Has a person choose a folder of backups and a new one, makes the project there, and opens it. */
async function openBackup(host: AppHost): Promise<Result<BroughtBack | null>> {
  const from = await host.parts.desktop.chooseFolder('backups')
  if (from === null) return ok(null)
  const place = await findBackups(from)
  if (!place.ok) return place
  const parent = await host.parts.desktop.chooseFolder('new')
  if (parent === null) return ok(null)
  const to = freeFolder(parent, projectNameOf(place.value))
  const restored = await withProgress(host, (progress) => restoreProject(place.value, to, { progress }))
  if (!restored.ok) return restored
  const { backup, problems } = restored.value
  const opened = await host.open(to)
  if (!opened.ok) return opened
  return ok({ folder: to, made: backup.made.toISOString(), problems: problems.length })
}

/** The name in the folder of a project's backups: without the id that ends it. */
function projectNameOf(place: string): string {
  return basename(dirname(place)).replace(/ p[0-9a-z]{12}$/, '')
}
