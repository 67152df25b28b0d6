import type { ThemeId } from '../model/ids'
import type { Theme } from '../model/theme'

/** A theme's names from the root. */
export function themeNames(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): string[] {
  const names: string[] = []
  for (let at: ThemeId | null = id; at !== null; ) {
    const theme: Theme | undefined = themes[at]
    if (!theme) break
    names.unshift(theme.name)
    at = theme.parent
  }
  return names
}

/** A theme's path: its names from the root, joined by `/`; a slash inside a name is written `\/`. */
export function themePath(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): string {
  return themeNames(themes, id)
    .map((name) => name.replaceAll('/', '\\/'))
    .join('/')
}
