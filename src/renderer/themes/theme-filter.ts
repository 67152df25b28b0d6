import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { fold } from '../../shared/text/fold'

type Themes = Readonly<Record<ThemeId, Theme>>

/** A theme and those above it, the nearest first. */
export function pathTo(themes: Themes, id: ThemeId): ThemeId[] {
  const path: ThemeId[] = []
  for (let at: Theme | undefined = themes[id]; at; at = at.parent === null ? undefined : themes[at.parent])
    path.push(at.id)
  return path
}

/** The themes with some words in their names, with all above them, so that their places show; null without words. */
export function themesNamed(themes: Themes, words: string): ReadonlySet<ThemeId> | null {
  const wanted = fold(words.trim()).text
  if (wanted === '') return null
  const named = Object.values<Theme>(themes).filter(({ name }) => fold(name).text.includes(wanted))
  return new Set(named.flatMap(({ id }) => pathTo(themes, id)))
}

/** The themes that have others below them. */
export function parentsIn(themes: Themes): ReadonlySet<ThemeId> {
  return new Set(Object.values<Theme>(themes).flatMap(({ parent }) => (parent === null ? [] : [parent])))
}
