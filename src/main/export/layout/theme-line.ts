import type { ThemeId } from '../../../shared/model/ids'
import type { Theme } from '../../../shared/model/theme'

type Themes = Readonly<Record<ThemeId, Theme>>

/** A theme's names from the root, for readers. */
export function themeNames(themes: Themes, id: ThemeId): string {
  const names: string[] = []
  const seen = new Set<ThemeId>()
  for (let at: ThemeId | null = id; at !== null && !seen.has(at); ) {
    seen.add(at)
    const theme: Theme | undefined = themes[at]
    if (!theme) break
    names.unshift(theme.name)
    at = theme.parent
  }
  return names.join(' › ')
}

export function themeLine(themes: Themes, ids: readonly ThemeId[], separator: string): string {
  return ids
    .map((id) => themeNames(themes, id))
    .filter(Boolean)
    .join(separator)
}
