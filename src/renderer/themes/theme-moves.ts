import { useMemo } from 'react'
import { freeColour } from '../../shared/model/free-colour'
import type { ThemeId } from '../../shared/model/ids'
import { newTheme } from '../../shared/model/new-records'
import type { Theme } from '../../shared/model/theme'
import { childNamed } from '../../shared/operations/theme-named'
import { childrenOf, isUnder, placeAt } from '../../shared/operations/theme-order'
import { type Command, useCommands } from '../state/commands'
import { change, currentProject, edit } from '../state/project'

/** Makes a theme of a name, or of the name with the first number that no theme beside it has. Null where it cannot be saved. */
export async function addTheme(parent: ThemeId | null, name: string): Promise<ThemeId | null> {
  const { themes } = currentProject().state
  const index = childrenOf(themes, parent).length
  let own = name
  for (let number = 2; childNamed(themes, parent, own); number++) own = `${name} ${number}`
  const theme = newTheme(own, freeColour(themes), parent)
  return (await change({ type: 'theme.add', theme, index })) ? theme.id : null
}

/** Puts a theme at an index among the children of a parent, as this window shows them; at their end without one. */
export async function moveTheme(
  { id, parent: seen }: Theme,
  parent: ThemeId | null,
  index = Number.POSITIVE_INFINITY
): Promise<void> {
  await edit({ type: 'theme.place', id, seen, ...placeAt(currentProject().state.themes, id, parent, index) })
}

/** Moves a theme among its siblings. */
export async function shift(theme: Theme, by: 1 | -1): Promise<void> {
  const last = childrenOf(currentProject().state.themes, theme.parent).length - 1
  const index = theme.order + by
  if (index < 0 || index > last) return
  await moveTheme(theme, theme.parent, index)
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
  if (where === 'on') return moveTheme(moved, target)
  // Taken out first, so that the later siblings have moved up.
  const siblings = childrenOf(themes, at.parent).filter((each) => each.id !== id)
  const index = siblings.indexOf(at) + (where === 'after' ? 1 : 0)
  await moveTheme(moved, at.parent, index)
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
        // Keys that come faster than moves are known wait for them: each moves the theme from where it is by then.
        return theme && run(theme, themes)
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
