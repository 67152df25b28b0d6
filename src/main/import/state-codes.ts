import type { CoderId, ThemeId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { newTheme } from '../../shared/model/new-records'
import { coderColours, themeColours } from '../../shared/model/palette'
import type { Coder } from '../../shared/model/project'
import type { ProjectState } from '../../shared/model/state'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childrenOf } from '../../shared/operations/theme-order'
import type { ParsedCode } from './parsed'

/** Themes and coders that an import names: those that are there, and operations for those that are not. */
export class StatedCodes {
  readonly operations: SimpleOperation[] = []
  private readonly themes = new Map<string, ThemeId>()
  private readonly children = new Map<ThemeId | null, number>()
  private readonly coders = new Map<string, CoderId>()

  constructor(private readonly state: ProjectState) {
    for (const coder of Object.values<Coder>(state.info.coders)) this.coders.set(coder.name, coder.id)
  }

  /** The theme at a path; made, with what is known of it, as far as it is missing. */
  theme(
    path: readonly string[],
    facts: Pick<ParsedCode, 'colour' | 'description'> | null = null
  ): ThemeId | null {
    const name = path.at(-1)
    if (name === undefined) return null
    const key = JSON.stringify(path)
    const known = this.themes.get(key)
    if (known) return known
    const parent = this.theme(path.slice(0, -1))
    const there = childrenOf(this.state.themes, parent).find((theme) => theme.name === name)
    const id = there?.id ?? this.make(name, parent, facts)
    this.themes.set(key, id)
    return id
  }

  /** The coder of a name; `fallback` where there is no name. */
  coder(name: string, fallback: CoderId): CoderId {
    const own = name.trim().slice(0, 200)
    if (own === '') return fallback
    const known = this.coders.get(own)
    if (known) return known
    const colour = coderColours[this.coders.size % coderColours.length] ?? coderColours[0]
    const coder: Coder = { id: newId.coder(), name: own, colour }
    this.coders.set(own, coder.id)
    this.operations.push({ type: 'coder.add', coder })
    return coder.id
  }

  private make(
    name: string,
    parent: ThemeId | null,
    facts: Pick<ParsedCode, 'colour' | 'description'> | null
  ): ThemeId {
    const index = this.children.get(parent) ?? childrenOf(this.state.themes, parent).length
    this.children.set(parent, index + 1)
    const colour = facts?.colour ?? themeColours[index % themeColours.length] ?? themeColours[0]
    const theme = newTheme(name, colour, parent, { description: facts?.description ?? '' })
    this.operations.push({ type: 'theme.add', theme, index })
    return theme.id
  }
}
