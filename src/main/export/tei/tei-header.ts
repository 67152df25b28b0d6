import type { VariorumDocument } from '../../../shared/model/document'
import type { CoderId, ThemeId } from '../../../shared/model/ids'
import type { Coder } from '../../../shared/model/project'
import type { Theme } from '../../../shared/model/theme'
import type { References, TitlePage } from '../format'
import type { XmlNode } from '../xml/xml-tree'
import { teiIds } from './tei-ids'
import { writeNames, writeSource } from './tei-source'

const phrases = {
  en: {
    made: 'Written with Variorum',
    state: (change: number, project: string) => `State: change ${change} of the project “${project}”.`,
    chosen: 'Chosen by:',
    coding: 'coding',
    furniture: 'What belongs to the page and not to the text: navigation, credits, running heads.'
  },
  'zh-CN': {
    made: '由 Variorum 写出',
    state: (change: number, project: string) => `状态：项目“${project}”的第 ${change} 次修改。`,
    chosen: '选择依据：',
    coding: '编码',
    furniture: '属于页面而非正文的内容：导航、署名、页眉。'
  }
} as const

export interface TeiHeader extends Pick<References, 'info' | 'themes'> {
  readonly page: TitlePage
  readonly language: 'en' | 'zh-CN'
  readonly title: string
  /** The texts of the file, in order. */
  readonly documents: readonly VariorumDocument[]
  readonly hasFurniture: boolean
}

/** The header: what the file is, what its texts were taken from, who coded, the codebook as a taxonomy. */
export function writeHeader(tei: XmlNode, header: TeiHeader): void {
  const { page, language, documents, info } = header
  const words = phrases[language]
  const node = tei.add('teiHeader', { 'xml:lang': language }).line()
  const file = node.add('fileDesc').line()
  const titles = file.add('titleStmt')
  const [only, ...others] = documents
  titles.add('title').text(header.title)
  if (only && others.length === 0)
    writeNames(titles, only, only.proposed.includes('author') ? { cert: 'low' } : {})
  for (const coder of Object.values<Coder>(info.coders)) writeCoder(titles, coder, words.coding)
  file.line()
  const published = file.add('publicationStmt')
  published.add('p').text(`${words.made} ${page.version}. ${words.state(page.change, page.project)}`)
  if (page.chosenBy !== '') published.add('p').text(`${words.chosen} ${page.chosenBy}`)
  file.line()
  const sources = file.add('sourceDesc').add('listBibl').line()
  for (const each of documents) {
    writeSource(sources, each)
    sources.line()
  }
  file.line()
  node.line()
  writeEncoding(node, header)
  const usage = node.add('profileDesc').add('langUsage')
  for (const tag of new Set(documents.map((each) => each.language)))
    usage.add('language', { ident: tag }).text(nameOf(tag, language))
  node.line()
  node.add('revisionDesc').add('change', { when: page.made }).text(words.made)
  node.line()
}

function writeCoder(parent: XmlNode, { id, name }: { id: CoderId; name: string }, coding: string): void {
  const person = parent.add('respStmt', { 'xml:id': teiIds.coder(id) })
  person.add('resp').text(coding)
  person.add('persName').text(name)
}

function writeEncoding(header: XmlNode, { page, themes, hasFurniture, language }: TeiHeader): void {
  const encoding = header.add('encodingDesc').line()
  const version = /^\d+(\.\d+){0,3}/.exec(page.version)?.[0] ?? '0'
  encoding.add('appInfo').add('application', { ident: 'Variorum', version }).add('label').text('Variorum')
  encoding.line()
  const all = Object.values<Theme>(themes).sort((a, b) => a.order - b.order)
  if (all.length > 0 || hasFurniture) {
    const declared = encoding.add('classDecl').line()
    if (all.length > 0) writeCodebook(declared, all)
    if (hasFurniture)
      declared
        .add('taxonomy')
        .add('category', { 'xml:id': teiIds.furniture })
        .add('catDesc')
        .text(phrases[language].furniture)
    encoding.line()
  }
  header.line()
}

/** The themes as a taxonomy, each under the one above it; those whose parent is missing, or that go in a ring, at the top. */
function writeCodebook(parent: XmlNode, all: readonly Theme[]): void {
  const taxonomy = parent.add('taxonomy', { 'xml:id': 'codebook' }).line()
  const below = new Map<ThemeId | null, Theme[]>()
  const known = new Set(all.map(({ id }) => id))
  for (const theme of all) {
    const above = theme.parent !== null && known.has(theme.parent) ? theme.parent : null
    below.set(above, [...(below.get(above) ?? []), theme])
  }
  const written = new Set<ThemeId>()
  const write = (into: XmlNode, theme: Theme) => {
    if (written.has(theme.id)) return
    written.add(theme.id)
    const category = into.add('category', {
      'xml:id': teiIds.theme(theme.id),
      style: `color: ${theme.colour}`
    })
    category.add('gloss').text(theme.name)
    for (const [type, prose] of [
      ['definition', theme.description],
      ['inclusion', theme.inclusion],
      ['exclusion', theme.exclusion],
      ['example', theme.example]
    ] as const)
      if (prose !== '') category.add('desc', { type }).text(prose)
    for (const each of below.get(theme.id) ?? []) write(category, each)
    into.line()
  }
  for (const theme of below.get(null) ?? []) write(taxonomy, theme)
  for (const theme of all) write(taxonomy, theme)
  parent.line()
}

/** The name of a language; its tag where there is none. */
function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
