import type { Coding } from '../../shared/model/coding'
import { uniqueCodings } from '../../shared/model/codings'
import type { Group } from '../../shared/model/group'
import type { Guid } from '../../shared/model/guid'
import type { CoderId, ThemeId } from '../../shared/model/ids'
import type { Memo, MemoSubject } from '../../shared/model/memo'
import { newId } from '../../shared/model/new-id'
import { newTheme } from '../../shared/model/new-records'
import { coderColours, themeColours } from '../../shared/model/palette'
import type { Coder } from '../../shared/model/project'
import type { ProjectState } from '../../shared/model/state'
import type { Theme } from '../../shared/model/theme'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childNamed } from '../../shared/operations/theme-named'
import { childrenOf } from '../../shared/operations/theme-order'
import { themeNameKey } from '../../shared/text/theme-name'
import { EntityGuids } from '../project/entity-guid'
import { fitCodebook } from './fit/fit-codes'
import { Fitter } from './fit/fitter'
import type { ImportedCodebook, ParsedCode } from './parsed'
import type { ParsedAttribute, ParsedCoder, ParsedCoding } from './parsed-sidecars'

/** A memo that is made now, or was by another program some time ago. */
export function newMemo(
  about: MemoSubject,
  text: string,
  coder: CoderId,
  {
    title = '',
    created,
    modified
  }: {
    readonly title?: string
    readonly created?: string | null
    readonly modified?: string | null | undefined
  } = {}
): Memo {
  const made = created ?? new Date().toISOString()
  return { id: newId.memo(), about, title, text, coder, created: made, modified: modified ?? made }
}

/** What a file says of a theme beside its path. */
type CodeFacts = Omit<ParsedCode, 'path'>

/** Themes and coders that an import names: those that are there, and operations for those that are not. */
export class CodeResolver {
  readonly operations: SimpleOperation[] = []
  private readonly themes = new Map<string, ThemeId>()
  private readonly tags = new Map<string, ThemeId>()
  private readonly children = new Map<ThemeId | null, number>()
  private readonly coders = new Map<string, CoderId>()
  /** The GUIDs of coders that are not there yet, by their names. */
  private readonly coderGuids = new Map<string, Guid>()
  private readonly defined = new Set<string>()
  private known: {
    readonly themes: ReadonlyMap<Guid, Theme>
    readonly coders: ReadonlyMap<Guid, Coder>
  } | null = null
  private readonly taken = new Set<ImportedCodebook>()
  /** Definitions of themes that have another one. */
  private readonly explained: { readonly id: ThemeId; readonly description: string }[] = []

  constructor(private readonly state: ProjectState) {
    for (const coder of Object.values<Coder>(state.info.coders)) this.coders.set(coder.name, coder.id)
  }

  /** Takes over a codebook, the groups of its themes, and notes on them and on the project; each once. */
  bring(given: ImportedCodebook, fallback: CoderId): void {
    if (this.taken.has(given)) return
    this.taken.add(given)
    const brought = fitCodebook(new Fitter(), given)
    for (const each of brought.coders ?? []) this.meet(each)
    for (const each of brought.attributes ?? []) this.define(each)
    for (const { path, ...facts } of brought.codebook) this.theme(path, facts)
    for (const { id, description } of this.explained.splice(0))
      this.say({ kind: 'theme', id }, newMemo({ kind: 'theme', id }, description, fallback))
    for (const { name, themes } of brought.groups)
      this.group(
        name,
        themes.flatMap((path) => this.theme(path) ?? [])
      )
    for (const { theme, formula, title, text, coder, created, modified } of brought.memos) {
      const id = theme === null ? null : this.theme(theme)
      const phrase = formula?.trim()
      const about: MemoSubject =
        id !== null ? { kind: 'theme', id } : phrase ? { kind: 'formula', phrase } : { kind: 'project' }
      const memo = newMemo(about, text, this.coder(coder, fallback), { title, created, modified })
      this.say(about, memo)
    }
  }

  /** A coder by the id that the file has for them: whoever has it already is meant, whatever they are called now. */
  private meet({ name, guid }: ParsedCoder): void {
    const there = this.entities().coders.get(guid)
    if (there) this.coders.set(name.trim(), there.id)
    else if (!this.coderGuids.has(name.trim())) this.coderGuids.set(name.trim(), guid)
  }

  /** What the values of an attribute are, where the project does not say so itself. */
  private define({ name, type }: ParsedAttribute): void {
    if (Object.hasOwn(this.state.info.attributes, name) || this.defined.has(name)) return
    this.defined.add(name)
    this.operations.push({ type: 'attribute.define', name, definition: type })
  }

  /** Themes and coders by the GUIDs that they have in exchange formats. */
  private entities(): NonNullable<CodeResolver['known']> {
    const { info, themes } = this.state
    const guids = new EntityGuids(info.id)
    this.known ??= {
      themes: new Map(Object.values<Theme>(themes).map((each) => [guids.of('theme', each), each])),
      coders: new Map(Object.values<Coder>(info.coders).map((each) => [guids.of('coder', each), each]))
    }
    return this.known
  }

  /** A memo, where it has not been said already. */
  private say(about: MemoSubject, memo: Memo): void {
    const said = Object.values<Memo>(this.state.memos).some(
      (each) => each.text === memo.text && JSON.stringify(each.about) === JSON.stringify(about)
    )
    if (!said) this.operations.push({ type: 'memo.add', memo })
  }

  /** Puts themes into the group of a name, made where it is not there. */
  private group(name: string, themes: readonly ThemeId[]): void {
    const there = Object.values<Group>(this.state.groups).find((each) => each.name === name)
    const all = [...new Set([...(there?.themes ?? []), ...themes])]
    if (!there) this.operations.push({ type: 'group.add', group: { id: newId.group(), name, themes: all } })
    else if (all.length > there.themes.length)
      this.operations.push({ type: 'group.update', id: there.id, patch: { themes: all } })
  }

  /** The theme at a path; made, with what is known of it, as far as it is missing. */
  theme(path: readonly string[], facts: CodeFacts | null = null): ThemeId | null {
    const name = path.at(-1)
    if (name === undefined) return null
    const key = keyOf(path)
    const known = this.themes.get(key)
    if (known) return known
    const parent = this.theme(path.slice(0, -1))
    const there =
      (facts?.guid && this.entities().themes.get(facts.guid)) ??
      (parent === null || this.state.themes[parent] ? childNamed(this.state.themes, parent, name) : undefined)
    if (there && facts) this.explain(there, facts.description)
    const id = there?.id ?? this.make(name, parent, facts)
    this.themes.set(key, id)
    return id
  }

  /**
   * The theme that a tag names. Tags know no codebook: one is the theme of its name wherever that stands, with other
   * capitals or widths too, as long as only one can be meant; else a theme of its own.
   */
  tag(path: readonly string[]): ThemeId | null {
    const [name, ...below] = path
    if (name === undefined || below.length > 0) return this.theme(path)
    const known = this.tags.get(themeNameKey(name))
    if (known) return known
    const all = Object.values<Theme>(this.state.themes)
    const top = all.find((theme) => theme.parent === null && theme.name === name)
    const id =
      top?.id ??
      this.themes.get(keyOf(path)) ??
      only(all.filter((theme) => theme.name === name)) ??
      only(all.filter((theme) => themeNameKey(theme.name) === themeNameKey(name))) ??
      this.theme(path)
    if (id) this.tags.set(themeNameKey(name), id)
    return id
  }

  /** The theme at a path that a file's codebook has; else as a tag means it. */
  meant(path: readonly string[]): ThemeId | null {
    return this.themes.get(keyOf(path)) ?? this.tag(path)
  }

  /** The coder of a name; `fallback` where there is no name. */
  coder(name: string, fallback: CoderId): CoderId {
    const own = name.trim()
    if (own === '') return fallback
    const known = this.coders.get(own)
    if (known) return known
    const colour = coderColours[this.coders.size % coderColours.length] ?? coderColours[0]
    const guid = this.coderGuids.get(own)
    const coder: Coder = { id: newId.coder(), name: own, colour, ...(guid && { guid }) }
    this.coders.set(own, coder.id)
    this.operations.push({ type: 'coder.add', coder })
    return coder.id
  }

  /** The codings of a passage as a file states them; who made the passage put on what says no coder, and when it was made. */
  codings(
    stated: readonly ParsedCoding[],
    fallback: CoderId,
    made: string,
    themeOf: (path: readonly string[]) => ThemeId | null
  ): Coding[] {
    const all = stated.flatMap(({ theme, coder, created }): Coding[] => {
      const id = themeOf(theme)
      return id === null ? [] : [{ theme: id, coder: this.coder(coder, fallback), created: created ?? made }]
    })
    return uniqueCodings(all)
  }

  /** What a file says a theme means that is there already: its definition where it has none, else a memo on it. */
  private explain(theme: Theme, description: string): void {
    if (description === '' || theme.description === description) return
    if (theme.description === '')
      this.operations.push({ type: 'theme.update', id: theme.id, patch: { description } })
    else this.explained.push({ id: theme.id, description })
  }

  private make(name: string, parent: ThemeId | null, facts: CodeFacts | null): ThemeId {
    const index = this.children.get(parent) ?? childrenOf(this.state.themes, parent).length
    this.children.set(parent, index + 1)
    const colour = facts?.colour ?? themeColours[index % themeColours.length] ?? themeColours[0]
    const { description = '', inclusion = '', exclusion = '', example = '', guid } = facts ?? {}
    const theme = {
      ...newTheme(name, colour, parent, { description, inclusion, exclusion, example }),
      ...(guid && { guid })
    }
    this.operations.push({ type: 'theme.add', theme, index })
    return theme.id
  }
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path.map(themeNameKey))
}

function only([theme, ...others]: readonly Theme[]): ThemeId | undefined {
  return others.length === 0 ? theme?.id : undefined
}
