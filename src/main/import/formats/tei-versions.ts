import type { RawText, StatedRow } from '../parsed'
import { type NamedInBlock, TeiReader } from './tei-reader'
import { attributesIn, sourceOf } from './tei-source'
import type { TeiStandOff } from './tei-stand-off'
import { attribute, childrenNamed, named, tidy } from './xml'

/** What a link says of the sentences that it joins. */
interface StatedLink {
  readonly ids: readonly string[]
  readonly confidence: number
  readonly origin: 'auto' | 'hand'
}

/**
 * The versions of an aligned work: a group of texts whose sentences are linked by a `linkGrp`, as this program writes it.
 * Each is read in its own blocks; sentences that links join, directly or by others, stand in one row. Null where the file
 * is nothing of the kind.
 */
export function versionsIn(tree: Document, title: string, standOff: TeiStandOff): RawText[] | null {
  const [group] = named(tree, 'group')
  const texts = group ? childrenNamed(group, 'text') : []
  const isAligned = named(tree, 'linkGrp').some((each) => attribute(each, 'type') === 'alignment')
  if (texts.length < 2 || !isAligned) return null
  const read = texts.map((text) => new TeiReader(null).readNamed(text))
  if (read.some(({ names }) => names.length === 0)) return null
  const rows = rowsOf(
    read.map(({ names }) => names),
    linksIn(tree)
  )
  return texts.map((text, at): RawText => {
    const source = sourceOf(tree, text, at)
    const said = (name: string) => tidy(source && childrenNamed(source, name)[0]?.textContent)
    const published = source && childrenNamed(source, 'date').find((each) => !attribute(each, 'type'))
    const authors = source ? childrenNamed(source, 'author').map((each) => tidy(each.textContent)) : []
    const language = attribute(text, 'lang') ?? ''
    const own = said('title') || language || String(at + 1)
    const stated = {
      title: own,
      language,
      author: authors.filter((each) => each !== '').join('; '),
      publisher: said('publisher'),
      published: published ? (attribute(published, 'when') ?? tidy(published.textContent)) : ''
    }
    const words = read[at] ?? { blocks: [], points: [] }
    return {
      blocks: words.blocks,
      passages: standOff.passages(words),
      remarks: standOff.remarksOn(text),
      attributes: source ? attributesIn(source) : {},
      stated: Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== '')),
      part: own,
      aligned: title || '–',
      rows: rows[at] ?? [],
      bare: true
    }
  })
}

function linksIn(tree: Document): StatedLink[] {
  return named(tree, 'link').map((link) => {
    const confidence = Number(attribute(link, 'cert') ?? attribute(link, 'n') ?? 1)
    return {
      ids: (attribute(link, 'target') ?? '').split(/\s+/).map((each) => each.replace(/^#/, '')),
      // Words for certainty (high, low) are no figure, and whoever wrote the link down stands for it.
      confidence: confidence >= 0 && confidence <= 1 ? confidence : 1,
      origin: attribute(link, 'type') === 'auto' ? 'auto' : 'hand'
    }
  })
}

/** For each version the rows of its sentences: numbers that are the same where links join them. */
function rowsOf(versions: readonly (readonly NamedInBlock[])[], links: readonly StatedLink[]): StatedRow[][] {
  const top = joined(links)
  const numbers = new Map<string, number>()
  const versionOf = new Map(versions.flatMap((names, at) => names.map(({ name }) => [name, at] as const)))
  const said = new Map<string, StatedLink>()
  for (const link of links) {
    const [first] = link.ids
    const base = first === undefined ? undefined : versionOf.get(first)
    for (const id of link.ids) if (versionOf.get(id) !== base) said.set(id, link)
  }
  return versions.map((names) =>
    names.map(({ name, block, start, end }): StatedRow => {
      const key = top(name)
      const row = numbers.get(key) ?? numbers.size
      numbers.set(key, row)
      const { confidence = 1, origin = 'hand' } = said.get(name) ?? {}
      return { row, block, start, end, confidence, origin }
    })
  )
}

/** Which sentences links join, directly or by others: for each the first of them. */
function joined(links: readonly StatedLink[]): (id: string) => string {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  for (const { ids } of links) {
    const [first, ...others] = ids
    if (first === undefined) continue
    for (const other of others) {
      const [one, two] = [top(first), top(other)]
      if (one !== two) above.set(two, one)
    }
  }
  return top
}
