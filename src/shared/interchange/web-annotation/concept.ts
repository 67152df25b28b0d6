import type { Guid } from '../../model/guid'
import { guidIn, urnOf } from './names'

/** A theme as a concept of SKOS, within those above it: what a tag means, whatever other tags have its name. */
export interface Concept {
  readonly id: string
  readonly type: 'skos:Concept'
  readonly 'skos:prefLabel': string
  readonly 'skos:broader'?: Concept
}

/** A theme of a path. */
export interface NamedTheme {
  readonly guid: Guid
  readonly name: string
}

/** The concept of a theme, by its path from the top of the codebook. */
export function conceptOf(path: readonly NamedTheme[]): Concept | undefined {
  const own = path.at(-1)
  if (!own) return undefined
  const broader = conceptOf(path.slice(0, -1))
  return {
    id: urnOf(own.guid),
    type: 'skos:Concept',
    'skos:prefLabel': own.name,
    ...(broader && { 'skos:broader': broader })
  }
}

const deepest = 50

/** The path of a concept, whoever wrote it: names, and GUIDs as far as they are said. Null where it is none. */
export function pathOfConcept(
  concept: unknown,
  depth = 0
): { readonly name: string; readonly guid: Guid | undefined }[] | null {
  if (typeof concept !== 'object' || concept === null || depth >= deepest) return null
  const { id, broader, name } = partsOf(concept)
  if (name === '') return null
  const above = broader === undefined ? [] : pathOfConcept(broader, depth + 1)
  return above === null ? null : [...above, { name, guid: guidIn(id) }]
}

function partsOf(concept: object): { readonly id: string; readonly name: string; readonly broader: unknown } {
  const said = new Map<string, unknown>(Object.entries(concept))
  const [id, name] = [said.get('id') ?? said.get('@id'), said.get('skos:prefLabel')]
  return {
    id: typeof id === 'string' ? id : '',
    name: typeof name === 'string' ? name : '',
    broader: said.get('skos:broader')
  }
}
