import type { CoderId, DocumentId } from '../../../shared/model/ids'
import { plainState } from '../../../shared/model/state'
import type { Session } from '../../project/session'
import type { ProjectModel } from '../format'
import { exportWords } from '../words'
import { samplePage } from './sample-models'

/** The model of a whole project that is open. */
export function projectModelOf(session: Session, coder: CoderId): ProjectModel {
  const state = plainState(session.state)
  const { info, themes, groups } = state
  return {
    page: { ...samplePage, title: info.name, project: info.name },
    words: exportWords('en'),
    language: 'en',
    info,
    themes,
    groups,
    documents: new Map([...session.state.documents.values()].map((each) => [each.id, each])),
    works: new Map([...session.state.works.values()].map((each) => [each.id, each])),
    coder,
    folder: session.folder,
    memos: Object.values(state.memos),
    alignments: Object.values(state.alignments).flatMap((own) => Object.values(own)),
    contents: {
      async text(hash) {
        const read = await session.contents.text(hash)
        if (!read.ok) throw new Error(read.error.message)
        return read.value
      },
      original: async () => null
    },
    async *annotations() {
      for (const [document, own] of Object.entries(state.annotations))
        yield {
          document: document as DocumentId,
          annotations: Object.values(own).sort((a, b) => a.selector.start - b.selector.start)
        }
    }
  }
}
