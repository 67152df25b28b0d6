import { gone } from '../model/app-error'
import type { Metadata, Rendering, VariorumDocument } from '../model/document'
import type { DocumentId, WorkId } from '../model/ids'
import { err, ok, type Result } from '../model/result'
import type { ProjectState } from '../model/state'
import { versionsOf } from '../model/versions'
import { mergedList } from './list-changes'
import type { Batch, SimpleOperation } from './operation'

/** A work as a hand has put it together: every version, in its order, with what kind of text it is. */
export interface GatheredWork {
  readonly id: WorkId
  readonly title: string
  readonly versions: readonly { readonly document: DocumentId; readonly rendering: Rendering }[]
}

/**
 * What a hand wants a work to be, put on the work as it is: versions that others have put in or taken out since `seen`
 * stay in or out, and the title, the order and the kinds are theirs where the hand did not change them.
 */
export function mergedWork(state: Gathered, seen: GatheredWork, wanted: GatheredWork): Result<GatheredWork> {
  const known = state.works.get(wanted.id)
  if (!known) return err(gone('work', wanted.id))
  const now = versionsOf(state.documents.values(), known)
  const ids = (work: GatheredWork) => work.versions.map((each) => each.document)
  const kindIn = (work: GatheredWork, id: DocumentId) =>
    work.versions.find((each) => each.document === id)?.rendering
  // A text that is no longer there cannot be a version.
  const order = mergedList(
    ids(seen),
    ids(wanted),
    now.map((each) => each.id)
  ).filter((id) => state.documents.has(id))
  const versions = order.map((document) => {
    const kind = kindIn(wanted, document)
    const isMine = kind !== undefined && kind !== kindIn(seen, document)
    const rendering = isMine ? kind : (state.documents.get(document)?.rendering ?? 'unknown')
    return { document, rendering }
  })
  const title = wanted.title === seen.title ? known.title : wanted.title
  return ok({ id: wanted.id, title, versions })
}

type Gathered = Pick<ProjectState, 'works' | 'documents' | 'alignments'>

/**
 * The batch that makes a work what a hand wants: new or changed, with exactly these versions. Versions that leave it
 * take their alignments along; a work that is left without versions goes. Null where nothing would change.
 */
export function setWorkVersions(state: Gathered, { id, title, versions }: GatheredWork): Batch | null {
  const known = state.works.get(id)
  const order = versions.map((each) => each.document)
  const kinds = new Map(versions.map((each) => [each.document, each.rendering]))
  const operations: SimpleOperation[] = []
  if (!known) operations.push({ type: 'work.add', work: { id, title, order } })
  else if (known.title !== title || known.order.join() !== order.join())
    operations.push({ type: 'work.update', id, patch: { title, order } })
  for (const document of state.documents.values()) {
    const patch = changesTo(document, id, kinds.get(document.id))
    if (patch) operations.push({ type: 'document.update', id: document.id, patch })
  }
  const leaving = (each: DocumentId) =>
    !kinds.has(each) && state.documents.get(each)?.works.includes(id) === true
  operations.push(...removeAlignments(state, id, leaving))
  if (versions.length === 0) operations.push({ type: 'work.remove', id })
  return operations.length > 0 ? { type: 'batch', label: 'gather', operations } : null
}

/** What changes about a document that is to be a version of a work of this kind, or none of its versions. */
function changesTo(
  { works, rendering: before }: VariorumDocument,
  work: WorkId,
  rendering: Rendering | undefined
): Partial<Metadata> | null {
  const isVersion = works.includes(work)
  if (rendering === undefined) return isVersion ? { works: works.filter((each) => each !== work) } : null
  if (isVersion && rendering === before) return null
  return { ...(isVersion ? {} : { works: [...works, work] }), ...(rendering === before ? {} : { rendering }) }
}

/** The batch that takes documents out of all their works; works that are left without versions go. */
export function releaseDocuments(state: Gathered, ids: readonly DocumentId[]): Batch | null {
  const released = new Set(ids)
  const works = new Set(ids.flatMap((id) => state.documents.get(id)?.works ?? []))
  const operations: SimpleOperation[] = ids
    .filter((id) => (state.documents.get(id)?.works.length ?? 0) > 0)
    .map((id) => ({ type: 'document.update', id, patch: { works: [] } }))
  for (const work of works) {
    operations.push(...removeAlignments(state, work, (id) => released.has(id)))
    const stay = [...state.documents.values()].some(
      (each) => each.works.includes(work) && !released.has(each.id)
    )
    if (!stay) operations.push({ type: 'work.remove', id: work })
  }
  return operations.length > 0 ? { type: 'batch', label: 'gather', operations } : null
}

/** The operations that remove the alignments of some versions of a work. */
export function removeAlignments(
  { alignments }: Pick<ProjectState, 'alignments'>,
  work: WorkId,
  of: (version: DocumentId) => boolean
): SimpleOperation[] {
  return Object.values(alignments.get(work) ?? {})
    .filter(({ a, b }) => of(a) || of(b))
    .map(({ a, b }) => ({ type: 'alignment.remove', work, a, b }))
}
