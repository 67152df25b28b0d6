import type { Alignment } from './alignment'
import type { Annotation } from './annotation'
import type { VariorumDocument } from './document'
import type { Group } from './group'
import type { AnnotationId, DocumentId, GroupId, MemoId, ThemeId, WorkId } from './ids'
import { LazyMap, recordOf } from './lazy-map'
import type { Memo } from './memo'
import type { ProjectInfo } from './project'
import type { Theme } from './theme'
import type { Work } from './work'

/** The annotations of one document; a table, for a book may have twenty thousand. */
export type Passages = LazyMap<AnnotationId, Annotation>
export type AnnotationsOfDocument = Readonly<Record<AnnotationId, Annotation>>
export type AlignmentsOfWork = Readonly<Record<string, Alignment>>

/**
 * Everything a project holds except the texts themselves, which are named by hash.
 * Never changed in place: `apply` makes a new one that shares what did not change.
 * A document without annotations, and a work without alignments, has no entry.
 */
export interface ProjectState {
  readonly info: ProjectInfo
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly groups: Readonly<Record<GroupId, Group>>
  readonly memos: Readonly<Record<MemoId, Memo>>
  readonly documents: LazyMap<DocumentId, VariorumDocument>
  readonly works: LazyMap<WorkId, Work>
  readonly annotations: LazyMap<DocumentId, Passages>
  readonly alignments: LazyMap<WorkId, AlignmentsOfWork>
}

export function emptyState(info: ProjectInfo): ProjectState {
  return {
    info,
    themes: {},
    groups: {},
    memos: {},
    documents: LazyMap.empty(),
    works: LazyMap.empty(),
    annotations: LazyMap.empty(),
    alignments: LazyMap.empty()
  }
}

/** A state as plain records, for looking things up where everything is at hand: in a window, in a test. */
export interface PlainState {
  readonly info: ProjectInfo
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly groups: Readonly<Record<GroupId, Group>>
  readonly memos: Readonly<Record<MemoId, Memo>>
  readonly documents: Readonly<Record<DocumentId, VariorumDocument>>
  readonly works: Readonly<Record<WorkId, Work>>
  readonly annotations: Readonly<Record<DocumentId, AnnotationsOfDocument>>
  readonly alignments: Readonly<Record<WorkId, AlignmentsOfWork>>
}

/** The same state as plain records; a part that has not changed gives the same record. Loads everything. */
export function plainState(state: ProjectState): PlainState {
  return {
    ...state,
    documents: recordOf(state.documents),
    works: recordOf(state.works),
    annotations: mapRecord(recordOf(state.annotations), recordOf),
    alignments: recordOf(state.alignments)
  }
}

function mapRecord<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  change: (value: A) => B
): Record<K, B> {
  const changed = {} as Record<K, B>
  for (const key in record) changed[key] = change(record[key])
  return changed
}
