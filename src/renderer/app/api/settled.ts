import type { Annotation } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import {
  type AnnotationsOfDocument,
  type PlainState,
  type ProjectState,
  plainState
} from '../../../shared/model/state'

interface Split {
  readonly revision: string
  readonly settled: AnnotationsOfDocument
  readonly open: readonly Annotation[]
}

const known = new WeakMap<AnnotationsOfDocument, Split>()

/**
 * The state as plain records, the annotations parted: those that stand in the texts as they are now, and those that
 * were not found again for sure when a text changed. What has not changed stays the same object.
 */
export function lookedUp(tables: ProjectState): {
  readonly state: PlainState
  readonly unsettled: Readonly<Record<DocumentId, readonly Annotation[]>>
} {
  const plain = plainState(tables)
  const annotations: Record<DocumentId, AnnotationsOfDocument> = {}
  const unsettled: Record<DocumentId, readonly Annotation[]> = {}
  for (const [id, own] of tables.annotations.entries()) {
    const { settled, open } = split(own, plain.documents[id])
    annotations[id] = settled
    if (open.length > 0) unsettled[id] = open
  }
  return { state: { ...plain, annotations }, unsettled }
}

function split(own: AnnotationsOfDocument, document: VariorumDocument | undefined): Split {
  const revision = document ? currentText(document) : ''
  const before = known.get(own)
  if (before?.revision === revision) return before
  const all = Object.values<Annotation>(own)
  const open = all.filter((each) => each.selector.revision !== revision)
  const settled =
    open.length === 0
      ? own
      : Object.fromEntries(all.filter((each) => !open.includes(each)).map((each) => [each.id, each]))
  const made = { revision, settled, open }
  known.set(own, made)
  return made
}
