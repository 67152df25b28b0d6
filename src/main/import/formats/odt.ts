import type { ImportWarning } from '../../../shared/model/import-warning'
import { prefixed } from '../../../shared/model/inline-mark'
import type { ParsedBlock, ParsedPassage, RawText, Source, StatedMetadata } from '../parsed'
import { entryText, unpack } from './archive'
import { apart, bare, marked, withoutSigns } from './inline'
import { OdtComments } from './odt-comments'
import { isItem, OdtNumbers, type OpenList } from './odt-numbers'
import { raised } from './superscript'
import { isSymbolFont, signsIn } from './symbol-fonts'
import { attribute, childrenNamed, firstNamed, localName, named, parseXml, tidy } from './xml'

const mostRepeated = 1000

/**
 * An OpenDocument text: headings, lists, tables, footnotes and endnotes. Tracked changes are taken as accepted, and
 * counted; annotations become passages with a memo.
 */
export async function parseOdt({ bytes }: Source): Promise<RawText[]> {
  const entries = unpack(bytes, (name) =>
    /^(content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/.test(name)
  )
  if (/encryption-data/.test(entryText(entries, 'META-INF/manifest.xml') ?? ''))
    throw new Error('it is encrypted')
  const content = entryText(entries, 'content.xml')
  if (content === null) throw new Error('there is no text in it')
  const tree = parseXml(content)
  const body = named(tree, 'text').find((each) => each.tagName === 'office:text')
  const styles = entryText(entries, 'styles.xml')
  const trees = styles === null ? [tree] : [tree, parseXml(styles)]
  const reader = new Reader(
    stylesLike(trees, /quot|引用/i),
    stylesLike(trees, /^title$|^标题$/i),
    settingsOf(trees),
    new OdtNumbers(trees)
  )
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
  /** The list that is open, and what its item has for a number, before the first paragraph of it. */
  private list: OpenList | null = null
  private label = ''

  /** @param setting how words of a style are set apart, by the style's name */
  constructor(
    private readonly quotations: ReadonlySet<string>,
    private readonly titles: ReadonlySet<string>,
    private readonly setting: ReadonlyMap<string, (words: string) => string>,
    private readonly numbers: OdtNumbers
  ) {}

  children(parent: Element, kind: ParsedBlock['kind']): void {
    for (const child of parent.children) {
      const name = localName(child)
      if (name === 'h') {
        const level = Math.min(6, Math.max(1, Number(attribute(child, 'outline-level') ?? 1)))
        this.label = attribute(child, 'is-list-header') === 'true' ? '' : this.numbers.ofHeading(level)
        this.push({ kind: 'heading', level, ...this.words(child), furniture: false })
      } else if (name === 'p') {
        const style = attribute(child, 'style-name') ?? ''
        const isTitle = kind === 'paragraph' && this.titles.has(style)
        const quoted = kind === 'paragraph' && this.quotations.has(style)
        const own = isTitle
          ? { kind: 'heading' as const, level: 1 }
          : { kind: quoted ? ('quotation' as const) : kind }
        this.push({ ...own, ...this.words(child), furniture: false })
      } else if (name === 'list') this.inList(child, () => this.children(child, 'list-item'))
      else if (isItem(child) && this.list) {
        this.label = this.numbers.ofItem(child, this.list)
        this.children(child, kind)
        this.label = ''
      } else if (name === 'list-item' || name === 'list-header' || name === 'section')
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

  private inList(list: Element, read: () => void): void {
    const outer = this.list
    this.list = this.numbers.begin(list, outer)
    read()
    this.list = outer
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
        else if (name === 'list') this.inList(child, () => gather(child))
        else {
          if (isItem(child) && this.list) this.label = this.numbers.ofItem(child, this.list)
          gather(child)
        }
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
    const label = this.label === '' ? '' : this.say(`${withoutSigns(this.label).trimEnd()} `)
    this.label = ''
    const own = label + this.read(paragraph)
    const words = this.setting.get(attribute(paragraph, 'style-name') ?? '')?.(own) ?? own
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
        // How the characters beneath are read: no words of the text.
        case 'ruby-text':
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

/** Styles of a name, and the automatic ones made of them. */
function stylesLike(trees: readonly Document[], name: RegExp): Set<string> {
  const own = trees
    .flatMap((tree) => named(tree, 'style'))
    .filter((each) => ['name', 'parent-style-name'].some((said) => name.test(attribute(each, said) ?? '')))
    .map((each) => attribute(each, 'name') ?? '')
  return new Set(['Quotations', 'Quote', 'Title'].filter((each) => name.test(each)).concat(own))
}

/** Styles of words in italics or bold, or raised, or in a font of signs; of the last also those of paragraphs. */
function settingsOf(trees: readonly Document[]): Map<string, (words: string) => string> {
  const settings = new Map<string, (words: string) => string>([
    ['Emphasis', (words) => apart('emphasis', words)],
    ['Strong_20_Emphasis', (words) => apart('strong', words)]
  ])
  const faces = new Map(
    trees
      .flatMap((tree) => named(tree, 'font-face'))
      .map((face) => [attribute(face, 'name') ?? '', attribute(face, 'font-family') ?? ''])
  )
  for (const style of trees.flatMap((tree) => named(tree, 'style'))) {
    const properties = childrenNamed(style, 'text-properties')[0]
    if (!properties) continue
    const said = (name: string) => attribute(properties, name) ?? ''
    const font = faces.get(said('font-name')) ?? said('font-name')
    if (isSymbolFont(font)) {
      settings.set(attribute(style, 'name') ?? '', (words) => signsIn(font, words, { all: false }))
      continue
    }
    if (attribute(style, 'family') !== 'text') continue
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
