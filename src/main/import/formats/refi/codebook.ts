import { proseIn } from '../../../../shared/interchange/refi/code-description'
import { Guid } from '../../../../shared/model/guid'
import type { ImportWarning } from '../../../../shared/model/import-warning'
import { themeNameKey, tidyThemeName } from '../../../../shared/text/theme-name'
import type { ParsedCode, RawFile, Source } from '../../parsed'
import type { ParsedGroup } from '../../parsed-sidecars'
import { attribute, childrenNamed, firstNamed, named, parseXml, prose, tidy } from '../xml'
import { colourOf } from './colour'
import { guidOf, targetOf } from './guid'
import { type OwnSayings, ownSayings } from './own-sayings'
import { toldOf } from './told'

/** A code with the id by which the rest of its file speaks of it. Codes of one name under one code share their path. */
export interface Code extends Omit<ParsedCode, 'guid'> {
  readonly guid: string
  readonly element: Element
}

/** The codes of a file, and what had to be done to them. */
export interface Codes {
  readonly codes: readonly Code[]
  readonly warnings: readonly ImportWarning[]
}

/** A codebook by itself (REFI-QDA codebook 1.0, `.qdc`). */
export async function parseQdc(source: Source): Promise<RawFile> {
  const xml = source.text('utf-8')
  const tree = parseXml(xml)
  const own = ownSayings(xml, attribute(firstNamed(tree, 'CodeBook') ?? tree.documentElement, 'origin'))
  const { codes, warnings } = codesIn(tree, own)
  if (codes.length === 0) throw new Error('it holds no codes')
  return { texts: [], codebook: asParsed(codes), groups: groupsIn(tree, codes, own), warnings }
}

/** Each code once: of those that share their path the first colour, and all definitions. */
export function asParsed(codes: readonly Code[]): ParsedCode[] {
  const byPath = new Map<string, ParsedCode>()
  for (const { path, colour, description, inclusion, exclusion, example, guid } of codes) {
    const key = JSON.stringify(path)
    const known = byPath.get(key)
    const said = known?.description.split('\n\n').includes(description) ?? false
    const id = Guid.safeParse(guid)
    byPath.set(key, {
      path,
      colour: known?.colour ?? colour,
      description: [known?.description ?? '', said ? '' : description].filter(Boolean).join('\n\n'),
      ...(inclusion && { inclusion }),
      ...(exclusion && { exclusion }),
      ...(example && { example }),
      ...(id.success && { guid: id.data }),
      ...(known?.guid && { guid: known.guid })
    })
  }
  return [...byPath.values()]
}

/** A tree of themes is no deeper than this: what lies below stands on this level. */
const deepestLevel = 50

/**
 * The codes of a codebook, those above before those below. Codes of one parent whose names differ by capitals, spaces or
 * the like alone are one; a code without a name is called `–`.
 */
export function codesIn(tree: Document, own: OwnSayings | null = null): Codes {
  const codes: Code[] = []
  const joined: string[] = []
  let nameless = 0
  const raised: string[] = []
  const names = new Map<string, string>()
  const root = firstNamed(tree, 'Codes')
  const open: { element: Element; above: readonly string[] }[] = []
  const put = (parent: Element, above: readonly string[]) =>
    open.push(
      ...childrenNamed(parent, 'Code')
        .toReversed()
        .map((element) => ({ element, above }))
    )
  if (root) put(root, [])
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, above } = next
    const guid = guidOf(element)
    const stated = tidyThemeName(own?.name.get(guid) ?? attribute(element, 'name') ?? '')
    if (stated === '') nameless++
    if (above.length >= deepestLevel) raised.push(stated)
    const parents = above.slice(0, deepestLevel - 1)
    const key = JSON.stringify([...parents, themeNameKey(stated || '–')])
    const known = names.get(key)
    const name = known ?? (stated || '–')
    if (known === undefined) names.set(key, name)
    else joined.push(stated || '–')
    const path = [...parents, name]
    const colour = colourOf(attribute(element, 'color') ?? attribute(element, 'colour'))
    const said = childrenNamed(element, 'Description')[0]?.textContent
    const facts = own ? proseIn(said ?? '') : { description: prose(said) }
    codes.push({ guid, element, path, colour, ...facts })
    put(element, above.length >= deepestLevel ? above : path)
  }
  const warnings = [
    ...toldOf('codesJoined', joined.length, joined),
    ...toldOf('codesNameless', nameless),
    ...toldOf('codesRaised', raised.length, raised)
  ]
  return { codes, warnings }
}

/** The path of each code by its id; of several with one id the first. */
export function pathsOf(codes: readonly Code[]): Map<string, readonly string[]> {
  return new Map(codes.toReversed().map(({ guid, path }) => [guid, path]))
}

/** The sets of a project or codebook, as far as they hold codes. */
export function groupsIn(
  tree: Document,
  codes: readonly Code[],
  own: OwnSayings | null = null
): ParsedGroup[] {
  const paths = pathsOf(codes)
  return named(tree, 'Set').flatMap((set) => {
    const themes = childrenNamed(set, 'MemberCode').flatMap((member) => {
      const path = paths.get(targetOf(member))
      return path ? [[...path]] : []
    })
    const name = tidy(attribute(set, 'name'))
    return (themes.length > 0 || own) && name !== '' ? [{ name, themes }] : []
  })
}
