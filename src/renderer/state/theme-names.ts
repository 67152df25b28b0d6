import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { subtree } from '../../shared/operations/theme-order'

/** A theme's path for reading: `Government service › One visit`. */
export function pathName(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): string {
  const names: string[] = []
  let at: ThemeId | null = id
  while (at !== null) {
    const theme: Theme | undefined = themes[at]
    if (!theme) break
    names.unshift(theme.name)
    at = theme.parent
  }
  return names.join(' › ')
}

/** All themes in the codebook's order; the first nine have the digits 1 to 9. */
export function orderedThemes(themes: Readonly<Record<ThemeId, Theme>>): Theme[] {
  return subtree(themes, null)
}

/** The CSS variable that holds a theme's colour, so that recolouring redraws nothing. */
export function themeVariable(id: ThemeId): string {
  return `--theme-${id}`
}

export function themeColour(id: ThemeId | undefined): string {
  return id === undefined ? 'var(--plain-mark)' : `var(${themeVariable(id)})`
}

const patterns = 4

/** A pattern for the bars of a theme, so that colour is not all that tells them apart. */
export function patternOf(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId | undefined): number {
  const theme = id === undefined ? undefined : themes[id]
  return theme ? (theme.order + depthOf(themes, theme.id)) % patterns : 0
}

export function depthOf(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): number {
  let depth = 0
  for (let at = themes[id]?.parent ?? null; at !== null; at = themes[at]?.parent ?? null) depth++
  return depth
}
