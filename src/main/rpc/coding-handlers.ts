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
  'uiState.read': async (host) => {
    const { session } = host
    return session.ok ? ok(await host.parts.uiState.read(session.value.state.info.id)) : session
  },

  'uiState.patch': async (host, news, client) => {
    const { session } = host
    if (!session.ok) return session
    const { info, themes } = session.value.state
    const ordered = subtree(themes, null).map(({ id }) => id)
    const next = await host.parts.uiState.remember(info.id, (before) => remembered(before, news, ordered))
    // Where one reads is each window's own while it is open. Another project may have been opened meanwhile.
    const isOpen = host.session.ok && host.session.value === session.value
    if (isOpen && news.what !== 'place') host.broadcast('uiState', news, client)
    return ok(next)
  },

  'document.find': async (host, { document, pattern }, _client, { signal }) => {
    const { session } = host
    if (!session.ok) return session
    const text = await readText(session.value, document)
    if (!text.ok) return text
    const walk = navigableText(text.value.blocks, text.value.document.language)
    return host.parts.finder.find(walk.text, walk.blocks, pattern, walk.language, {
      priority: 'hand',
      signal
    })
  },

  'annotations.recode': async (host, { annotations, ...recoding }) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    await loadNamed(session, annotations)
    const time = new Date().toISOString()
    let count = 0
    const done = await changeNow(
      host,
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

  'annotations.remove': async (host, annotations) => {
    const { session } = host
    if (!session.ok) return session
    await loadNamed(session.value, annotations)
    return changeNow(
      host,
      (now) => {
        const operations = named(now, annotations).map(
          ({ document, id }): SimpleOperation => ({ type: 'annotation.remove', document, id })
        )
        return ok(batchOf('removeAnnotations', operations))
      },
      session.value
    )
  },

  'autocode.preview': async (host, request, _client, job) => {
    const { session } = host
    if (!session.ok) return session
    const words = exportWords(host.parts.preferences.preferences.language)
    return withProgress(host, (progress) => {
      const told = (done: number, total: number) => {
        progress(done, total)
        job.progress(done, total)
      }
      return previewAutocode(session.value, host.parts.finder, request, words, told, job.signal)
    })
  },

  'autocode.apply': async (host, request) => {
    const { coding } = host
    return coding.ok ? applyAutocode(coding.value.session, request, coding.value.coder) : coding
  },

  'memos.list': async (host) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    return ok(listMemos(session.value.state))
  },

  'memos.mentioning': async (host, wanted) => {
    const { session } = host
    if (!session.ok) return session
    const { state, links } = session.value.current.standing
    return ok(memosMentioning(state, links, wanted))
  },

  'project.countsUnder': async (host) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    return ok(countsUnder(session.value.state))
  },

  'project.mergeThemes': async (host, { from, into }) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    const time = new Date().toISOString()
    return changeNow(
      host,
      (now) => {
        const batch = mergeThemes(now, from, into, time)
        return batch ? ok(batch) : err(appError('Conflict', 'themesNotMerged'))
      },
      session.value
    )
  },

  'project.splitTheme': async (host, { from, theme, annotations }) => {
    const { session } = host
    if (!session.ok) return session
    await session.value.loadAll()
    const moved = new Set(annotations)
    const time = new Date().toISOString()
    return changeNow(
      host,
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
