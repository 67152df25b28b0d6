import type { DocumentId, WorkId } from '../../../shared/model/ids'
import type { Session } from '../../project/session'
import type { Reading } from '../../services/version'
import type { References, TitlePage } from '../format'

/** The project as it was at one moment: all of one export is made from it, whatever is changed meanwhile. */
export interface Moment extends Reading {
  /** The number of the last change in it. */
  readonly seq: number
  readonly folder: string
}

export function momentOf({ state, contents, seq, folder }: Session): Moment {
  return { state, contents, seq, folder }
}

/** What a title page says of the moment, and of the app. */
export function titlePage(
  { state, seq }: Moment,
  facts: Pick<TitlePage, 'title' | 'chosenBy' | 'version'>
): TitlePage {
  return { ...facts, project: state.info.name, made: new Date().toISOString(), change: seq }
}

/** What records of some documents refer to. */
export function referencesTo({ state }: Moment, ids: Iterable<DocumentId>): References {
  const documents = new Map<DocumentId, NonNullable<ReturnType<typeof state.documents.get>>>()
  const works = new Map<WorkId, NonNullable<ReturnType<typeof state.works.get>>>()
  for (const id of new Set(ids)) {
    const document = state.documents.get(id)
    if (!document) continue
    documents.set(id, document)
    for (const each of document.works) {
      const work = state.works.get(each)
      if (work) works.set(each, work)
    }
  }
  return { info: state.info, documents, works, themes: state.themes, groups: state.groups }
}
