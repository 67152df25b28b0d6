import type { ThemeId } from '../model/ids'
import type { Theme } from '../model/theme'

type Themes = Readonly<Record<ThemeId, Theme>>

/** The children of a theme (of the root for null), in their order. */
export function childrenOf(themes: Themes, parent: ThemeId | null): Theme[] {
  return Object.values<Theme>(themes)
    .filter((theme) => theme.parent === parent)
    .sort((a, b) => a.order - b.order)
}

/** Puts a theme among its siblings at `index` (clamped to the end); the later ones make room. */
export function insertTheme(themes: Themes, theme: Omit<Theme, 'order'>, index: number): Themes {
  const siblings = childrenOf(themes, theme.parent)
  const order = Math.min(index, siblings.length)
  const next: Record<ThemeId, Theme> = { ...themes, [theme.id]: { ...theme, order } }
  for (const sibling of siblings)
    if (sibling.order >= order) next[sibling.id] = { ...sibling, order: sibling.order + 1 }
  return next
}

/** Takes a theme out; its later siblings close the gap. */
export function extractTheme(themes: Themes, theme: Theme): Themes {
  const next: Record<ThemeId, Theme> = { ...themes }
  delete next[theme.id]
  for (const sibling of childrenOf(themes, theme.parent))
    if (sibling.order > theme.order) next[sibling.id] = { ...sibling, order: sibling.order - 1 }
  return next
}

/** Whether `id` is `ancestor` itself or lies under it. */
export function isUnder(themes: Themes, id: ThemeId | null, ancestor: ThemeId): boolean {
  for (let at = id; at !== null; at = themes[at]?.parent ?? null) if (at === ancestor) return true
  return false
}

/** A theme and all its descendants, depth first, in the codebook's order. */
export function subtree(themes: Themes, root: ThemeId | null): Theme[] {
  const own = root === null ? undefined : themes[root]
  const below = childrenOf(themes, root).flatMap((child) => subtree(themes, child.id))
  return own === undefined ? below : [own, ...below]
}

/** Where a theme stands among its siblings, said by its neighbours: it holds though others move in meanwhile. */
export interface ThemePlace {
  readonly parent: ThemeId | null
  /** The sibling just before it; null for none. */
  readonly after: ThemeId | null
  /** The sibling just after it; null for none. */
  readonly before: ThemeId | null
}

/** The place at an index (clamped to the end) among the children of a parent; the theme itself does not count. */
export function placeAt(themes: Themes, id: ThemeId, parent: ThemeId | null, index: number): ThemePlace {
  const siblings = childrenOf(themes, parent).filter((each) => each.id !== id)
  const at = Math.min(Math.max(0, index), siblings.length)
  return { parent, after: siblings[at - 1]?.id ?? null, before: siblings[at]?.id ?? null }
}

/** The index of a place: behind the sibling before it, else before the one after it, else at the end where both have left. */
export function indexOfPlace(themes: Themes, id: ThemeId, { parent, after, before }: ThemePlace): number {
  const siblings = childrenOf(themes, parent).filter((each) => each.id !== id)
  const positionOf = (sibling: ThemeId | null) => siblings.findIndex((each) => each.id === sibling)
  const [previous, next] = [positionOf(after), positionOf(before)]
  if (previous >= 0) return previous + 1
  return next >= 0 ? next : siblings.length
}
