import type { Annotation } from '../model/annotation'
import { uniqueCodings } from '../model/codings'
import type { Group } from '../model/group'
import type { DocumentId, ThemeId, WorkId } from '../model/ids'
import type { ProjectState } from '../model/state'
import { memosOn } from './memos-on'
import type { Batch, SimpleOperation } from './operation'
import { subtree } from './theme-order'
import { removeAlignments } from './works'

/** What becomes of the annotations of a removed theme. */
export type ThemeRemoval = 'unlink' | 'delete' | { readonly moveTo: ThemeId }

/**
 * The batch that removes a theme with everything under it. Annotations that carry other themes keep them;
 * those left without any stay as plain highlights ('unlink'), go too ('delete'), or get another theme.
 * Memos about it go too, or to that other theme.
 */
export function removeTheme(state: ProjectState, id: ThemeId, removal: ThemeRemoval, now: string): Batch {
  const doomed = subtree(state.themes, id)
  const ids = new Set(doomed.map((theme) => theme.id))
  const operations: SimpleOperation[] = []
  for (const own of state.annotations.values())
    for (const annotation of own.values()) {
      if (annotation.codings.some(({ theme }) => ids.has(theme)))
        operations.push(releaseAnnotation(annotation, ids, removal, now))
    }
  for (const group of Object.values<Group>(state.groups)) {
    const themes = group.themes.filter((theme) => !ids.has(theme))
    if (themes.length < group.themes.length)
      operations.push({ type: 'group.update', id: group.id, patch: { themes } })
  }
  for (const memo of doomed.flatMap((theme) => memosOn(state.memos, 'theme', theme.id)))
    operations.push(
      typeof removal === 'object'
        ? { type: 'memo.update', id: memo.id, patch: { about: { kind: 'theme', id: removal.moveTo } } }
        : { type: 'memo.remove', id: memo.id }
    )
  for (const theme of doomed.toReversed()) operations.push({ type: 'theme.remove', id: theme.id })
  return { type: 'batch', label: 'removeTheme', operations }
}

function releaseAnnotation(
  annotation: Annotation,
  doomed: ReadonlySet<ThemeId>,
  removal: ThemeRemoval,
  now: string
): SimpleOperation {
  const { document, id } = annotation
  const kept = annotation.codings.filter(({ theme }) => !doomed.has(theme))
  if (removal === 'delete' && kept.length === 0) return { type: 'annotation.remove', document, id }
  // Whoever had put one of the removed themes there has put the other there: each coding stays its coder's.
  const moved =
    typeof removal === 'object'
      ? annotation.codings.flatMap((each) =>
          doomed.has(each.theme) ? { ...each, theme: removal.moveTo } : []
        )
      : []
  const codings = uniqueCodings([...kept, ...moved])
  return { type: 'annotation.update', document, id, patch: { codings, modified: now } }
}

/**
 * The batch that removes documents with their annotations, their memos, their alignments, and each work of which they
 * were the last versions. At least one of the documents has to be there.
 */
export function removeDocuments(state: ProjectState, ids: readonly DocumentId[]): Batch {
  const doomed = new Set(ids.filter((id) => state.documents.has(id)))
  const operations: SimpleOperation[] = []
  const works = new Set<WorkId>()
  for (const id of doomed) {
    for (const annotation of state.annotations.get(id)?.values() ?? [])
      operations.push({ type: 'annotation.remove', document: id, id: annotation.id })
    for (const memo of memosOn(state.memos, 'document', id))
      operations.push({ type: 'memo.remove', id: memo.id })
    for (const work of state.documents.get(id)?.works ?? []) works.add(work)
  }
  for (const work of works) operations.push(...removeAlignments(state, work, (each) => doomed.has(each)))
  for (const id of doomed) operations.push({ type: 'document.remove', id })
  const left = new Set(
    [...state.documents.values()].flatMap((each) => (doomed.has(each.id) ? [] : each.works))
  )
  for (const work of works) if (!left.has(work)) operations.push({ type: 'work.remove', id: work })
  return { type: 'batch', label: 'removeDocument', operations }
}
