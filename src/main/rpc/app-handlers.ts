import { readFile } from 'node:fs/promises'
import { ok } from '../../shared/model/result'
import type { Handlers, MethodsOf } from './handler-types'

export const appHandlers: Handlers<MethodsOf<'app'> | 'job.cancel'> = {
  'app.start': async (host) => {
    const { preferences, versions } = host.parts
    return ok({
      version: versions.app,
      electron: versions.electron,
      oldEngine: versions.oldEngine,
      platform: process.platform,
      preferences: preferences.preferences,
      recent: preferences.recent,
      project: host.view,
      problem: host.startProblem
    })
  },

  // Others hear only what was set: their own wishes may be on their way. The window that asks has shown its wish already.
  'app.setPreferences': async (host, patch, client) => {
    const next = host.parts.preferences.set(patch)
    host.broadcast('preferences', patch, client)
    if ('language' in patch || 'appearance' in patch || 'scale' in patch) host.parts.desktop.refresh()
    return ok(next)
  },

  'app.ready': async () => {
    // The benchmark of the start listens for this line.
    if (process.env.VARIORUM_ANNOUNCE) process.stdout.write('INTERACTIVE\n')
    return ok(null)
  },

  'app.draftsFlushed': async (host, _input, client) => {
    host.draftsFlushed(client)
    return ok(null)
  },

  'job.cancel': async (host, job, client) => {
    host.jobs.cancel(client, job)
    return ok(null)
  },

  'app.newWindow': async (host) => {
    host.parts.desktop.newWindow()
    return ok(null)
  },

  'app.licences': async (host) => ok(await readFile(host.parts.folders.licences, 'utf8').catch(() => ''))
}
