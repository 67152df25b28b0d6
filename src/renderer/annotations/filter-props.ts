import type { AnnotationQuery } from '../../shared/ipc/annotation-query'

/** What annotations are filtered by, and how that is changed. */
export interface FilterProps {
  readonly filter: AnnotationQuery
  readonly setFilter: (patch: AnnotationQuery) => void
}
