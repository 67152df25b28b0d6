import type { ImportWarning } from '../../../shared/model/import-warning'
import type { ParsedBlock, ParsedPassage, RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { apart, bare, marked, withoutSigns } from './inline'
import { instantOf } from './instant'
import { raised } from './raised'
import { attribute, childrenNamed, firstNamed, localName, named, parseXml, tidy } from './xml'

const mostRepeated = 1000

/**
 * An OpenDocument text: headings, lists, tables, footnotes and endnotes. Tracked changes are taken as accepted, and
 * counted; annotations become passages with a memo.
 */
export async function parseOdt({ bytes }: Source): Promise<RawText[]> {
  const entries = unpack(bytes, (name) => /^(content\.xml|meta\.xml|META-INF\/manifest\.xml)$/.test(name))
  if (/encryption-data/.test(entryText(entries, 'META-INF/manifest.xml') ?? ''))
    throw new Error('it is encrypted')
  const content = entryText(entries, 'content.xml')
  if (content === null) throw new Error('there is no text in it')
  const tree = parseXml(content)
  const body = named(tree, 'text').find((each) => each.tagName === 'office:text')
  const reader = new Reader(quotationStyles(tree), settingsOf(tree))
  if (body) reader.children(body, 'paragraph')
  reader.finishNotes()
  const changes = named(tree, 'changed-region').length
  const warnings: ImportWarning[] = [
    ...(changes > 0 ? [{ key: 'trackedChanges' as const, count: changes }] : []),
    ...(reader.passages.length > 0 ? [{ key: 'comments' as const, count: reader.passages.length }] : [])
  ]
  const { blocks, passages } = reader
  return [{ blocks, passages, warnings, stated: statedIn(entryText(entries, 'meta.xml')), bare: true }]
}

/** What is being said while a paragraph is read: its words so far, and the comments that are open in it. */
interface Line {
  text: string
}

class Reader {
  readonly blocks: ParsedBlock[] = []
  readonly passages: ParsedPassage[] = []
  private readonly notes: ParsedBlock[] = []
  private readonly open = new Map<string, { start: number; memo: string; created: string | null }>()
  private length = 0
  private tables = 0

  /** @param setting how spans of a style are set apart, by the style's name */
  constructor(
    private readonly quotations: ReadonlySet<string>,
    private readonly setting: ReadonlyMap<string, (words: string) => string>
  ) {}

  children(parent: Element, kind: ParsedBlock['kind']): void {
    for (const child of parent.children) {
      const name = localName(child)
      if (name === 'h') {
        const level = Math.min(6, Math.max(1, Number(attribute(child, 'outline-level') ?? 1)))
        this.push({ kind: 'heading', level, ...this.words(child), furniture: false })
      } else if (name === 'p') {
        const quoted = kind === 'paragraph' && this.quotations.has(attribute(child, 'style-name') ?? '')
        this.push({ kind: quoted ? 'quotation' : kind, ...this.words(child), furniture: false })
      } else if (name === 'list') this.children(child, 'list-item')
      else if (name === 'list-item' || name === 'list-header' || name === 'section')
        this.children(child, kind)
      else if (name === 'table') this.table(child)
      else if (name !== 'tracked-changes' && name !== 'sequence-decls') this.children(child, kind)
    }
  }

  /** Notes stand after the text, as they do at the end of a printed one. */
  finishNotes(): void {
    for (const note of this.notes) this.push(note)
  }

  private push(block: ParsedBlock): void {
    if (block.text === '' && block.kind !== 'cell') return
    this.blocks.push(block)
    this.length += block.text.length + 1
  }

  private table(table: Element): void {
    const number = this.tables++
    let row = 0
    for (const line of named(table, 'table-row')) {
      let column = 0
      for (const cell of line.children) {
        const text = childrenNamed(cell, 'p')
          .map((each) => this.words(each).text)
          .join(' ')
        const repeated = Math.min(mostRepeated, Number(attribute(cell, 'number-columns-repeated') ?? 1))
        for (let time = 0; time < (text === '' ? 1 : repeated); time++)
          this.push({ kind: 'cell', table: number, row, column: column + time, text, furniture: false })
        column += repeated
      }
      row++
    }
  }

  private words(element: Element): Pick<ParsedBlock, 'text' | 'marks'> {
    const line: Line = { text: '' }
    this.read(element, line)
    const own = marked(line.text)
    const { text } = own
    for (const [name, comment] of this.open)
      if (comment.start >= this.length && name.startsWith('!')) {
        // An annotation without an end stands on its whole paragraph.
        if (text !== '')
          this.passages.push({
            ...nothingElse,
            ...comment,
            start: this.length,
            end: this.length + text.length
          })
        this.open.delete(name)
      }
    return own
  }

  private read(node: Element, line: Line): void {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) line.text += withoutSigns(child.textContent ?? '')
      if (child.nodeType !== 1) continue
      const element = child as Element
      switch (localName(element)) {
        case 's':
        case 'tab':
        case 'line-break':
          line.text += ' '
          break
        case 'note':
          line.text += this.note(element)
          break
        case 'annotation':
          this.comment(element, line)
          break
        case 'annotation-end':
          this.closeComment(attribute(element, 'name') ?? '', line)
          break
        case 'change':
        case 'change-start':
        case 'change-end':
        case 'frame':
          break
        case 'a':
          this.inside(element, line, (words) => apart('link', words, attribute(element, 'href') ?? ''))
          break
        case 'span':
          this.inside(element, line, this.setting.get(attribute(element, 'style-name') ?? ''))
          break
        default:
          this.read(element, line)
      }
    }
  }

  /** Reads words that are set apart; comments are told by how many words stand before them, so the signs come last. */
  private inside(element: Element, line: Line, set: ((words: string) => string) | undefined): void {
    const before = line.text
    this.read(element, line)
    if (set) line.text = before + set(line.text.slice(before.length))
  }

  private note(element: Element): string {
    const mark = `[${tidy(firstNamed(element, 'note-citation')?.textContent)}]`
    const body = firstNamed(element, 'note-body')
    const text = body
      ? tidy(
          childrenNamed(body, 'p')
            .map((each) => each.textContent)
            .join(' ')
        )
      : ''
    this.notes.push({ kind: 'note', text: `${mark} ${text}`, furniture: false })
    return mark
  }

  private comment(element: Element, line: Line): void {
    const words = childrenNamed(element, 'p').map((each) => tidy(each.textContent))
    const author = tidy(firstNamed(element, 'creator')?.textContent)
    const memo = [author, words.filter(Boolean).join('\n\n')].filter(Boolean).join(': ')
    const name = attribute(element, 'name')
    const created = instantOf(tidy(firstNamed(element, 'date')?.textContent))
    const start = this.length + tidyStart(bare(line.text))
    this.open.set(name ?? `!${this.open.size}`, { start, memo, created })
  }

  private closeComment(name: string, line: Line): void {
    const comment = this.open.get(name)
    if (!comment) return
    this.open.delete(name)
    const end = this.length + tidy(bare(line.text)).length
    if (end > comment.start) this.passages.push({ ...nothingElse, ...comment, end })
  }
}

/** Styles of quotations, and the automatic ones made of them. */
function quotationStyles(tree: Document): Set<string> {
  const isQuotation = (name: string | null) => /quot|引用/i.test(name ?? '')
  return new Set([
    'Quotations',
    'Quote',
    ...named(tree, 'style')
      .filter(
        (each) => isQuotation(attribute(each, 'parent-style-name')) || isQuotation(attribute(each, 'name'))
      )
      .map((each) => attribute(each, 'name') ?? '')
  ])
}

/** Automatic styles of words in italics or bold, or raised. */
function settingsOf(tree: Document): Map<string, (words: string) => string> {
  const settings = new Map<string, (words: string) => string>([
    ['Emphasis', (words) => apart('emphasis', words)],
    ['Strong_20_Emphasis', (words) => apart('strong', words)]
  ])
  for (const style of named(tree, 'style')) {
    const properties = childrenNamed(style, 'text-properties')[0]
    if (!properties || attribute(style, 'family') !== 'text') continue
    const said = (name: string) => attribute(properties, name) ?? ''
    const italic = /italic|oblique/.test(said('font-style'))
    const bold = /bold|[6-9]00/.test(said('font-weight'))
    const above = /^super|^[1-9]/.test(said('text-position'))
    if (!italic && !bold && !above) continue
    settings.set(attribute(style, 'name') ?? '', (words) => {
      const figures = above ? raised(words) : words
      const slanted = italic ? apart('emphasis', figures) : figures
      return bold ? apart('strong', slanted) : slanted
    })
  }
  return settings
}

/** What a comment does not say. */
const nothingElse = { themes: [], coder: '' }

/** Where the next word will stand once white space is tidied. */
function tidyStart(text: string): number {
  const so = tidy(text)
  return so === '' ? 0 : so.length + (/\s$/.test(text) ? 1 : 0)
}

function statedIn(meta: string | null): StatedMetadata {
  if (meta === null) return {}
  const tree = parseXml(meta)
  const said = (name: string) => tidy(firstNamed(tree, name)?.textContent)
  const fields: Partial<Record<keyof StatedMetadata, string>> = {
    title: said('title'),
    language: said('language'),
    author: said('initial-creator') || said('creator')
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}
