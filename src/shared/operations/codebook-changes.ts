import type { Annotation } from '../model/annotation'
import { hasTheme, withTheme } from '../model/codings'
import type { Group } from '../model/group'
import type { AnnotationId, ThemeId } from '../model/ids'
import type { ProjectState } from '../model/state'
import type { Theme, themeFacts } from '../model/theme'
import { memosOn } from './memos-on'
import type { Batch, SimpleOperation } from './operation'
import { childrenOf, isUnder } from './theme-order'

/**
 * The batch that merges one theme into another: its annotations, children, groups and memos go over, and what its
 * definition says is put under the other's. Null where one of them is not there, or both are the same.
 */
export function mergeThemes(state: ProjectState, from: ThemeId, into: ThemeId, now: string): Batch | null {
  const [old, kept] = [state.themes[from], state.themes[into]]
  if (!old || !kept || from === into) return null
  const operations: SimpleOperation[] = []
  // A descendant that takes its ancestor in moves to the ancestor's place first.
  if (isUnder(state.themes, into, from))
    operations.push({ type: 'theme.move', id: into, parent: old.parent, index: old.order })
  const offset = childrenOf(state.themes, into).length
  childrenOf(state.themes, from)
    .filter((child) => child.id !== into)
    .forEach(({ id }, index) => {
      operations.push({ type: 'theme.move', id, parent: into, index: offset + index })
    })
  const patch = joinedFacts(kept, old)
  if (patch) operations.push({ type: 'theme.update', id: into, patch })
  for (const annotation of allOf(state))
    if (hasTheme(annotation, from)) operations.push(rethemed(annotation, from, into, now))
  for (const group of Object.values<Group>(state.groups))
    if (group.themes.includes(from))
      operations.push({
        type: 'group.update',
        id: group.id,
        patch: { themes: replaced(group.themes, from, into) }
      })
  for (const { id } of memosOn(state.memos, 'theme', from))
    operations.push({ type: 'memo.update', id, patch: { about: { kind: 'theme', id: into } } })
  operations.push({ type: 'theme.remove', id: from })
  return { type: 'batch', label: 'mergeThemes', operations }
}

/** The batch that splits a theme: a new one beside it takes over some of its annotations. */
export function splitTheme(
  state: ProjectState,
  from: ThemeId,
  theme: Omit<Theme, 'order'>,
  moved: ReadonlySet<AnnotationId>,
  now: string
): Batch | null {
  const old = state.themes[from]
  if (!old) return null
  const operations: SimpleOperation[] = [{ type: 'theme.add', theme, index: old.order + 1 }]
  for (const annotation of allOf(state))
    if (moved.has(annotation.id) && hasTheme(annotation, from))
      operations.push(rethemed(annotation, from, theme.id, now))
  return { type: 'batch', label: 'splitTheme', operations }
}

function* allOf(state: ProjectState): Generator<Annotation> {
  for (const own of state.annotations.values()) yield* own.values()
}

function rethemed(
  { document, id, codings }: Annotation,
  from: ThemeId,
  into: ThemeId,
  now: string
): SimpleOperation {
  const patch = { codings: withTheme(codings, from, into), modified: now }
  return { type: 'annotation.update', document, id, patch }
}

/** One theme in another's place; where both were there, once. */
function replaced(themes: readonly ThemeId[], from: ThemeId, into: ThemeId): ThemeId[] {
  return [...new Set(themes.map((id) => (id === from ? into : id)))]
}

type Facts = Partial<Pick<Theme, keyof typeof themeFacts>>

/** What the kept theme says with the other's words under its own; null where the other has nothing to add. */
function joinedFacts(kept: Theme, old: Theme): Facts | null {
  const patch: Facts = {}
  for (const field of ['description', 'inclusion', 'exclusion', 'example'] as const)
    if (old[field] !== '' && old[field] !== kept[field])
      patch[field] = kept[field] === '' ? old[field] : `${kept[field]}\n\n${old[field]}`.slice(0, 20_000)
  return Object.keys(patch).length > 0 ? patch : null
}
