import type { Annotation } from '../../shared/model/annotation'
import { AnnotationIndex } from '../../shared/model/annotation-index'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, ParallelId } from '../../shared/model/ids'
import type { Passages, ProjectState } from '../../shared/model/state'

const indexes = new WeakMap<Passages, AnnotationIndex>()

/** The annotations of a document by where they stand in its present text; made once for each state of them. */
export function passagesIn({ documents, annotations }: ProjectState, id: DocumentId): AnnotationIndex | null {
  const document = documents.get(id)
  const own = annotations.get(id)
  if (!document || !own) return null
  const revision = currentText(document)
  const known = indexes.get(own)
  if (known?.revision === revision) return known
  const made = AnnotationIndex.of(own, revision)
  indexes.set(own, made)
  return made
}

const groups = new WeakMap<Passages, ReadonlyMap<ParallelId, Annotation>>()
const none: ReadonlyMap<ParallelId, Annotation> = new Map()

/** The first annotation of a document in each group of parallel passages; found once for each state of them. */
export function parallelIn(
  { annotations }: ProjectState,
  id: DocumentId
): ReadonlyMap<ParallelId, Annotation> {
  const own = annotations.get(id)
  if (!own) return none
  const known = groups.get(own)
  if (known) return known
  const made = new Map<ParallelId, Annotation>()
  for (const each of own.values())
    if (each.parallel !== null && !made.has(each.parallel)) made.set(each.parallel, each)
  groups.set(own, made)
  return made
}
