import { descriptionOf } from '../../../shared/interchange/refi/code-description'
import type { Group } from '../../../shared/model/group'
import type { Guid } from '../../../shared/model/guid'
import type { ThemeId } from '../../../shared/model/ids'
import type { Theme } from '../../../shared/model/theme'
import { byName } from '../../../shared/text/natural-order'
import type { EntityGuids } from '../../project/entity-guid'
import type { CodebookModel } from '../format'
import type { DistinctNames } from './distinct-names'
import type { XmlStream } from './xml-stream'

type Model = Pick<CodebookModel, 'themes' | 'groups' | 'language'>

/** A theme as it is written: its code's GUID and name. */
export interface NamedCode {
  readonly theme: Theme
  readonly guid: Guid
  readonly name: string
  readonly children: readonly NamedCode[]
}

/** The codes of a codebook as a tree, in their order; with `names` each name stands once. */
export function namedCodes(model: Model, guids: EntityGuids, names: DistinctNames | null): NamedCode[] {
  const below = new Map<ThemeId | null, Theme[]>()
  for (const theme of Object.values<Theme>(model.themes)) {
    const parent = theme.parent !== null && model.themes[theme.parent] ? theme.parent : null
    below.set(parent, [...(below.get(parent) ?? []), theme])
  }
  const under = (parent: Theme | null): NamedCode[] =>
    (below.get(parent?.id ?? null) ?? [])
      .sort((a, b) => a.order - b.order)
      .map((theme) => {
        const guid = guids.of('theme', theme)
        const name = names?.of(guid, theme.name, parent?.name ?? '') ?? theme.name
        return { theme, guid, name, children: under(theme) }
      })
  return under(null)
}

/** `Codes` with every code in it; `noted` writes the references to the notes on a theme. */
export function writeCodes(
  xml: XmlStream,
  codes: readonly NamedCode[],
  language: Model['language'],
  noted: (theme: ThemeId) => void = () => {}
): void {
  const write = ({ theme, guid, name, children }: NamedCode): void => {
    xml.open('Code', { guid, name, isCodable: 'true', color: theme.colour })
    xml.words('Description', descriptionOf(theme, language))
    noted(theme.id)
    for (const child of children) write(child)
    xml.close()
  }
  xml.open('Codes')
  for (const code of codes) write(code)
  xml.close()
}

/** `Sets` with the groups of themes; nothing where there are none. The codebook's schema names a member by `guid`, the project's by `targetGUID`. */
export function writeSets(
  xml: XmlStream,
  { groups, themes }: Model,
  guids: EntityGuids,
  member: 'guid' | 'targetGUID'
): void {
  const all = Object.values<Group>(groups).sort(byName)
  if (all.length === 0) return
  xml.open('Sets')
  for (const group of all) {
    xml.open('Set', { guid: guids.of('group', group), name: group.name })
    for (const id of group.themes) {
      const theme = themes[id]
      if (theme) xml.empty('MemberCode', { [member]: guids.of('theme', theme) })
    }
    xml.close()
  }
  xml.close()
}
