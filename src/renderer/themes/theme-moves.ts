import { useMemo } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import { themeColours } from '../../shared/model/palette'
import type { Theme } from '../../shared/model/theme'
import { childrenOf, isUnder } from '../../shared/operations/theme-order'
import { type Command, useCommands } from '../state/commands'
import { change, currentProject } from '../state/project'

export async function addTheme(parent: ThemeId | null, name: string): Promise<ThemeId | null> {
  const { themes } = currentProject().state
  const index = childrenOf(themes, parent).length
  const inherited = parent === null ? undefined : themes[parent]?.colour
  const colour = inherited ?? themeColours[index % themeColours.length] ?? themeColours[0]
  const theme = newTheme(name, colour, parent)
  return (await change({ type: 'theme.add', theme, index })) ? theme.id : null
}

/** Moves a theme among its siblings. */
export async function shift(theme: Theme, by: 1 | -1): Promise<void> {
  const last = childrenOf(currentProject().state.themes, theme.parent).length - 1
  const index = theme.order + by
  if (index < 0 || index > last) return
  await change({ type: 'theme.move', id: theme.id, parent: theme.parent, index })
}

/** Puts a theme beside or under another, as it was dropped there. A theme is never put under itself. */
export async function dropTheme(
  id: ThemeId,
  target: ThemeId,
  where: 'before' | 'after' | 'on'
): Promise<void> {
  const { themes } = currentProject().state
  const [moved, at] = [themes[id], themes[target]]
  if (!moved || !at || isUnder(themes, target, id)) return
  if (where === 'on') {
    const index = childrenOf(themes, target).filter((each) => each.id !== id).length
    await change({ type: 'theme.move', id, parent: target, index })
    return
  }
  // Taken out first, so that the later siblings have moved up.
  const siblings = childrenOf(themes, at.parent).filter((each) => each.id !== id)
  const index = siblings.indexOf(at) + (where === 'after' ? 1 : 0)
  await change({ type: 'theme.move', id, parent: at.parent, index })
}

/** Alt with the arrows moves the chosen theme among its siblings, under the one above it, or out to its parent's level. */
export function useMoveCommands(chosen: ThemeId | null): void {
  const commands = useMemo<Command[]>(() => {
    const moving = (
      key: string,
      run: (theme: Theme, themes: Readonly<Record<ThemeId, Theme>>) => unknown
    ): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: [`Alt+${key}`],
      when: () => chosen !== null,
      run: () => {
        const { themes } = currentProject().state
        const theme = chosen === null ? undefined : themes[chosen]
        if (theme) run(theme, themes)
      }
    })
    return [
      moving('ArrowUp', (theme) => shift(theme, -1)),
      moving('ArrowDown', (theme) => shift(theme, 1)),
      moving('ArrowRight', (theme, themes) => {
        const above = childrenOf(themes, theme.parent)[theme.order - 1]
        if (above) return dropTheme(theme.id, above.id, 'on')
      }),
      moving('ArrowLeft', (theme) => {
        if (theme.parent !== null) return dropTheme(theme.id, theme.parent, 'after')
      })
    ]
  }, [chosen])
  useCommands(commands)
}
