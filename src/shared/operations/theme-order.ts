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
