import type { ImportFile } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import { commitImport, type Decision, type ReadFile, readFiles } from '../import/importer'
import type { Handlers, MethodsOf } from './handler-types'

export const importHandlers: Handlers<MethodsOf<'import'>> = {
  'import.choose': async (desk, what) => {
    const { desktop } = desk.parts
    if (what === 'files') return ok(await desktop.chooseFiles())
    const folder = await desktop.chooseFolder('import')
    return ok(folder === null ? [] : [folder])
  },

  'import.read': async (desk, paths, client) => {
    const { session } = desk
    if (!session.ok) return session
    const run = ++desk.importRun
    const read = await readFiles(
      desk.parts.parser,
      session.value.state,
      paths,
      (done, total) => client.send('importProgress', { done, total }),
      () => run !== desk.importRun
    )
    if (run !== desk.importRun) return ok([])
    desk.pendingImport.clear()
    return ok(
      read.map((file, index) => {
        const key = `f${index}`
        desk.pendingImport.set(key, file)
        return shown(key, file)
      })
    )
  },

  'import.commit': async (desk, choices) => {
    const { coding } = desk
    if (!coding.ok) return coding
    const decisions: Decision[] = []
    for (const { key, metadata, work, furniture } of choices) {
      const file = desk.pendingImport.get(key)
      if (!file?.result.ok) return err(appError('Invalid', 'badRequest', { reason: key }))
      decisions.push({ path: file.path, parsed: file.result.value, metadata, work, furniture })
    }
    const done = await commitImport(coding.value.session, decisions, coding.value.coder)
    if (!done.ok) return done
    desk.pendingImport.clear()
    return ok(done.value.map((document) => document.id))
  },

  'import.cancel': async (desk) => {
    desk.importRun += 1
    desk.parts.parser.close()
    desk.pendingImport.clear()
    return ok(null)
  }
}

function shown(key: string, { name, path, known, result }: ReadFile): ImportFile {
  return {
    key,
    name,
    path,
    known,
    error: result.ok ? null : result.error,
    parsed: result.ok ? result.value : null
  }
}
