import { startOf } from '../fit/fitter'
import type { RawFile, RawText, Source, StatedMetadata } from '../parsed'
import { TeiReader } from './tei-reader'
import { attributesIn, sourceOf } from './tei-source'
import { TeiStandOff } from './tei-stand-off'
import { versionsIn } from './tei-versions'
import { attribute, childrenNamed, firstNamed, localName, named, parseXml, tidy } from './xml'

/**
 * A text in TEI: its header as metadata, its divisions as blocks. Where it is an edition with readings (`app`, `rdg`)
 * each witness is a version; their blocks answer one another. XML of other kinds is read as its paragraphs.
 */
export async function parseTei(source: Source): Promise<RawFile> {
  const tree = parseXml(source.text())
  const standOff = new TeiStandOff(tree)
  // What this program has written down of a text is what was known of it.
  const asStated = named(tree, 'application').some((each) => attribute(each, 'ident') === 'Variorum')
  const texts = textsIn(tree, standOff).map((text): RawText => ({ ...text, asStated }))
  const placed = texts.reduce((sum, { passages }) => sum + (passages?.length ?? 0), 0)
  const lost = standOff.lostAmong(placed)
  return {
    texts,
    codebook: standOff.codebook,
    memos: standOff.memos(),
    warnings: lost > 0 ? [{ key: 'passagesWithoutQuote', count: lost }] : []
  }
}

function textsIn(tree: Document, standOff: TeiStandOff): RawText[] {
  const root = tree.documentElement
  if (!root) throw new Error('it holds no element')
  const stated = statedIn(tree, root)
  const versions = versionsIn(tree, stated.title ?? '', standOff)
  if (versions) return versions
  const members = localName(root) === 'teiCorpus' ? named(root, 'TEI').filter((each) => !isExample(each)) : []
  if (members.length < 2) return textsOf(tree, root, stated, standOff)
  return members.flatMap((member, at): RawText[] => {
    const own = { ...stated, title: '', ...statedIn(tree, member) }
    const title = own.title || [stated.title, at + 1].filter(Boolean).join(' · ')
    return textsOf(tree, member, { ...own, title }, standOff).map((text) => ({
      ...text,
      part: [`${at + 1}. ${title}`, text.part].filter(Boolean).join(' · '),
      attributes: { ...text.attributes, ...(stated.title ? { corpus: stated.title } : {}) }
    }))
  })
}

/** The text of a TEI element, or its witnesses. */
function textsOf(tree: Document, root: Element, stated: StatedMetadata, standOff: TeiStandOff): RawText[] {
  const body =
    localName(root) === 'TEI' || localName(root) === 'teiCorpus' ? (firstNamed(root, 'text') ?? root) : root
  const witnesses = named(root, 'witness').flatMap((each) => {
    const id = attribute(each, 'id')
    return id && !isExample(each) ? [{ id, name: shortName(tidy(each.textContent)) || id }] : []
  })
  const apps = named(body, 'app').filter((each) => !isExample(each)).length
  if (apps === 0 || witnesses.length < 2) {
    const read = new TeiReader(null).readNamed(body)
    const from = sourceOf(tree, body, 0)
    return [
      {
        blocks: read.blocks,
        stated,
        passages: standOff.passages(read),
        remarks: standOff.remarksOn(body),
        attributes: from ? attributesIn(from) : {},
        bare: true
      }
    ]
  }
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

/** @param root the corpus, or one of its members */
function statedIn(tree: Document, root: Element): StatedMetadata {
  const header = firstNamed(root, 'teiHeader')
  if (!header) return {}
  const said = (name: string) => tidy(firstNamed(header, name)?.textContent)
  const date = publicationDate(header)
  const language =
    attribute(root, 'lang') ??
    attribute(firstNamed(root, 'text') ?? root, 'lang') ??
    attribute(tree.documentElement, 'lang')
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
