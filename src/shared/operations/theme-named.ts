import type { ThemeId } from '../model/ids'
import type { Theme } from '../model/theme'
import { themeNameKey } from '../text/theme-name'
import { childrenOf } from './theme-order'

/**
 * The child of a theme (of the root for null) that a name means: the one of just that name, else one that differs by
 * capitals, spaces, widths or composed letters alone.
 */
export function childNamed(
  themes: Readonly<Record<ThemeId, Theme>>,
  parent: ThemeId | null,
  name: string
): Theme | undefined {
  const children = childrenOf(themes, parent)
  const key = themeNameKey(name)
  return (
    children.find((theme) => theme.name === name) ?? children.find((each) => themeNameKey(each.name) === key)
  )
}
