import type { CslDate, CslRecord } from '../model/csl-record'
import type { KnownDate, Metadata, Rendering, VariorumDocument } from '../model/document'

/** A date of a reference: known, or as a phrase where nobody has confirmed it. */
export type CslItemDate = CslDate | { readonly literal: string }

/** A document as one item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html, appendix IV). */
export interface CslItem extends Omit<CslRecord, 'type'> {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly language?: string
  readonly publisher?: string
  readonly issued?: CslItemDate
  readonly 'event-date'?: CslDate
  /** Where it comes from, where that is no address: a catalogue, a collection. */
  readonly source?: string
  readonly note?: string
}

/** What is known of a document, by its name. */
export type CitedDocument = Omit<Metadata, 'works'> & Pick<VariorumDocument, 'id'>

/** What each kind of translation is called; kinds without a word are not named. */
export type KindWords = Readonly<Partial<Record<Rendering, string>>>

/** An original is cited without a remark, as references have it. */
const englishKinds: KindWords = {
  official: 'Official translation',
  unofficial: 'Unofficial translation',
  machine: 'Machine translation'
}

/** Types whose styles print the periodical, and no publisher. */
const periodicals: ReadonlySet<string> = new Set(['article-newspaper', 'article-magazine', 'article-journal'])

/** Types that are told by the day on which they took place. */
const events: ReadonlySet<string> = new Set(['speech', 'hearing', 'interview', 'performance', 'event'])

/**
 * The bibliographic item of a document. What was only proposed of it is not stated: kind of translation, author, publisher
 * and date of the event are left out, a date of publication becomes the phrase `[2018-12?]`, as catalogues have it, so that
 * no style can print it as certain. Title and language stay: the first is what it is found by, the second tells how its
 * letters are set. `kinds` are the words for kinds of translation in the language of the citation, English ones where they
 * are not given; a kind stands as `genre`, or as `note` where the record has a genre.
 */
export function cslItem(document: CitedDocument, kinds: KindWords = englishKinds): CslItem {
  const { csl, proposed } = document
  const { author, ...record } = csl
  const type = typeOf(document)
  const publisher = proposed.includes('publisher') ? '' : document.publisher
  const isPaper = periodicals.has(type) && csl['container-title'] === undefined
  const kind = kindOf(document, kinds)
  return {
    ...record,
    id: document.id,
    type,
    title: document.title,
    ...(author && !proposed.includes('author') ? { author } : {}),
    ...(publisher === '' ? {} : { [isPaper ? 'container-title' : 'publisher']: publisher }),
    ...(document.language === 'und' ? {} : { language: document.language }),
    ...issuedOf(document),
    ...eventOf(document, type),
    ...whereFrom(document),
    ...(kind === '' ? {} : { [csl.genre === undefined ? 'genre' : 'note']: kind })
  }
}

/** What kind of translation somebody has said that it is, in these words; empty where nobody has. */
export function kindOf({ rendering, proposed }: CitedDocument, kinds: KindWords): string {
  return proposed.includes('rendering') ? '' : (kinds[rendering] ?? '')
}

function typeOf({ csl, source }: CitedDocument): string {
  return csl.type ?? (isAddress(csl.URL ?? source) ? 'webpage' : 'document')
}

function issuedOf({ published, proposed }: CitedDocument): Pick<CslItem, 'issued'> {
  if (published === null) return {}
  if (proposed.includes('published')) return { issued: { literal: `[${published.date}?]` } }
  return { issued: dateParts(published) }
}

function eventOf({ event, proposed }: CitedDocument, type: string): Pick<CslItem, 'event-date'> {
  const isSaid = event !== null && events.has(type) && !proposed.includes('event')
  return isSaid ? { 'event-date': dateParts(event) } : {}
}

function whereFrom({ csl, source }: CitedDocument): Pick<CslItem, 'URL' | 'source'> {
  if (source === '') return {}
  if (isAddress(source)) return csl.URL === undefined ? { URL: source } : {}
  return { source }
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text)
}

function dateParts({ date }: KnownDate): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] }
}
