import type { Annotation } from '../../shared/model/annotation'
import { appError, gone } from '../../shared/model/app-error'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok } from '../../shared/model/result'
import { splitTheme } from '../../shared/operations/codebook-changes'
import { mergeThemes } from '../../shared/operations/merge-themes'
import type { SimpleOperation } from '../../shared/operations/operation'
import { recoded } from '../../shared/operations/recode'
import { walkable } from '../../shared/text/motion'
import { exportWords } from '../export/words'
import type { Session } from '../project/session'
import { applyAutocode, previewAutocode } from '../services/autocode'
import { countsUnder } from '../services/counts-under'
import { listMemos, memosMentioning } from '../services/memo-list'
import { readText } from '../services/texts'
import { change } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import { slowly } from './slowly'

export type Coding =
  | MethodsOf<'autocode'>
  | MethodsOf<'memos'>
  | MethodsOf<'desk'>
  | 'document.find'
  | 'annotations.recode'
  | 'annotations.remove'
  | 'project.countsUnder'
  | 'project.mergeThemes'
  | 'project.splitTheme'

/** What coding a long text asks of the main process. */
export const codingHandlers: Handlers<Coding> = {
  'desk.memory': async (desk) => {
    const { session } = desk
    return session.ok ? ok(await desk.parts.memory.read(session.value.state.info.id)) : session
  },

  'desk.remember': async (desk, patch) => {
    const { session } = desk
    return session.ok ? ok(await desk.parts.memory.remember(session.value.state.info.id, patch)) : session
  },

  'document.find': async (desk, { document, pattern }) => {
    const { session } = desk
    if (!session.ok) return session
    const text = await readText(session.value, document)
    if (!text.ok) return text
    const walk = walkable(text.value.blocks, text.value.document.language)
    return desk.parts.finder.find(walk.text, walk.blocks, pattern, walk.language)
  },

  'annotations.recode': async (desk, { annotations, ...recoding }) => {
    const { session } = desk
    if (!session.ok) return session
    const now = new Date().toISOString()
    const operations = named(session.value, annotations).flatMap((each) => recoded(each, recoding, now) ?? [])
    if (operations.length === 0) return ok({ seq: session.value.seq, count: 0 })
    const done = await change(desk, { type: 'batch', label: 'recode', operations })
    return done.ok ? ok({ ...done.value, count: operations.length }) : done
  },

  'annotations.remove': async (desk, annotations) => {
    const { session } = desk
    if (!session.ok) return session
    const operations = named(session.value, annotations).map(
      ({ document, id }): SimpleOperation => ({ type: 'annotation.remove', document, id })
    )
    if (operations.length === 0) return ok({ seq: session.value.seq })
    return change(desk, { type: 'batch', label: 'removeAnnotations', operations })
  },

  'autocode.preview': async (desk, request) => {
    const { session } = desk
    if (!session.ok) return session
    const words = exportWords(desk.parts.preferences.preferences.language)
    return slowly(desk, (progress) =>
      previewAutocode(session.value, desk.parts.finder, request, words, progress)
    )
  },

  'autocode.apply': async (desk, request) => {
    const { coding } = desk
    return coding.ok ? applyAutocode(coding.value.session, request, coding.value.coder) : coding
  },

  'memos.list': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    return ok(listMemos(session.value.state))
  },

  'memos.mentioning': async (desk, wanted) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    return ok(memosMentioning(session.value.state, wanted))
  },

  'project.countsUnder': async (desk) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    return ok(countsUnder(session.value.state))
  },

  'project.mergeThemes': async (desk, { from, into }) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    const batch = mergeThemes(session.value.state, from, into, new Date().toISOString())
    return batch ? change(desk, batch) : err(appError('Conflict', 'themesNotMerged'))
  },

  'project.splitTheme': async (desk, { from, theme, annotations }) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    const moved = new Set(annotations)
    const batch = splitTheme(session.value.state, from, theme, moved, new Date().toISOString())
    return batch ? change(desk, batch) : err(gone('theme', from))
  }
}

function named(
  session: Session,
  names: readonly { readonly document: DocumentId; readonly id: Annotation['id'] }[]
): Annotation[] {
  return names.flatMap(({ document, id }) => session.state.annotations.get(document)?.get(id) ?? [])
}
