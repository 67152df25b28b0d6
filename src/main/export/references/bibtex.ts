import type { CslName } from '../../../shared/model/csl-record'
import type { Reference } from './cited-references'
import { dateOf, line, originalLines, partsOf } from './fields'

/** Kinds of entries of BibLaTeX (its manual, section 2.1) by the types of CSL. */
const entryTypes: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  article: 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  motion_picture: 'movie',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  'post-weblog': 'online',
  post: 'online',
  report: 'report',
  software: 'software',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'online'
}

/** References as BibLaTeX reads them, in UTF-8. Older BibTeX passes over the fields that it does not know. */
export function bibtexText(references: readonly Reference[]): string {
  return references.map(entryText).join('\n')
}

function entryText({ key, item, more }: Reference): string {
  const type = entryTypes[item.type] ?? 'misc'
  const isArticle = type === 'article'
  const container = type === 'online' ? 'booktitle' : isArticle ? 'journaltitle' : 'booktitle'
  const publisher = publisherField(type)
  const notes = [...more, ...originalLines(item, ['original-title', 'original-date'])]
  const fields: [string, string][] = [
    ['title', protectedText(item.title)],
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    [container, escaped(item['container-title'])],
    ['series', escaped(item['collection-title'])],
    [publisher, escaped(item.publisher)],
    ['location', escaped(item['publisher-place'])],
    ['date', dateOf(item.issued)],
    ['edition', escaped(item.edition)],
    ['volume', escaped(item.volume)],
    ['number', escaped(item.issue ?? item.number)],
    ['pages', escaped(item.page).replaceAll('–', '--')],
    ['doi', verbatim(item.DOI)],
    ['isbn', escaped(item.ISBN)],
    ['issn', escaped(item.ISSN)],
    ['url', verbatim(item.URL)],
    ['urldate', dateOf(item.accessed)],
    ['langid', escaped(item.language)],
    ['language', escaped(item.language)],
    ['origtitle', escaped(item['original-title'])],
    ['origdate', dateOf(item['original-date'])],
    ['type', isArticle ? '' : escaped(item.genre)],
    ['entrysubtype', isArticle ? escaped(item.type.replace('article-', '')) : ''],
    [
      'library',
      escaped([item.archive, item.archive_location].filter((part) => part !== undefined).join(', '))
    ],
    [
      'note',
      escaped([isArticle ? item.genre : undefined, ...notes].filter((part) => part !== undefined).join('; '))
    ]
  ]
  const lines = fields.flatMap(([name, value]) => (value === '' ? [] : [`  ${name} = {${value}},`]))
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`
}

function publisherField(type: string): string {
  if (type === 'online' || type === 'misc') return 'organization'
  return type === 'report' || type === 'thesis' ? 'institution' : 'publisher'
}

function names(all: readonly CslName[] | undefined): string {
  return (all ?? []).map(nameText).join(' and ')
}

/** `von Last, Jr., First`; what is one name stands in braces, so that no word in it (`and`, a comma) parts it. */
function nameText(name: CslName): string {
  const { family, given, suffix } = partsOf(name)
  if (given === '' && suffix === '') return `{${escaped(family)}}`
  const parts = [family, ...(suffix === '' ? [] : [suffix]), given]
  return parts.map((part) => guarded(escaped(part))).join(', ')
}

function guarded(part: string): string {
  return /,|\band\b/i.test(part) ? `{${part}}` : part
}

/** Braces keep the capitals of a title as they are. */
function protectedText(title: string): string {
  const text = escaped(title)
  return text === '' ? '' : `{${text}}`
}

const specials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
}

/** Text with the signs that TeX would read put so that it prints them. */
function escaped(text: string | undefined): string {
  return line(text).replace(/[\\~^{}$&#%_]/g, (sign) => specials[sign] ?? `\\${sign}`)
}

/** Addresses and DOIs are read as they stand, but for braces, which would end the field: those are written as in addresses. */
function verbatim(address: string | undefined): string {
  return line(address).replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))
}
