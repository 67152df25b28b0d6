import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ProjectView } from '../../shared/ipc/answers'
import type { Stepped } from '../../shared/ipc/history-answers'
import { appError, gone } from '../../shared/model/app-error'
import { newId } from '../../shared/model/new-id'
import { coderColours } from '../../shared/model/palette'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { removeDocuments, removeTheme } from '../../shared/operations/compose'
import { resolveEdit } from '../../shared/operations/edit'
import { operationName } from '../../shared/operations/name'
import type { Operation } from '../../shared/operations/operation'
import { simpleOperations } from '../../shared/operations/simple-operations'
import { subtree } from '../../shared/operations/theme-order'
import { createProject } from '../project/create'
import { freeFolder } from '../project/new-folder'
import { openProject } from '../project/open'
import { userName } from '../project/user-name'
import { unwritable } from '../store/unwritable'
import type { AppHost } from './app-host'
import { changeNow } from './change'
import type { Coding } from './coding-handlers'
import { isDirect, outdatedText } from './direct-changes'
import type { Handlers, MethodsOf } from './handler-types'
import type { Keeping } from './maintenance-handlers'

export const projectHandlers: Handlers<Exclude<MethodsOf<'project'>, Keeping | Coding>> = {
  'project.new': async (host, { name, folder }) => {
    const parent = folder === undefined ? await host.parts.desktop.chooseFolder('new') : null
    if (folder === undefined && parent === null) return ok(null)
    const place = folder ?? freeFolder(parent ?? '', name)
    const created = await createProject(place, name, firstCoder())
    return created.ok ? opened(await host.open(place)) : created
  },

  'project.open': async (host, { folder, how }) => {
    const place = folder ?? (await host.parts.desktop.chooseFolder('open'))
    return place === null ? ok(null) : opened(await host.open(place, how))
  },

  'project.sample': async (host) => opened(await openSample(host)),

  'project.freshSample': async (host, { coded }) => {
    const { sample } = host.parts.folders
    return opened(await openSample(host, freeFolder(dirname(sample), basename(sample)), coded))
  },

  'project.do': (host, operation) => {
    const refused = indirect(operation)
    return refused ? Promise.resolve(refused) : changeNow(host, (now) => onPresentTexts(now, operation))
  },

  'project.edit': (host, edit) => {
    const refused = edit.type === 'annotations.reshape' ? indirect(edit.batch) : null
    if (refused) return Promise.resolve(refused)
    const time = new Date().toISOString()
    return changeNow(host, (now) => {
      const operation = resolveEdit(now, edit, time)
      return operation.ok && operation.value ? onPresentTexts(now, operation.value) : operation
    })
  },

  'project.undo': async (host) => {
    const { coding } = host
    if (!coding.ok) return coding
    const done = await coding.value.session.undo(coding.value.coder)
    // What was undone is named by what had been done, which takes the undoing back.
    return done.ok ? ok(stepped(done.value.inverse, done.value.seq)) : done
  },

  'project.redo': async (host) => {
    const { coding } = host
    if (!coding.ok) return coding
    const done = await coding.value.session.redo(coding.value.coder)
    return done.ok ? ok(stepped(done.value.operation, done.value.seq)) : done
  },

  'project.removeTheme': async (host, { id, removal }) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    const time = new Date().toISOString()
    return changeNow(
      host,
      (now) => (now.themes[id] ? ok(removeTheme(now, id, removal, time)) : err(gone('theme', id))),
      session.value
    )
  },

  'project.countUnder': async (host, id) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    const { themes, annotations } = session.value.state
    const ids = new Set(subtree(themes, id).map((theme) => theme.id))
    let count = 0
    for (const own of annotations.values())
      for (const annotation of own.values())
        if (annotation.codings.some(({ theme }) => ids.has(theme))) count++
    return ok(count)
  },

  'project.removeDocuments': (host, ids) =>
    changeNow(host, (now) => {
      const missing = ids.find((id) => !now.documents.has(id))
      return missing === undefined ? ok(removeDocuments(now, ids)) : err(gone('document', missing))
    }),

  'project.setCoder': async (host, coder) => {
    const { session } = host
    if (!session.ok) return session
    if (!session.value.state.info.coders[coder]) return err(gone('coder', coder))
    host.setCoder(session.value, coder)
    host.broadcast('project', host.view)
    return ok(coder)
  }
}

/** Why a window may not ask for an operation as it stands; null where it may. */
function indirect(operation: Operation) {
  const refused = simpleOperations(operation).find((each) => !isDirect(each))
  return refused ? err(appError('Invalid', 'badRequest', { reason: refused.type })) : null
}

/** An operation, unless it puts a highlight on a text that has become another. */
function onPresentTexts(now: ProjectState, operation: Operation): Result<Operation> {
  const outdated = outdatedText(now, simpleOperations(operation))
  return outdated ? err(appError('Conflict', 'documentChanged', { title: outdated.title })) : ok(operation)
}

function stepped(operation: Operation, seq: number): Stepped {
  const texts = simpleOperations(operation).filter(({ type }) => type === 'document.add').length
  return { what: operationName(operation), texts, seq }
}

/** The windows are told of the project by an event; ten thousand documents need not be sent twice. */
function opened(view: Result<ProjectView>): Result<{ folder: string }> {
  return view.ok ? ok({ folder: view.value.folder }) : view
}

function firstCoder() {
  return { id: newId.coder(), name: userName(), colour: coderColours[0] }
}

/**
 * Opens the project made of the sample corpus, in the user's data folder; makes it where it is not there yet. It is made
 * beside its place and moved there when it is whole: one whose making was cut short is never taken for it.
 */
export async function openSample(host: AppHost, folder = host.parts.folders.sample, coded = true) {
  if (existsSync(join(folder, 'project.json'))) return host.open(folder)
  const making = `${folder}.unfinished`
  try {
    await rm(making, { recursive: true, force: true })
    const made = await makeSample(host, making, basename(folder), coded)
    if (!made.ok) return made
    await rename(making, folder)
  } catch (error) {
    return err(unwritable(folder, error))
  } finally {
    await rm(making, { recursive: true, force: true }).catch(() => {})
  }
  return host.open(folder)
}

async function makeSample(
  host: AppHost,
  folder: string,
  name: string,
  coded: boolean
): Promise<Result<number>> {
  const coder = firstCoder()
  const created = await createProject(folder, name, coder)
  if (!created.ok) return created
  const opened = await openProject(folder)
  if (!opened.ok) return opened
  try {
    const { addSample } = await import('../import/sample-corpus')
    return await addSample(opened.value, host.parts.parser, host.parts.folders.corpus, coder.id, { coded })
  } finally {
    await opened.value.close()
  }
}
