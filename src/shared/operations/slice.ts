import type { AnnotationId, DocumentId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import type { Operation, SimpleOperation } from './operation'
import { simpleOperations } from './simple-operations'

/**
 * The part of an operation that a window needs which shows the annotations of some documents only,
 * and no alignments. Null where nothing of it concerns the window.
 */
export function sliceOperation(operation: Operation, shows: (id: DocumentId) => boolean): Operation | null {
  if (operation.type !== 'batch') return concerns(operation, shows) ? operation : null
  const operations = operation.operations.filter((each) => concerns(each, shows))
  return operations.length === 0 ? null : { ...operation, operations }
}

function concerns(op: SimpleOperation, shows: (id: DocumentId) => boolean): boolean {
  switch (op.type) {
    case 'annotation.add':
      return shows(op.annotation.document)
    case 'annotation.update':
    case 'annotation.remove':
      return shows(op.document)
    case 'alignment.set':
    case 'alignment.remove':
      return false
    default:
      return true
  }
}

/** How many annotations each document has, and each theme (its own, descendants not counted). Zero has no entry. */
export interface Counts {
  readonly documents: Readonly<Record<DocumentId, number>>
  readonly themes: Readonly<Record<ThemeId, number>>
}

export function countAll(state: ProjectState): Counts {
  const documents: Record<DocumentId, number> = {}
  const themes: Record<ThemeId, number> = {}
  for (const [id, own] of Object.entries(state.annotations) as [DocumentId, Record<AnnotationId, never>][]) {
    documents[id] = Object.keys(own).length
    for (const annotation of Object.values<{ themes: readonly ThemeId[] }>(own))
      for (const theme of annotation.themes) themes[theme] = (themes[theme] ?? 0) + 1
  }
  return { documents, themes }
}

/** The counts after an operation, from those before it; looks only at the annotations it touched. */
export function countsAfter(
  counts: Counts,
  before: ProjectState,
  after: ProjectState,
  operation: Operation
): Counts {
  const touched = new Map<string, [DocumentId, AnnotationId]>()
  for (const op of simpleOperations(operation)) {
    if (op.type === 'annotation.add')
      touched.set(op.annotation.id, [op.annotation.document, op.annotation.id])
    else if (op.type === 'annotation.update' || op.type === 'annotation.remove')
      touched.set(op.id, [op.document, op.id])
  }
  if (touched.size === 0) return counts
  const documents = { ...counts.documents }
  const themes = { ...counts.themes }
  for (const [document, id] of touched.values()) {
    const old = before.annotations[document]?.[id]
    const now = after.annotations[document]?.[id]
    add(documents, document, (now ? 1 : 0) - (old ? 1 : 0))
    for (const theme of old?.themes ?? []) add(themes, theme, -1)
    for (const theme of now?.themes ?? []) add(themes, theme, 1)
  }
  return { documents, themes }
}

function add<K extends string>(record: Record<K, number>, key: K, by: number): void {
  const sum = (record[key] ?? 0) + by
  if (sum === 0) delete record[key]
  else record[key] = sum
}
