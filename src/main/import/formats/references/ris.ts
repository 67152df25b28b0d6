import type { RawFile, Source } from '../../parsed'
import type { Json } from '../json'
import { referencesOf } from './csl'

/**
 * References as RIS: lines of a tag of two signs, two spaces, a hyphen and a value, a reference from `TY` to `ER`. A line
 * without a tag goes on with the value before it.
 */
export async function parseRis(source: Source): Promise<RawFile> {
  const references: Map<string, string[]>[] = []
  let open: Map<string, string[]> | null = null
  let last: string[] | null = null
  for (const line of source
    .text()
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const match = /^([A-Z][A-Z0-9]) {2}-\s?(.*)$/.exec(line)
    if (!match) {
      if (last && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`)
      continue
    }
    const [, tag = '', value = ''] = match
    if (tag === 'TY') {
      open = new Map()
      references.push(open)
    }
    if (!open) continue
    last = open.get(tag) ?? []
    if (value.trim() !== '') last.push(value.trim())
    open.set(tag, last)
    if (tag === 'ER') [open, last] = [null, null]
  }
  if (references.length === 0) throw new Error('it holds no references')
  return referencesOf(references.map(asCsl))
}

/** The types of RIS by those of CSL. */
export const cslTypesOfRis: Readonly<Record<string, string>> = {
  ABST: 'article',
  ADVS: 'motion_picture',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  GOVDOC: 'report',
  HEAR: 'hearing',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SER: 'book',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage'
}

function asCsl(tags: ReadonlyMap<string, readonly string[]>): Json {
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])
  const one = (...names: string[]) => all(...names)[0] ?? ''
  const people = (...names: string[]) =>
    all(...names).map((name) => {
      const [family, given] = name.split(/,\s*/)
      return given ? { family, given } : { literal: name }
    })
  const pages = [one('SP'), one('EP')].filter(Boolean).join('-')
  return {
    type: cslTypesOfRis[one('TY')] ?? 'document',
    title: one('TI', 'T1', 'CT', 'BT'),
    author: people('AU', 'A1'),
    translator: people('A4', 'TA'),
    editor: people('ED', 'A2'),
    publisher: one('PB'),
    'publisher-place': one('CY', 'PP'),
    URL: one('UR', 'L2'),
    DOI: one('DO') || doiIn(all('M3', 'N1', 'UR')),
    language: one('LA'),
    issued: { 'date-parts': [dateParts(one('DA'), one('PY', 'Y1'))] },
    'container-title': one('JO', 'JF', 'T2', 'JA'),
    volume: one('VL'),
    issue: one('IS'),
    page: pages,
    ISSN: one('SN'),
    keyword: all('KW').join(', '),
    abstract: one('AB', 'N2'),
    edition: one('ET'),
    genre: one('M3').startsWith('10.') ? '' : one('M3'),
    accessed: one('Y2', 'DA2').replaceAll('/', '-').replace(/-+$/, ''),
    archive: one('DB'),
    id: one('ID')
  }
}

/** `2020/03/05/spring` or `2020`: the longer of the two that a reference may have, where they agree on the year. */
function dateParts(day: string, year: string): string[] {
  const parts = (value: string) =>
    /^\d{4}/.test(value) ? value.split(/[/-]/).filter((each) => /^\d+$/.test(each)) : []
  const [long, short] = [parts(day), parts(year)]
  return (long[0] === short[0] || short.length === 0) && long.length > short.length ? long : short
}

function doiIn(values: readonly string[]): string {
  return values.flatMap((value) => /\b10\.\d{4,9}\/[^\s"<>]+/.exec(value)?.[0] ?? [])[0] ?? ''
}
