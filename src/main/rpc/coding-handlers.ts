import { remembered } from '../../shared/coding/remember'
import type { Annotation } from '../../shared/model/annotation'
import { appError, gone } from '../../shared/model/app-error'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { batchOf } from '../../shared/operations/batch-of'
import { splitTheme } from '../../shared/operations/codebook-changes'
import { mergeThemes } from '../../shared/operations/merge-themes'
import type { SimpleOperation } from '../../shared/operations/operation'
import { recoded } from '../../shared/operations/recode'
import { subtree } from '../../shared/operations/theme-order'
import { navigableText } from '../../shared/text/caret-motion'
import { exportWords } from '../export/words'
import type { Session } from '../project/session'
import { applyAutocode, previewAutocode } from '../services/autocode'
import { countsUnder } from '../services/counts-under'
import { listMemos, memosMentioning } from '../services/memo-list'
import { readText } from '../services/texts'
import { forEachYielding } from '../store/cooperative'
import { changeNow } from './change'
import type { Handlers, MethodsOf } from './handler-types'
import { withProgress } from './with-progress'

export type Coding =
  | MethodsOf<'autocode'>
  | MethodsOf<'memos'>
  | MethodsOf<'uiState'>
  | 'document.find'
  | 'annotations.recode'
  | 'annotations.remove'
  | 'project.countsUnder'
  | 'project.mergeThemes'
  | 'project.splitTheme'

/** What coding a long text asks of the main process. */
export const codingHandlers: Handlers<Coding> = {
  'uiState.read': async (desk) => {
    const { session } = desk
    return session.ok ? ok(await desk.parts.memory.read(session.value.state.info.id)) : session
  },

  'uiState.patch': async (desk, news, client) => {
    const { session } = desk
    if (!session.ok) return session
    const { info, themes } = session.value.state
    const ordered = subtree(themes, null).map(({ id }) => id)
    const next = await desk.parts.memory.remember(info.id, (before) => remembered(before, news, ordered))
    // Where one reads is each window's own while it is open.
    if (news.what !== 'place') desk.broadcast('memory', news, client)
    return ok(next)
  },

  'document.find': async (desk, { document, pattern }, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const text = await readText(session.value, document)
    if (!text.ok) return text
    const walk = navigableText(text.value.blocks, text.value.document.language)
    return desk.parts.finder.find(walk.text, walk.blocks, pattern, walk.language, {
      priority: 'hand',
      signal
    })
  },

  'annotations.recode': async (desk, { annotations, ...recoding }) => {
    const { coding } = desk
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    await loadNamed(session, annotations)
    const time = new Date().toISOString()
    let count = 0
    const done = await changeNow(
      desk,
      (now) => {
        const operations = named(now, annotations).flatMap(
          (each) => recoded(each, recoding, coder, time) ?? []
        )
        count = operations.length
        return ok(batchOf('recode', operations))
      },
      session
    )
    return done.ok ? ok({ ...done.value, count }) : done
  },

  'annotations.remove': async (desk, annotations) => {
    const { session } = desk
    if (!session.ok) return session
    await loadNamed(session.value, annotations)
    return changeNow(
      desk,
      (now) => {
        const operations = named(now, annotations).map(
          ({ document, id }): SimpleOperation => ({ type: 'annotation.remove', document, id })
        )
        return ok(batchOf('removeAnnotations', operations))
      },
      session.value
    )
  },

  'autocode.preview': async (desk, request, _client, job) => {
    const { session } = desk
    if (!session.ok) return session
    const words = exportWords(desk.parts.preferences.preferences.language)
    return withProgress(desk, (progress) => {
      const told = (done: number, total: number) => {
        progress(done, total)
        job.progress(done, total)
      }
      return previewAutocode(session.value, desk.parts.finder, request, words, told, job.signal)
    })
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
    const { state, links } = session.value.current.standing
    return ok(memosMentioning(state, links, wanted))
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
    const time = new Date().toISOString()
    return changeNow(
      desk,
      (now) => {
        const batch = mergeThemes(now, from, into, time)
        return batch ? ok(batch) : err(appError('Conflict', 'themesNotMerged'))
      },
      session.value
    )
  },

  'project.splitTheme': async (desk, { from, theme, annotations }) => {
    const { session } = desk
    if (!session.ok) return session
    await session.value.loadAll()
    const moved = new Set(annotations)
    const time = new Date().toISOString()
    return changeNow(
      desk,
      (now) => {
        const batch = splitTheme(now, from, theme, moved, time)
        return batch ? ok(batch) : err(gone('theme', from))
      },
      session.value
    )
  }
}

type Names = readonly { readonly document: DocumentId; readonly id: Annotation['id'] }[]

/** Reads the annotations of some documents in, so that nothing has to be read while a change is worked out. */
async function loadNamed({ state }: Session, names: Names): Promise<void> {
  const documents = new Set(names.map(({ document }) => document))
  await forEachYielding(documents, async (id) => {
    await state.annotations.prepare(id)
    state.annotations.get(id)
  })
}

function named({ annotations }: ProjectState, names: Names): Annotation[] {
  return names.flatMap(({ document, id }) => annotations.get(document)?.get(id) ?? [])
}
