import { AnnotationIndex } from '../../shared/model/annotation-index'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
import { recordOf } from '../../shared/model/lazy-map'
import type { PlainState, ProjectState } from '../../shared/model/state'

/** The state of the project as plain records; annotations are looked up in their indexes instead. */
export type WindowState = Omit<PlainState, 'annotations' | 'alignments'>

export type PassagesShown = Readonly<Record<DocumentId, AnnotationIndex>>

/** The state ready for looking things up. What has not changed stays the same object. */
export function deriveWindowState(
  { annotations, alignments: _, ...tables }: ProjectState,
  before: PassagesShown
): { readonly state: WindowState; readonly passages: PassagesShown } {
  const documents = recordOf(tables.documents)
  const state = { ...tables, documents, works: recordOf(tables.works) }
  const passages: Record<DocumentId, AnnotationIndex> = {}
  for (const [id, own] of annotations.entries()) {
    const document = documents[id]
    if (!document) continue
    const revision = currentText(document)
    passages[id] = before[id]?.after(own, revision) ?? AnnotationIndex.of(own, revision)
  }
  return { state, passages }
}
