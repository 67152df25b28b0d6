import { startOf } from '../fit/fitter'
import type { RawText, Source, StatedMetadata } from '../parsed'
import { TeiReader } from './tei-reader'
import { versionsIn } from './tei-versions'
import { attribute, childrenNamed, firstNamed, localName, named, parseXml, tidy } from './xml'

/**
 * A text in TEI: its header as metadata, its divisions as blocks. Where it is an edition with readings (`app`, `rdg`)
 * each witness is a version; their blocks answer one another. XML of other kinds is read as its paragraphs.
 */
export async function parseTei(source: Source): Promise<RawText[]> {
  const tree = parseXml(source.text())
  const root = tree.documentElement
  if (!root) throw new Error('it holds no element')
  const stated = statedIn(tree)
  const versions = versionsIn(tree, stated.title ?? '')
  if (versions) return versions
  const body =
    localName(root) === 'TEI' || localName(root) === 'teiCorpus' ? (firstNamed(tree, 'text') ?? root) : root
  const witnesses = named(tree, 'witness').flatMap((each) => {
    const id = attribute(each, 'id')
    return id && !isExample(each) ? [{ id, name: shortName(tidy(each.textContent)) || id }] : []
  })
  const apps = named(body, 'app').filter((each) => !isExample(each)).length
  if (apps === 0 || witnesses.length < 2)
    return [{ blocks: new TeiReader(null).read(body), stated, bare: true }]
  return witnesses.map(
    ({ id, name }): RawText => ({
      blocks: new TeiReader(id).read(body),
      stated: { ...stated, title: stated.title ? `${stated.title} (${name})` : name },
      part: name,
      aligned: stated.title ?? '–',
      bare: true
    })
  )
}

/** Whether it stands in an example of markup and not in the text. */
function isExample(element: Element): boolean {
  return element.closest('egXML') !== null
}

/** A witness may be described at length; it is called by the beginning of that. */
function shortName(name: string): string {
  return name.length <= longestName ? name : `${startOf(name, longestName)} …`
}

const longestName = 120

/** When the text was published: what the header says of it or of its source, never when the file was worked on. */
function publicationDate(header: Element): Element | undefined {
  const places = ['publicationStmt', 'imprint', 'sourceDesc', 'creation']
  const otherKinds = new Set(['accessed', 'event'])
  return places.flatMap((place) => {
    const own = firstNamed(header, place)
    const dates = own ? named(own, 'date').filter((each) => !each.closest('relatedItem')) : []
    return dates.find((each) => !otherKinds.has(attribute(each, 'type') ?? '')) ?? []
  })[0]
}

function statedIn(tree: Document): StatedMetadata {
  const header = firstNamed(tree, 'teiHeader')
  if (!header) return {}
  const said = (name: string) => tidy(firstNamed(header, name)?.textContent)
  const date = publicationDate(header)
  const language =
    attribute(tree.documentElement, 'lang') ??
    attribute(firstNamed(tree, 'text') ?? tree.documentElement, 'lang')
  const fields: Record<keyof StatedMetadata, string> = {
    title: said('title'),
    language: language ?? '',
    published: date ? (attribute(date, 'when') ?? tidy(date.textContent)) : '',
    author: authorsIn(header),
    publisher: said('publisher'),
    source: ''
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** All whom the title names as authors; where it names none, the first that the header names. */
function authorsIn(header: Element): string {
  const titles = firstNamed(header, 'titleStmt')
  const authors = titles ? childrenNamed(titles, 'author').map((each) => tidy(each.textContent)) : []
  return authors.filter((each) => each !== '').join('; ') || tidy(firstNamed(header, 'author')?.textContent)
}
