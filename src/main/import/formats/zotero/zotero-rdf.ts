import type { RawFile, Source } from '../../parsed'
import type { SidecarTarget } from '../../parsed-sidecars'
import { HighlightsByText } from '../highlights'
import type { Json } from '../json'
import { recordOf } from '../references/record-of'
import { factsOf } from '../references/reference'
import { attribute, childrenNamed, firstNamed, localName, parseXml, tidy } from '../xml'
import { cslTypes } from './csl-types'
import { addNote } from './zotero-note'

/** Zotero RDF, what Zotero exports by default: items with their fields, and notes with the highlights that were put into them. */
export async function parseZoteroRdf(source: Source): Promise<RawFile> {
  const tree = parseXml(source.text('utf-8'))
  const root = tree.documentElement
  if (!root || localName(root) !== 'RDF') throw new Error('it is no export of Zotero')
  const nodes = new Map(Array.from(root.children, (each) => [attribute(each, 'about') ?? '', each]))
  const resource = (own: Element, name: string) =>
    childrenNamed(own, name).flatMap(
      (each) => nodes.get(attribute(each, 'resource') ?? '') ?? each.children[0] ?? []
    )
  const found = new HighlightsByText()
  const references = Array.from(root.children).flatMap((item) => {
    const title = said(item, 'title')
    const kind = said(item, 'itemType')
    if (title === '' || kind === '' || kind === 'attachment') return []
    const [place] = resource(item, 'isPartOf')
    const identifiers = [item, ...(place ? [place] : [])].flatMap((each) =>
      childrenNamed(each, 'identifier').map((own) => tidy(own.textContent))
    )
    const after = (name: string) =>
      identifiers.flatMap((each) => (each.startsWith(`${name} `) ? [each.slice(name.length + 1)] : []))[0] ??
      ''
    const facts = factsOf({
      title,
      publisher: tidy(
        firstNamed(childrenNamed(item, 'publisher')[0] ?? tree.createElement('none'), 'name')?.textContent
      ),
      source: identifiers.find((each) => /^https?:/.test(each)) ?? '',
      language: said(item, 'language'),
      published: said(item, 'date'),
      csl: recordOf({
        type: cslTypes[kind] ?? 'document',
        author: people(item, 'authors'),
        translator: people(item, 'translators'),
        editor: people(item, 'editors'),
        'container-title': place ? said(place, 'title') : '',
        volume: place ? said(place, 'volume') : '',
        issue: place ? said(place, 'number') : '',
        page: said(item, 'pages'),
        DOI: after('DOI'),
        ISBN: after('ISBN'),
        ISSN: after('ISSN'),
        URL: identifiers.find((each) => /^https?:/.test(each))
      }),
      attributes: {
        keywords: childrenNamed(item, 'subject')
          .map((each) => tidy(each.textContent))
          .filter(Boolean)
          .join(', '),
        abstract: said(item, 'abstract')
      }
    })
    const of: SidecarTarget = { title, doi: facts.csl.DOI ?? '', source: facts.source }
    for (const note of resource(item, 'isReferencedBy')) addNote(found, said(note, 'value'), of)
    return [{ kind: 'reference' as const, of, facts }]
  })
  return found.file({ sidecars: references })
}

function said(own: Element, name: string): string {
  return (childrenNamed(own, name)[0]?.textContent ?? '').trim()
}

function people(item: Element, role: string): Json[] {
  const list = childrenNamed(item, role)[0]
  const persons = list
    ? Array.from(list.querySelectorAll('*')).filter((each) => localName(each) === 'Person')
    : []
  return persons.map((each) => ({
    given: said(each, 'givenName'),
    family: said(each, 'surname') || said(each, 'name')
  }))
}
