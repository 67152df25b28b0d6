import type { BundleOpened } from '../../shared/ipc/backup-answers'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { freeFolder } from '../project/new-folder'
import { lookIntoBundle, openBundle } from '../services/bundle/open-bundle'
import type { AppHost } from './app-host'
import type { Handlers } from './handler-types'
import { withProgress } from './with-progress'

export type Bundles = 'project.openBundle'

export const bundleHandlers: Handlers<Bundles> = {
  'project.openBundle': (host, wanted) => openFromBundle(host, wanted)
}

/**
 * Has a person choose a bundle, and where its project is to lie, makes it there, and opens it. Where it lies somewhere
 * already, that is answered instead (`bundleKnown`, with the file), before anything is asked or made.
 */
async function openFromBundle(
  host: AppHost,
  { file, again = false }: { readonly file?: string | undefined; readonly again?: boolean | undefined }
): Promise<Result<BundleOpened | null>> {
  const { desktop, preferences } = host.parts
  const chosen = file ?? (await desktop.chooseBundle())
  if (chosen === null) return ok(null)
  const known = preferences.recent.map(({ folder }) => folder)
  const found = await lookIntoBundle(chosen, known)
  if (!found.ok) return found
  const { manifest, lies } = found.value
  const { name } = manifest.project
  if (lies !== null && !again)
    return err(appError('Conflict', 'bundleKnown', { name, folder: lies, file: chosen }))
  const parent = await desktop.chooseFolder('new')
  if (parent === null) return ok(null)
  const to = freeFolder(parent, name)
  // Where it lies has been told; what lies beside its new place is one of these, or is told now.
  const made = await withProgress(host, (progress) => openBundle(chosen, to, { known, again, progress }))
  if (!made.ok) return made
  const opened = await host.open(made.value.folder)
  if (!opened.ok) return opened
  return ok({ folder: made.value.folder, name, problems: made.value.problems.length })
}
