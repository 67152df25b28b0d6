import { isShippedStyle } from '../../shared/citation/citation-styles'
import {
  type CitedDocument,
  type CslItem,
  cslItem,
  type KindWords,
  kindOf
} from '../../shared/citation/csl-item'
import { catalogues } from '../../shared/locales/catalogues'
import type { CslName } from '../../shared/model/csl-record'
import type { CitationLanguage } from './locator'

/** Types whose genre names what kind of report or thesis it is, and stands before a number. */
const namedByGenre: ReadonlySet<string> = new Set([
  'report',
  'thesis',
  'patent',
  'manuscript',
  'map',
  'speech'
])

const nameFields = ['author', 'editor', 'translator', 'original-author'] as const

/** The item of a document as a style is given it in a language. */
export function engineItem(document: CitedDocument, language: CitationLanguage, styleId: string): CslItem {
  const { note: _, ...item } = cslItem(document, kindWords(language))
  const isGenreOurs = document.csl.genre === undefined && namedByGenre.has(item.type)
  // Chicago's notes take an earlier date for that of a reprint, which a translation is not.
  const isNoReprint =
    styleId === 'chicago-notes-bibliography' && (item.translator ?? item['original-title']) !== undefined
  const names = nameFields.flatMap((field) => {
    const own = item[field]
    return own ? [[field, own.map(wholeIfChinese)] as const] : []
  })
  return {
    ...item,
    ...titlesIn(item, language, styleId),
    ...Object.fromEntries(names),
    ...(isGenreOurs ? { genre: undefined } : {}),
    ...(isNoReprint ? { 'original-date': undefined } : {}),
    ...(styleId === 'apa' && isOwnPublisher(item) ? { publisher: undefined } : {})
  }
}

/** Words for kinds of translation within a sentence. An original is cited without a remark. */
function kindWords(language: CitationLanguage): KindWords {
  const { official, unofficial, machine } = catalogues[language].rendering
  const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
  return { official: lower(official), unofficial: lower(unofficial), machine: lower(machine) }
}

/** The kind of translation as a citation says it; empty where nobody has said it. */
export function kindText(document: CitedDocument, language: CitationLanguage): string {
  return kindOf(document, kindWords(language))
}

/** A Chinese name is cited whole, also where others are by family name alone. */
function wholeIfChinese(name: CslName): CslName {
  const whole = `${name.family ?? ''}${name.given ?? ''}`
  return /^[\p{Script=Han}·]+$/u.test(whole) ? { literal: whole } : name
}

/**
 * Titles as a style cannot say that they are set: APA begins a subtitle with a capital; by the styles that are not Chinese, a
 * title in a Chinese citation stands in title marks (one in it in single ones), where others are in italics or quotation marks.
 */
function titlesIn(item: CslItem, language: CitationLanguage, styleId: string): Partial<CslItem> {
  if (!isShippedStyle(styleId) || styleId.startsWith('gb-')) return {}
  if (language === 'en')
    return styleId === 'apa'
      ? { title: item.title.replace(/(?<=[:?!] )\p{Ll}/gu, (letter) => letter.toUpperCase()) }
      : {}
  const container = item['container-title']
  return {
    title: marked(item.title),
    ...(container === undefined ? {} : { 'container-title': marked(container) })
  }
}

function marked(title: string): string {
  if (!/\p{Script=Han}/u.test(title)) return title
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** An institution that publishes itself is named once in APA. */
function isOwnPublisher({ author, publisher }: CslItem): boolean {
  return author?.length === 1 && author[0]?.literal !== undefined && author[0].literal === publisher
}
