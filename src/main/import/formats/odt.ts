import type { ImportWarning } from '../../../shared/model/import-warning'
import { prefixed } from '../../../shared/model/inline-mark'
import type { ParsedBlock, ParsedPassage, RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { apart, bare, marked, withoutSigns } from './inline'
import { OdtComments } from './odt-comments'
import { raised } from './superscript'
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
  const { blocks, passages, lost } = reader.finish()
  const counted: ImportWarning[] = [
    { key: 'trackedChanges' as const, count: named(tree, 'changed-region').length },
    { key: 'comments' as const, count: passages.length },
    { key: 'partsLeftOut' as const, count: lost },
    { key: 'picturesLeftOut' as const, count: reader.pictures }
  ]
  const warnings = counted.filter(({ count }) => count > 0)
  return [{ blocks, passages, warnings, stated: statedIn(entryText(entries, 'meta.xml')), bare: true }]
}

class Reader {
  /** How many pictures there were. */
  pictures = 0
  private readonly blocks: ParsedBlock[] = []
  private readonly notes: ParsedBlock[] = []
  private readonly comments = new OdtComments()
  /** Text boxes whose paragraph is not written down yet. */
  private boxes: Element[] = []
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
      else if (name === 'annotation') this.comments.begin(child)
      else if (name === 'frame' || isShape(child)) this.boxed(child)
      else if (name !== 'tracked-changes' && name !== 'sequence-decls') this.children(child, kind)
      for (const box of this.takeBoxes()) this.children(box, 'paragraph')
    }
  }

  /** Notes stand after the text, as they do at the end of a printed one; comments are found in what has been made. */
  finish(): { blocks: ParsedBlock[]; passages: ParsedPassage[]; lost: number } {
    for (const note of this.notes) this.push(note)
    return { blocks: this.blocks, ...this.comments.passages(this.blocks) }
  }

  private push(block: ParsedBlock): void {
    if (block.text !== '' || block.kind === 'cell') this.blocks.push(block)
  }

  private table(table: Element): void {
    const number = this.tables++
    rowsOf(table).forEach((line, row) => {
      let column = 0
      for (const cell of line.children) {
        const own = this.joined(cell)
        const repeated = Math.min(mostRepeated, Number(attribute(cell, 'number-columns-repeated') ?? 1))
        for (let time = 0; time < (own.text === '' ? 1 : repeated); time++)
          this.push({ kind: 'cell', table: number, row, column: column + time, ...own, furniture: false })
        column += repeated
      }
    })
  }

  /** All that a cell or a note holds as one text: its paragraphs, lists, headings, boxes, and tables within. */
  private joined(holder: Element): Pick<ParsedBlock, 'text' | 'marks'> {
    const parts: string[] = []
    const gather = (parent: Element) => {
      for (const child of parent.children) {
        const name = localName(child)
        if (name === 'p' || name === 'h') parts.push(this.spoken(child))
        else if (name === 'annotation') this.comments.begin(child)
        else if (name === 'frame' || isShape(child)) this.boxed(child)
        else gather(child)
        for (const box of this.takeBoxes()) gather(box)
      }
    }
    gather(holder)
    return marked(parts.filter((part) => tidy(bare(part)) !== '').join(' '))
  }

  private words(element: Element): Pick<ParsedBlock, 'text' | 'marks'> {
    return marked(this.spoken(element))
  }

  /** The words of a paragraph, with signs of what is set apart. */
  private spoken(paragraph: Element): string {
    this.comments.beginParagraph()
    const words = this.read(paragraph)
    this.comments.endParagraph()
    return words
  }

  private read(node: Element): string {
    let words = ''
    for (const child of node.childNodes) {
      if (child.nodeType === 3) words += this.say(withoutSigns(child.textContent ?? ''))
      if (child.nodeType !== 1) continue
      const element = child as Element
      switch (localName(element)) {
        case 's':
        case 'tab':
          words += this.say(' ')
          break
        case 'line-break':
          words += this.say('\n')
          break
        case 'note':
          words += this.note(element)
          break
        case 'annotation':
          this.comments.begin(element)
          break
        case 'annotation-end':
          this.comments.end(attribute(element, 'name') ?? '')
          break
        case 'change':
        case 'change-start':
        case 'change-end':
          break
        case 'frame':
          this.boxed(element)
          break
        case 'a':
          words += apart('link', this.read(element), attribute(element, 'href') ?? '')
          break
        case 'span': {
          const own = this.read(element)
          words += this.setting.get(attribute(element, 'style-name') ?? '')?.(own) ?? own
          break
        }
        default:
          if (isShape(element)) this.boxed(element)
          else words += this.read(element)
      }
    }
    return words
  }

  private say(words: string): string {
    this.comments.words(words)
    return words
  }

  /** A frame or a shape: its text is one of its own, after the paragraph that it hangs on. */
  private boxed(frame: Element): void {
    const boxes = named(frame, 'text-box')
    if (boxes.length > 0)
      this.boxes.push(
        ...boxes.filter((each) => !boxes.some((other) => other !== each && other.contains(each)))
      )
    else if (isShape(frame)) this.boxes.push(frame)
    else if (named(frame, 'image').length > 0) this.pictures++
  }

  private takeBoxes(): Element[] {
    const boxes = this.boxes
    this.boxes = []
    return boxes
  }

  private note(element: Element): string {
    const mark = `[${tidy(firstNamed(element, 'note-citation')?.textContent)}]`
    const body = firstNamed(element, 'note-body')
    if (body) {
      const outer = this.takeBoxes()
      const own = this.comments.aside(() => this.joined(body))
      this.boxes = outer
      this.notes.push(prefixed({ kind: 'note', ...own, furniture: false }, `${mark} `))
    }
    return this.say(mark)
  }
}

/** A drawn shape with paragraphs in it. */
function isShape(element: Element): boolean {
  return element.tagName.startsWith('draw:') && childrenNamed(element, 'p').length > 0
}

/** The rows of a table, not those of tables in its cells. */
function rowsOf(table: Element): Element[] {
  return Array.from(table.children).flatMap((each) => {
    const name = localName(each)
    if (name === 'table-row') return [each]
    return /^table-(header-rows|rows|row-group)$/.test(name) ? rowsOf(each) : []
  })
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
