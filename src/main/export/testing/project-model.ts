import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import type { Session } from '../../project/session'
import type { ProjectModel } from '../format'
import { exportWords } from '../words'
import { samplePage } from './sample-models'

/** What the project holds at this moment. */
export async function projectModelOf(own: Session): Promise<ProjectModel> {
  await own.loadAll()
  const { state, seq, folder } = own
  const plain = plainState(state)
  return {
    page: { ...samplePage, project: state.info.name, change: seq },
    words: exportWords('en'),
    language: 'en',
    contents: { text: () => Promise.reject(new Error('no text')), original: async () => null },
    info: state.info,
    documents: new Map(Array.from(state.documents.entries())),
    works: new Map(Array.from(state.works.entries())),
    themes: state.themes,
    groups: state.groups,
    coder: coder.id,
    folder,
    memos: Object.values(state.memos),
    alignments: Object.values(plain.alignments).flatMap((each) => Object.values(each)),
    async *annotations() {
      for (const [document, each] of state.annotations.entries())
        yield { document, annotations: [...each.values()] }
    }
  }
}
