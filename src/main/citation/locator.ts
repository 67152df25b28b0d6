import type { Locator } from '../../shared/export/excerpt-record'
import type { RichText } from '../../shared/export/rich-text'
import { catalogues } from '../../shared/locales/catalogues'
import { joined } from './rich-text-of'

export type CitationLanguage = 'en' | 'zh-CN'

/** Where a cite points to, as a citation processor is told it. */
export interface CslLocator {
  readonly label: string
  readonly locator: string
}

interface Ends {
  readonly from: number | string
  readonly to: number | string
}

/** A label without a word of its own: what stands there is printed as it is. */
const bare = 'timestamp'

/**
 * The locator of a passage. In English the first part has a label, so that each style sets it as it wants (but a page with
 * something beside it is always named one: *1, para. 3* could be anything), and what follows is told by the labels that citeproc reads within a locator (`3, para. 2, l. 4`); `fol.` and `l.` are our sheets and
 * sentences, `opus` such a page (see adjust.ts). In Chinese, where the word goes round the number, it is a phrase. Null where nothing is known.
 */
export function cslLocator(locator: Locator, language: CitationLanguage): CslLocator | null {
  if (language === 'zh-CN') {
    const phrase = chinesePhrase(locator)
    return phrase === '' ? null : { label: bare, locator: phrase }
  }
  const { page, sheet, time, paragraph, sentence, begins } = locator
  const first = page ?? sheet ?? time
  const within = [
    paragraph && { label: 'paragraph', short: 'para.', text: range(paragraph) },
    sentence !== null && paragraph && { label: 'line', short: 'l.', text: String(sentence) }
  ].filter((part) => part !== null && part !== false)
  // A bare number is a page as long as nothing else stands beside it.
  const isAlone = within.length === 0 && !time
  const parts = [
    page && { label: isAlone ? 'page' : 'opus', short: 'p.', text: range(page) },
    !page && sheet && { label: 'folio', short: 'fol.', text: range(sheet) },
    time && { label: bare, short: '', text: range(time) },
    !first && begins && { label: bare, short: '', text: catalogues.en.citation[begins] },
    ...within
  ].filter((part) => part !== null && part !== false && part !== undefined)
  const [head, ...rest] = parts
  if (!head) return null
  return {
    label: head.label,
    locator: [head.text, ...rest.map(({ short, text }) => `${short} ${text}`.trim())].join(', ')
  }
}

/**
 * The place of a passage in words, for styles that have no room for a locator. A printed page alone is told by its bare
 * number, as such styles have it, or `named` (`p. 3`).
 */
export function plainLocator(
  { locator }: { readonly locator: Locator },
  language: CitationLanguage,
  { named }: { readonly named: boolean }
): string {
  const { page, paragraph, sentence, sheet, time, begins } = locator
  if (page && !named) return range(page)
  if (language === 'zh-CN') return chinesePhrase(locator)
  const words = catalogues.en.citation
  return [
    page && `${page.from === page.to ? 'p.' : 'pp.'} ${range(page)}`,
    !page && sheet && `${sheet.from === sheet.to ? 'sheet' : 'sheets'} ${range(sheet)}`,
    time && range(time),
    !page && !sheet && !time && begins && words[begins],
    paragraph && words.paragraph.replace('{{n}}', range(paragraph)),
    sentence !== null && paragraph && `sentence ${sentence}`
  ]
    .filter((part) => typeof part === 'string')
    .join(', ')
}

/** A cite with its place behind it: raised where the Chinese standard has it so, else after a comma within its brackets. */
export function pointedPlace(cite: RichText, place: string, isRaised: boolean): RichText {
  if (isRaised) return joined([...cite, { text: place.replaceAll('–', '-'), superscript: true }])
  const last = cite.at(-1)
  const close = last && /[)\]）]$/.test(last.text) ? last.text.slice(-1) : ''
  if (!last || close === '') return joined([...cite, { text: `, ${place}` }])
  return joined([
    ...cite.slice(0, -1),
    { ...last, text: last.text.slice(0, -1) },
    { text: `, ${place}` },
    { ...last, text: close }
  ])
}

function chinesePhrase({ page, sheet, time, paragraph, sentence, begins }: Locator): string {
  const words = catalogues['zh-CN'].citation
  const inside = paragraph
    ? `第${range(paragraph)}段${sentence === null ? '' : `第${sentence}句`}`
    : begins && !page && !sheet && !time
      ? words[begins]
      : ''
  return [
    page ? `第${range(page)}页` : sheet ? `第${range(sheet)}张` : '',
    time ? range(time) : '',
    page || sheet || time || !begins || !paragraph ? '' : words[begins],
    inside
  ]
    .filter((part) => part !== '')
    .join('，')
}

function range({ from, to }: Ends): string {
  return from === to ? String(from) : `${from}–${to}`
}
