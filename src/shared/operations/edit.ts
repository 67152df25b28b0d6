import { z } from 'zod'
import { Annotation } from '../model/annotation'
import { appError, gone } from '../model/app-error'
import { currentText } from '../model/current-text'
import { Metadata, type VariorumDocument } from '../model/document'
import { Group } from '../model/group'
import { AnnotationId, ContentHash, DocumentId, GroupId, ThemeId } from '../model/ids'
import { QualityMark } from '../model/quality'
import { err, ok, type Result } from '../model/result'
import type { ProjectState } from '../model/state'
import { batchOf } from './batch-of'
import { type ListChange, listChange, sameList, withListChange } from './list-changes'
import { Batch, type Operation, type SimpleOperation } from './operation'
import { sameValue } from './same-value'
import { childNamed } from './theme-named'
import { indexOfPlace } from './theme-order'

const index = z.int().min(0)

function listChangeOf<T extends z.ZodType>(item: T) {
  return { add: z.array(item).max(10_000), remove: z.array(item).max(10_000) }
}

/** What many documents can be said to have in common, each field by itself; attributes by their names. */
const SharedFacts = Metadata.pick({
  language: true,
  rendering: true,
  published: true,
  event: true,
  publisher: true,
  source: true,
  credit: true,
  attributes: true
}).partial()
export type SharedFacts = z.infer<typeof SharedFacts>

/**
 * What a window asks to have changed in a list or a record that others may be changing at the same time: what is to come
 * in and to go, or the values before and after, never the whole as it is to be. It becomes an operation on the state of
 * the very moment at which it is written (`resolveEdit`), so that nothing is overwritten that the window has not seen.
 */
export const Edit = z.discriminatedUnion('type', [
  /** Puts a theme elsewhere in the tree, by its neighbours there; `seen` is the parent that it was taken from. */
  z.object({
    type: z.literal('theme.place'),
    id: ThemeId,
    seen: ThemeId.nullable(),
    parent: ThemeId.nullable(),
    after: ThemeId.nullable(),
    before: ThemeId.nullable()
  }),
  z.object({ type: z.literal('group.themes'), id: GroupId, ...listChangeOf(ThemeId) }),
  /** Puts a theme into the group of a name, which is made (with this id) where there is none. */
  z.object({ type: z.literal('group.named'), ...Group.pick({ id: true, name: true }).shape, theme: ThemeId }),
  /** Marks blocks as furniture, or no longer; `revision` is the text that the indices are of. */
  z.object({
    type: z.literal('document.furniture'),
    id: DocumentId,
    revision: ContentHash,
    ...listChangeOf(index)
  }),
  /** What a hand made of what is known of a document. */
  z.object({ type: z.literal('document.facts'), id: DocumentId, seen: Metadata, wanted: Metadata }),
  /** The same facts of many documents made one: `seen` has of each document what stood in the fields of `patch`. */
  z.object({
    type: z.literal('documents.facts'),
    seen: z
      .array(SharedFacts.extend({ id: DocumentId }))
      .min(1)
      .max(20_000),
    patch: SharedFacts
  }),
  z.object({
    type: z.literal('annotation.quality'),
    document: DocumentId,
    id: AnnotationId,
    ...listChangeOf(QualityMark)
  }),
  /** What is worked out from whole highlights, two that become one, say: refused where one of them is another by now. */
  z.object({
    type: z.literal('annotations.reshape'),
    seen: z
      .array(Annotation.pick({ document: true, id: true, modified: true }))
      .min(1)
      .max(100),
    batch: Batch
  })
])
export type Edit = z.infer<typeof Edit>
type EditOf<T extends Edit['type']> = Extract<Edit, { type: T }>

/**
 * The operation that an edit is on a state; null where nothing is left to do. Fails with NotFound where what it is about
 * is gone, and with a Conflict where the same value was changed otherwise meanwhile.
 *
 * @param time of the edit, in ISO 8601
 */
export function resolveEdit(state: ProjectState, edit: Edit, time: string): Result<Operation | null> {
  switch (edit.type) {
    case 'theme.place':
      return placed(state, edit)
    case 'group.themes':
      return groupThemes(state, edit.id, edit)
    case 'group.named': {
      const known = Object.values<Group>(state.groups).find(({ name }) => name === edit.name)
      if (known) return groupThemes(state, known.id, { add: [edit.theme], remove: [] })
      return ok({ type: 'group.add', group: { id: edit.id, name: edit.name, themes: [edit.theme] } })
    }
    case 'document.furniture':
      return furniture(state, edit)
    case 'document.facts':
      return facts(state, edit)
    case 'documents.facts': {
      const operations: SimpleOperation[] = []
      for (const { id, ...seen } of edit.seen) {
        const one = sharedFacts(state, id, seen, edit.patch)
        if (!one.ok) return one
        if (one.value) operations.push(one.value)
      }
      return ok(batchOf('describe', operations))
    }
    case 'annotation.quality': {
      const { document, id } = edit
      const annotation = state.annotations.get(document)?.get(id)
      if (!annotation) return err(gone('annotation', id))
      const quality = withListChange(annotation.quality, edit)
      if (sameList(quality, annotation.quality)) return ok(null)
      return ok({ type: 'annotation.update', document, id, patch: { quality, modified: time } })
    }
    case 'annotations.reshape': {
      for (const { document, id, modified } of edit.seen) {
        const now = state.annotations.get(document)?.get(id)
        if (!now) return err(gone('annotation', id))
        if (now.modified !== modified) return err(appError('Conflict', 'annotationChanged'))
      }
      return ok(edit.batch)
    }
  }
}

function placed({ themes }: ProjectState, edit: EditOf<'theme.place'>): Result<SimpleOperation | null> {
  const { id, seen, parent } = edit
  const theme = themes[id]
  if (!theme) return err(gone('theme', id))
  if (theme.parent !== seen && theme.parent !== parent)
    return err(appError('Conflict', 'themeMoved', { name: theme.name }))
  const namesake = theme.parent === parent ? undefined : childNamed(themes, parent, theme.name)
  if (namesake) return err(appError('Invalid', 'themeNameTaken', { name: namesake.name }))
  const index = indexOfPlace(themes, id, edit)
  if (theme.parent === parent && theme.order === index) return ok(null)
  return ok({ type: 'theme.move', id, parent, index })
}

function groupThemes(
  state: ProjectState,
  id: GroupId,
  change: ListChange<ThemeId>
): Result<SimpleOperation | null> {
  const group = state.groups[id]
  if (!group) return err(gone('group', id))
  const themes = withListChange(group.themes, change)
  return ok(sameList(themes, group.themes) ? null : { type: 'group.update', id, patch: { themes } })
}

function furniture(
  { documents }: ProjectState,
  { id, revision, ...change }: EditOf<'document.furniture'>
): Result<SimpleOperation | null> {
  const document = documents.get(id)
  if (!document) return err(gone('document', id))
  if (currentText(document) !== revision)
    return err(appError('Conflict', 'documentChanged', { title: document.title }))
  const next = withListChange(document.furniture, change).sort((a, b) => a - b)
  return ok(sameList(next, document.furniture) ? null : { type: 'document.furnish', id, furniture: next })
}

/** What a hand changed, put on the document as it is: works and attributes one by one, anything else as a whole. */
function facts(
  { documents }: ProjectState,
  { id, seen, wanted }: EditOf<'document.facts'>
): Result<SimpleOperation | null> {
  const now = documents.get(id)
  if (!now) return err(gone('document', id))
  const merged = mergedFacts(seen, wanted, now)
  if (!merged) return err(appError('Conflict', 'factsChanged', { title: now.title }))
  const patch = changedFields(Metadata.parse(now), merged)
  return ok(Object.keys(patch).length === 0 ? null : { type: 'document.update', id, patch })
}

/** What one document is to have in common with others. What a hand says is no proposal any more. */
function sharedFacts(
  state: ProjectState,
  id: DocumentId,
  { attributes: own = {}, ...seen }: SharedFacts,
  { attributes: more = {}, ...patch }: SharedFacts
): Result<SimpleOperation | null> {
  const now = state.documents.get(id)
  if (!now) return err(gone('document', id))
  const before = { ...Metadata.parse(now), ...seen, attributes: own }
  const said = new Set<string>(Object.keys(patch))
  const wanted = {
    ...before,
    ...patch,
    attributes: { ...own, ...more },
    proposed: now.proposed.filter((field) => !said.has(field))
  }
  return facts(state, { type: 'document.facts', id, seen: before, wanted })
}

function mergedFacts(seen: Metadata, wanted: Metadata, now: VariorumDocument): Metadata | null {
  const works = withListChange(now.works, listChange(seen.works, wanted.works))
  const attributes = mergedRecord(seen.attributes, wanted.attributes, now.attributes)
  const { works: _, attributes: __, ...rest } = wanted
  const { works: ___, attributes: ____, ...before } = seen
  const others = mergedRecord<unknown>(
    before,
    rest,
    Metadata.omit({ works: true, attributes: true }).parse(now)
  )
  if (!attributes || !others) return null
  const merged = Metadata.safeParse({ ...others, works, attributes })
  return merged.success ? merged.data : null
}

/** A record with what a hand changed in it; null where others have made something else of the same field. */
function mergedRecord<T>(
  seen: Readonly<Record<string, T>>,
  wanted: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>
): Record<string, T> | null {
  const merged = new Map(Object.entries(now))
  for (const key of new Set([...Object.keys(seen), ...Object.keys(wanted)])) {
    const next = wanted[key]
    if (sameValue(next, seen[key]) || sameValue(next, now[key])) continue
    if (!sameValue(now[key], seen[key])) return null
    if (next === undefined) merged.delete(key)
    else merged.set(key, next)
  }
  return Object.fromEntries(merged)
}

function changedFields(now: Metadata, next: Metadata): Partial<Metadata> {
  const fields = Object.entries(next).filter(
    ([field, value]) => !sameValue(value, now[field as keyof Metadata])
  )
  return Object.fromEntries(fields) as Partial<Metadata>
}
