import { cslTypesOfRis } from '../../import/formats/references/ris'
import type { Reference } from './cited-references'
import { dateOf, line, nameLine, originalLines } from './fields'

/** The type of RIS for one of CSL: the first that our reader takes for it. `GEN` for what has none. */
const preferred: Readonly<Record<string, string>> = {
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  motion_picture: 'VIDEO',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  webpage: 'ELEC',
  manuscript: 'MANSCPT',
  'entry-dictionary': 'DICT'
}
const risTypes = new Map(Object.entries(cslTypesOfRis).map(([ris, csl]) => [csl, ris]))

/** References as RIS, lines that end as its readers expect (CR LF). */
export function risText(references: readonly Reference[]): string {
  return references.map(entryText).join('\r\n')
}

function entryText({ key, item, more }: Reference): string {
  const [from = '', to = ''] = line(item.page).split('–')
  const issued = dateOf(item.issued)
  const lines: [string, string][] = [
    ['TY', preferred[item.type] ?? risTypes.get(item.type) ?? 'GEN'],
    ['ID', key],
    ['TI', line(item.title)],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameLine(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', nameLine(name)]),
    ...(item.translator ?? []).map((name): [string, string] => ['A4', nameLine(name)]),
    ['T2', line(item['container-title'])],
    ['T3', line(item['collection-title'])],
    ['PB', line(item.publisher)],
    ['CY', line(item['publisher-place'])],
    ['PY', issued.slice(0, 4)],
    ['DA', issued.replaceAll('-', '/')],
    ['ET', line(item.edition)],
    ['VL', line(item.volume)],
    ['IS', line(item.issue ?? item.number)],
    ['SP', from],
    ['EP', to],
    ['SN', line(item.ISBN ?? item.ISSN)],
    ['DO', line(item.DOI)],
    ['UR', line(item.URL)],
    ['Y2', dateOf(item.accessed).replaceAll('-', '/')],
    ['LA', line(item.language)],
    ['M3', line(item.genre)],
    ['DB', line([item.archive, item.archive_location].filter((part) => part !== undefined).join(', '))],
    ...[...more, ...originalLines(item)].map((text): [string, string] => ['N1', line(text)])
  ]
  const written = lines.flatMap(([tag, value]) => (value === '' ? [] : [`${tag}  - ${value}`]))
  return `${written.join('\r\n')}\r\nER  - \r\n`
}
