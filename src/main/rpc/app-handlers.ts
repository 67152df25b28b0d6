import { readFile } from 'node:fs/promises'
import { ok } from '../../shared/model/result'
import type { Handlers, MethodsOf } from './handler-types'

export const appHandlers: Handlers<MethodsOf<'app'> | 'job.cancel'> = {
  'app.start': async (desk) => {
    const { preferences, versions } = desk.parts
    return ok({
      version: versions.app,
      electron: versions.electron,
      oldEngine: versions.oldEngine,
      platform: process.platform,
      preferences: preferences.preferences,
      recent: preferences.recent,
      project: desk.view,
      problem: desk.startProblem
    })
  },

  // Others hear only what was set: their own wishes may be on their way. The window that asks has shown its wish already.
  'app.setPreferences': async (desk, patch, client) => {
    const next = desk.parts.preferences.set(patch)
    desk.broadcast('preferences', patch, client)
    if ('language' in patch || 'appearance' in patch || 'scale' in patch) desk.parts.desktop.refresh()
    return ok(next)
  },

  'app.ready': async () => {
    // The benchmark of the start listens for this line.
    if (process.env.VARIORUM_ANNOUNCE) process.stdout.write('INTERACTIVE\n')
    return ok(null)
  },

  'app.draftsFlushed': async (desk, _input, client) => {
    desk.draftsFlushed(client)
    return ok(null)
  },

  'job.cancel': async (desk, job, client) => {
    desk.jobs.cancel(client, job)
    return ok(null)
  },

  'app.newWindow': async (desk) => {
    desk.parts.desktop.newWindow()
    return ok(null)
  },

  'app.licences': async (desk) => ok(await readFile(desk.parts.folders.licences, 'utf8').catch(() => ''))
}
