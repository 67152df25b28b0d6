import type { Group } from '../model/group'
import type { ThemeId } from '../model/ids'
import type { Memo } from '../model/memo'
import type { ProjectState } from '../model/state'
import { textLimits } from '../model/text-limits'
import type { Theme, themeFacts } from '../model/theme'
import { allOf } from './codebook-changes'
import { rethemedPassages } from './joined-passages'
import { memosOn } from './memos-on'
import type { Batch, SimpleOperation } from './operation'
import { childNamed } from './theme-named'
import { childrenOf, isUnder } from './theme-order'

/**
 * The batch that merges one theme into another: its annotations, children, groups and memos go over, and what its
 * definition says is put under the other's. A child meets its namesake below the other theme: those become one too. So do
 * passages of one coder on the very same words; their memos are joined. Null where one of the themes is not there, or
 * both are the same.
 */
export function mergeThemes(state: ProjectState, from: ThemeId, into: ThemeId, now: string): Batch | null {
  const [old, kept] = [state.themes[from], state.themes[into]]
  if (!old || !kept || from === into) return null
  const operations: SimpleOperation[] = []
  // A descendant that takes its ancestor in moves to the ancestor's place first.
  if (isUnder(state.themes, into, from))
    operations.push({ type: 'theme.move', id: into, parent: old.parent, index: old.order })
  const merged = new Map<ThemeId, ThemeId>()
  mergeTrees(state, operations, merged, old, kept)
  // One by one: a call takes no more than some hundred thousand arguments.
  const rethemed = rethemedPassages(allOf(state), Object.values<Memo>(state.memos), merged, now)
  for (const each of rethemed) operations.push(each)
  for (const group of Object.values<Group>(state.groups))
    if (group.themes.some((id) => merged.has(id)))
      operations.push({
        type: 'group.update',
        id: group.id,
        patch: { themes: [...new Set(group.themes.map((id) => merged.get(id) ?? id))] }
      })
  for (const [gone, stays] of merged)
    for (const { id } of memosOn(state.memos, 'theme', gone))
      operations.push({ type: 'memo.update', id, patch: { about: { kind: 'theme', id: stays } } })
  // Those below go before those above.
  for (const id of [...merged.keys()].reverse()) operations.push({ type: 'theme.remove', id })
  return { type: 'batch', label: 'mergeThemes', operations }
}

function mergeTrees(
  state: ProjectState,
  operations: SimpleOperation[],
  merged: Map<ThemeId, ThemeId>,
  old: Theme,
  kept: Theme
): void {
  merged.set(old.id, kept.id)
  const patch = joinedFacts(kept, old)
  if (patch) operations.push({ type: 'theme.update', id: kept.id, patch })
  let index = childrenOf(state.themes, kept.id).length
  for (const child of childrenOf(state.themes, old.id)) {
    if (child.id === kept.id) continue
    const namesake = childNamed(state.themes, kept.id, child.name)
    if (namesake && !isUnder(state.themes, kept.id, child.id))
      mergeTrees(state, operations, merged, child, namesake)
    else operations.push({ type: 'theme.move', id: child.id, parent: kept.id, index: index++ })
  }
}

type Facts = Partial<Pick<Theme, keyof typeof themeFacts>>

/** What the kept theme says with the other's words under its own; null where the other has nothing to add. */
function joinedFacts(kept: Theme, old: Theme): Facts | null {
  const patch: Facts = {}
  for (const field of ['description', 'inclusion', 'exclusion', 'example'] as const)
    if (old[field] !== '' && old[field] !== kept[field])
      patch[field] =
        kept[field] === '' ? old[field] : `${kept[field]}\n\n${old[field]}`.slice(0, textLimits.themeProse)
  return Object.keys(patch).length > 0 ? patch : null
}
