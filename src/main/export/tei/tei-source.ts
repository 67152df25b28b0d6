import type { CslDate, CslName, CslTextField } from '../../../shared/model/csl-record'
import { currentText } from '../../../shared/model/current-text'
import type { ProposedField, VariorumDocument } from '../../../shared/model/document'
import type { XmlAttributes, XmlNode } from '../xml/xml-tree'
import { teiIds } from './tei-ids'

/** Fields of a bibliographic record that TEI has as `biblScope`, `idno` and `note`, each with the kind it is of. */
const scopes = { volume: 'volume', issue: 'issue', page: 'page', number: 'number' } as const
const numbers = { DOI: 'DOI', ISBN: 'ISBN', ISSN: 'ISSN', URL: 'URL' } as const
const noted = ['genre', 'archive', 'archive_location'] as const satisfies readonly CslTextField[]

/**
 * What a text was taken from, as a `bibl`. What the app only proposed says so by `cert`; what nobody has said is left
 * out, and so is a licence, which is not known.
 */
export function writeSource(parent: XmlNode, document: VariorumDocument): void {
  const { csl, proposed } = document
  const sure = (field: ProposedField): XmlAttributes => (proposed.includes(field) ? { cert: 'low' } : {})
  const bibl = parent.add('bibl', {
    'xml:id': teiIds.source(document.id),
    'xml:lang': document.language,
    type: csl.type ?? null
  })
  const said = (name: string, words: string | undefined, attributes: XmlAttributes = {}) => {
    if (words !== undefined && words.trim() !== '') bibl.add(name, attributes).text(words)
  }
  said('title', document.title, sure('title'))
  writeNames(bibl, document, sure('author'))
  said('title', csl['container-title'], {
    level: /article-(?!newspaper)|review/.test(csl.type ?? '') ? 'j' : 'm'
  })
  said('title', csl['collection-title'], { level: 's' })
  said('edition', csl.edition)
  said('pubPlace', csl['publisher-place'])
  said('publisher', document.publisher, sure('publisher'))
  const { published, event } = document
  if (published) bibl.add('date', { when: published.date, ...sure('published') }).text(published.date)
  if (event) bibl.add('date', { type: 'event', when: event.date, ...sure('event') }).text(event.date)
  writeDate(bibl, csl.accessed, 'accessed')
  for (const [field, unit] of entriesOf(scopes)) said('biblScope', csl[field], { unit })
  for (const [field, type] of entriesOf(numbers)) said('idno', csl[field], { type })
  if (isAddress(document.source) && document.source !== csl.URL)
    said('idno', document.source, { type: 'URL' })
  bibl.add('idno', { type: 'SHA-256' }).text(currentText(document))
  if (!isAddress(document.source)) said('note', document.source, { type: 'source' })
  for (const field of noted) said('note', csl[field], { type: field })
  said('note', document.credit, { type: 'credit', ...sure('credit') })
  said('note', document.notes, { type: 'notes' })
  for (const [name, value] of Object.entries(document.attributes))
    said('note', value, { type: 'attribute', n: name })
  writeOriginal(bibl, document)
}

/** Authors, editors and translators, in a `bibl` or a `titleStmt`. */
export function writeNames(parent: XmlNode, { csl }: VariorumDocument, ofAuthors: XmlAttributes): void {
  for (const each of csl.author ?? []) writeName(parent.add('author', ofAuthors), each)
  for (const each of csl.editor ?? []) writeName(parent.add('editor'), each)
  for (const each of csl.translator ?? []) writeName(parent.add('editor', { role: 'translator' }), each)
}

/** A name in parts reads as it is typed: `Clerk, Anna`. */
function writeName(parent: XmlNode, name: CslName): void {
  if (name.literal !== undefined) {
    parent.text(name.literal)
    return
  }
  const person = parent.add('persName')
  const before = [name['dropping-particle'], name['non-dropping-particle']].filter(
    (each) => each !== undefined
  )
  for (const each of before) person.add('nameLink').text(each).text(' ')
  if (name.family !== undefined) person.add('surname').text(name.family)
  if (name.given !== undefined)
    person
      .text(name.family === undefined ? '' : ', ')
      .add('forename')
      .text(name.given)
  if (name.suffix !== undefined) person.text(', ').add('genName').text(name.suffix)
}

function writeOriginal(bibl: XmlNode, { csl }: VariorumDocument): void {
  const names = csl['original-author'] ?? []
  const [title, publisher, date] = [csl['original-title'], csl['original-publisher'], csl['original-date']]
  if (names.length === 0 && title === undefined && publisher === undefined && !date) return
  const original = bibl.add('relatedItem', { type: 'original' }).add('bibl')
  if (title !== undefined) original.add('title').text(title)
  for (const each of names) writeName(original.add('author'), each)
  if (publisher !== undefined) original.add('publisher').text(publisher)
  writeDate(original, date, null)
}

/** A date, or the two ends of one; years beyond the four digits that a date of XML has are words alone. */
function writeDate(parent: XmlNode, date: CslDate | undefined, type: string | null): void {
  const [from, to] = (date?.['date-parts'] ?? []).map(isoOf)
  if (from === undefined) return
  const attributes: XmlAttributes =
    from === null || to === null ? {} : to === undefined ? { when: from } : { from, to }
  const words = (date?.['date-parts'] ?? []).map((parts) => parts.join('-')).join('/')
  parent.add('date', { type, ...attributes }).text(words)
}

function isoOf(parts: readonly number[]): string | null {
  const [year = 0, month, day] = parts
  if (year < 1 || year > 9999) return null
  const ends = [month, day].filter((each) => each !== undefined)
  if (ends.some((each) => each < 1) || (month ?? 1) > 12 || (day ?? 1) > 31) return null
  return [String(year).padStart(4, '0'), ...ends.map((each) => String(each).padStart(2, '0'))].join('-')
}

function isAddress(words: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(words)
}

function entriesOf<K extends string, V>(own: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(own) as [K, V][]
}
