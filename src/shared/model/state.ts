import type { Alignment } from './alignment'
import type { Annotation } from './annotation'
import type { VariorumDocument } from './document'
import type { AnnotationId, DocumentId, ThemeId, WorkId } from './ids'
import type { ProjectInfo } from './project'
import type { Theme } from './theme'
import type { Work } from './work'

export type AnnotationsOfDocument = Readonly<Record<AnnotationId, Annotation>>

/**
 * Everything a project holds except the texts themselves, which are named by hash.
 * Never changed in place: `apply` makes a new one that shares what did not change.
 * A document without annotations, and a work without alignments, has no entry.
 */
export interface ProjectState {
  readonly info: ProjectInfo
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly documents: Readonly<Record<DocumentId, VariorumDocument>>
  readonly works: Readonly<Record<WorkId, Work>>
  readonly annotations: Readonly<Record<DocumentId, AnnotationsOfDocument>>
  readonly alignments: Readonly<Record<WorkId, Readonly<Record<string, Alignment>>>>
}

export function emptyState(info: ProjectInfo): ProjectState {
  return { info, themes: {}, documents: {}, works: {}, annotations: {}, alignments: {} }
}
