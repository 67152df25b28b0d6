import type { Group } from '../../../shared/model/group'
import type { GroupId, ThemeId } from '../../../shared/model/ids'
import type { Theme } from '../../../shared/model/theme'
import { subtree } from '../../../shared/operations/theme-order'
import { byName } from '../../../shared/text/natural-order'
import { type Column, listed, orNull } from './column'
import { themeColumns } from './theme-columns'

type Themes = Readonly<Record<ThemeId, Theme>>

/** A number of passages for each theme, under the name of a column. */
export interface CountColumn {
  readonly name: string
  readonly about: string
  readonly of: (id: ThemeId) => number
}

/** Themes in the order of the codebook, depth first. */
export function themesInOrder(themes: Themes): Theme[] {
  return subtree(themes, null)
}

/** The names of the groups that a theme is in. */
export function groupsOf(groups: Readonly<Record<GroupId, Group>>, id: ThemeId): string[] {
  return Object.values<Group>(groups)
    .filter((group) => group.themes.includes(id))
    .sort(byName)
    .map(({ name }) => name)
}

/** A row a theme. The first columns have had these names since the first version. */
export function codebookColumns(
  themes: Themes,
  groups: Readonly<Record<GroupId, Group>>,
  counts: readonly CountColumn[]
): Column<Theme>[] {
  const [path, ...others] = themeColumns<Theme>(themes, ({ id }) => id)
  const levels = others.filter(({ name }) => name !== 'theme_id')
  const text = (name: string, about: string, pick: (theme: Theme) => string | null): Column<Theme> => ({
    name,
    type: 'string',
    about,
    value: (theme) => orNull(pick(theme) ?? '')
  })
  return [
    ...(path ? [{ ...path, name: 'path', required: true as const }] : []),
    text('colour', 'Colour, as a web page has it.', ({ colour }) => colour),
    text('definition', 'What the theme means.', ({ description }) => description),
    text('inclusion', 'When it is to be applied.', ({ inclusion }) => inclusion),
    text('exclusion', 'When it is not, although it might seem so.', ({ exclusion }) => exclusion),
    text('example', 'A typical passage (Markdown).', ({ example }) => example),
    text('groups', 'Groups that it is in, parted by semicolons.', ({ id }) => listed(groupsOf(groups, id))),
    ...counts.map(
      ({ name, about, of }): Column<Theme> => ({
        name,
        type: 'integer',
        about,
        required: true,
        value: ({ id }) => of(id)
      })
    ),
    { ...text('id', 'Id of the theme.', ({ id }) => id), required: true, unique: true },
    text('parent_id', 'Id of the theme above it.', ({ parent }) => parent),
    text('name', 'Its name alone.', ({ name }) => name),
    ...levels
  ]
}
