import { freeColour } from '../model/free-colour'
import type { ThemeId } from '../model/ids'
import { newTheme } from '../model/new-records'
import type { Theme } from '../model/theme'
import { themeNameKey, tidyThemeName } from '../text/theme-name'
import type { SimpleOperation } from './operation'
import { childNamed } from './theme-named'
import { childrenOf } from './theme-order'

/** The names in a path as people type it: `Formulae / One visit`, with `/`, `>` or `›`. Null where it is one name. */
export function themePath(text: string): string[] | null {
  const names = text.split(/[/>›]/).map(tidyThemeName)
  return names.length > 1 && names.every((name) => name !== '') ? names : null
}

/**
 * The theme that a path leads to, and what makes those on the way that are missing. A path may begin at a theme that
 * lies deeper, where only one has that name.
 */
export function themeAlong(
  themes: Readonly<Record<ThemeId, Theme>>,
  path: readonly string[]
): { readonly id: ThemeId | null; readonly make: readonly SimpleOperation[] } {
  const make: SimpleOperation[] = []
  let known = themes
  let at: ThemeId | null = null
  for (const [depth, name] of path.entries()) {
    const found: Theme | undefined =
      childNamed(known, at, name) ?? (depth === 0 ? onlyNamed(themes, name) : undefined)
    if (found) {
      at = found.id
      continue
    }
    const theme = newTheme(tidyThemeName(name), freeColour(known), at)
    const index = childrenOf(known, at).length
    make.push({ type: 'theme.add', theme, index })
    known = { ...known, [theme.id]: { ...theme, order: index } }
    at = theme.id
  }
  return { id: at, make }
}

function onlyNamed(themes: Readonly<Record<ThemeId, Theme>>, name: string): Theme | undefined {
  const key = themeNameKey(name)
  const [only, ...more] = Object.values<Theme>(themes).filter((each) => themeNameKey(each.name) === key)
  return more.length === 0 ? only : undefined
}
