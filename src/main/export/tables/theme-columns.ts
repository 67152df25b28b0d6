import { themePath } from '../../../shared/excerpts/theme-path'
import type { ThemeId } from '../../../shared/model/ids'
import type { Theme } from '../../../shared/model/theme'
import type { Cell, Column } from './column'

type Themes = Readonly<Record<ThemeId, Theme>>

/** The names of a theme from the root down to it. */
function themeNames(themes: Themes, id: ThemeId): string[] {
  const names: string[] = []
  for (let at: ThemeId | null = id; at !== null; at = themes[at]?.parent ?? null) {
    const theme: Theme | undefined = themes[at]
    if (theme) names.unshift(theme.name)
  }
  return names
}

/** A theme by its path in one column, by its id, and by its names from the root down in as many as the codebook is deep. */
export function themeColumns<Row>(themes: Themes, themeOf: (row: Row) => ThemeId | null): Column<Row>[] {
  const known = new Map<ThemeId, { readonly path: string; readonly names: readonly string[] }>()
  for (const { id } of Object.values<Theme>(themes))
    known.set(id, { path: themePath(themes, id), names: themeNames(themes, id) })
  const depth = Math.max(0, ...[...known.values()].map(({ names }) => names.length))
  const column = (name: string, about: string, pick: (id: ThemeId) => string | undefined): Column<Row> => ({
    name,
    type: 'string',
    about,
    value: (row): Cell => {
      const id = themeOf(row)
      return id === null ? null : (pick(id) ?? null)
    }
  })
  return [
    column(
      'theme',
      'Path of the theme, its names parted by slashes; a slash in a name is \\/.',
      (id) => known.get(id)?.path ?? id
    ),
    column('theme_id', 'Id of the theme.', (id) => id),
    ...Array.from({ length: depth }, (_, at) =>
      column(`theme_${at + 1}`, `Name at level ${at + 1} of the path.`, (id) => known.get(id)?.names[at])
    )
  ]
}
