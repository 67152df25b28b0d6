import { create } from 'xmlbuilder2'
import type { CslName } from '../../../shared/model/csl-record'
import { cslTypes } from '../../import/formats/zotero/csl-types'
import type { Reference } from './cited-references'
import { dateOf, line, originalLines, partsOf } from './fields'

const namespaces = {
  '@xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  '@xmlns:z': 'http://www.zotero.org/namespaces/export#',
  '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  '@xmlns:dcterms': 'http://purl.org/dc/terms/',
  '@xmlns:bib': 'http://purl.org/net/biblio#',
  '@xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  '@xmlns:prism': 'http://prismstandard.org/namespaces/1.2/basic/',
  '@xmlns:vcard': 'http://nwalsh.com/rdf/vCard#'
}
const itemTypes = new Map(Object.entries(cslTypes).map(([zotero, csl]) => [csl, zotero]))
itemTypes.set('personal_communication', 'letter')
itemTypes.set('broadcast', 'radioBroadcast')
itemTypes.set('motion_picture', 'film')

/** Elements for items and what they are part of, after Zotero's own export; all else is a document. */
const elements: Readonly<Record<string, readonly [item: string, container: string]>> = {
  book: ['bib:Book', 'bib:Series'],
  chapter: ['bib:BookSection', 'bib:Book'],
  'article-journal': ['bib:Article', 'bib:Journal'],
  'article-magazine': ['bib:Article', 'bib:Periodical'],
  'article-newspaper': ['bib:Article', 'bib:Newspaper'],
  webpage: ['bib:Document', 'z:Website'],
  'post-weblog': ['bib:Document', 'z:Blog']
}

type Node = { readonly [name: string]: Content }
type Content = string | Node | readonly Node[]

/** References as Zotero's own RDF. What it has no field for stands in the item's extra lines. */
export function zoteroRdf(references: readonly Reference[]): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele({ 'rdf:RDF': namespaces })
  for (const reference of references) root.ele(itemNode(reference))
  return root.end({ prettyPrint: true })
}

function itemNode({ key, item, more }: Reference): Node {
  const [element, container] = elements[item.type] ?? ['bib:Document', 'bib:Document']
  const place: Node = filled({
    'dc:title': clean(item['container-title']),
    'prism:volume': clean(item.volume),
    'prism:number': clean(item.issue),
    'dc:identifier': item.ISSN === undefined ? '' : `ISSN ${clean(item.ISSN)}`
  })
  const identifiers: readonly Node[] = [
    ...(item.ISBN === undefined ? [] : [{ '#': `ISBN ${clean(item.ISBN)}` }]),
    ...(item.DOI === undefined ? [] : [{ '#': `DOI ${clean(item.DOI)}` }]),
    ...(item.URL === undefined ? [] : [{ 'dcterms:URI': { 'rdf:value': clean(item.URL) } }])
  ]
  const extra = [...more, ...originalLines(item)].map(clean).join('\n')
  return {
    [element]: {
      '@rdf:about': `#${key}`,
      'z:itemType': itemTypes.get(item.type) ?? 'document',
      ...(Object.keys(place).length > 0 ? { 'dcterms:isPartOf': { [container]: place } } : {}),
      ...publisherNode(clean(item.publisher), clean(item['publisher-place'])),
      ...people('bib:authors', item.author),
      ...people('bib:editors', item.editor),
      ...people('z:translators', item.translator),
      ...filled({
        'dc:title': clean(item.title),
        'dc:date': dateOf(item.issued),
        'z:language': clean(item.language),
        'bib:pages': clean(item.page),
        'prism:edition': clean(item.edition),
        'z:type': clean(item.genre),
        'z:archive': clean(item.archive),
        'z:archiveLocation': clean(item.archive_location),
        'dcterms:dateSubmitted': dateOf(item.accessed),
        'dc:description': extra
      }),
      ...(identifiers.length > 0 ? { 'dc:identifier': identifiers } : {})
    }
  }
}

function publisherNode(name: string, place: string): Node {
  if (name === '' && place === '') return {}
  const address: Node = place === '' ? {} : { 'vcard:adr': { 'vcard:Address': { 'vcard:locality': place } } }
  return { 'dc:publisher': { 'foaf:Organization': { ...address, ...filled({ 'foaf:name': name }) } } }
}

function people(role: string, names: readonly CslName[] | undefined): Node {
  if (!names) return {}
  const persons = names.map((name) => {
    const { family, given, suffix } = partsOf(name)
    const rest = [given, suffix].filter((part) => part !== '').join(', ')
    return { 'foaf:Person': filled({ 'foaf:surname': clean(family), 'foaf:givenName': clean(rest) }) }
  })
  return { [role]: { 'rdf:Seq': { 'rdf:li': persons } } }
}

function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** Signs that XML 1.0 cannot hold are left out; `line` has taken control characters and halves of characters. */
function clean(text: string | undefined): string {
  return line(text).replace(/[\uFFFE\uFFFF]/g, '')
}
