import type { Block } from '../../../shared/model/text-content'
import { blockSpans } from '../../../shared/text/canonical'
import type { XmlAttributes, XmlNode } from '../xml/xml-tree'
import { teiIds } from './tei-ids'
import { type Anchor, type NamedStretch, writeInline } from './tei-inline'

/** A text as it goes into a `body`; sentences and anchors by their places in the canonical text (UTF-16), in order. */
export interface BodyText {
  readonly blocks: readonly Block[]
  readonly furniture: readonly number[]
  readonly sentences: readonly NamedStretch[]
  readonly anchors: readonly Anchor[]
  /** The name of the file that the text came in; pages are sheets of it. */
  readonly original: string
}

/** White space that a reader of XML would not keep. */
const untidy = /^\s|\s$|\s\s|[^\S ]/

/** Writes the blocks of a text: divisions by their headings, lists and tables put together of what stands side by side. */
export function writeBody(body: XmlNode, text: BodyText): void {
  new BodyWriter(body, text).write()
}

class BodyWriter {
  /** The divisions that are open, the body first. */
  private readonly open: XmlNode[]
  private list: XmlNode | null = null
  private table: { node: XmlNode; number: number; row: XmlNode | null; at: number; column: number } | null =
    null
  private place = ''
  /** Whether anything stands in the body that may stand in it alone. */
  private isBody = false
  private nextSentence = 0
  private nextAnchor = 0

  constructor(
    body: XmlNode,
    private readonly text: BodyText
  ) {
    this.open = [body]
  }

  write(): void {
    const { blocks, furniture } = this.text
    const marked = new Set(furniture)
    const spans = blockSpans(blocks)
    for (const [index, block] of blocks.entries()) {
      const at = spans[index]?.start ?? 0
      const node = this.nodeFor(block, blocks[index + 1], {
        n: block.number === null ? null : String(block.number),
        ...(marked.has(index) ? { ana: `#${teiIds.furniture}` } : {}),
        ...(untidy.test(block.text) ? { 'xml:space': 'preserve' } : {})
      })
      this.writePlace(node, block)
      const end = at + block.text.length
      writeInline(node, {
        text: block.text,
        marks: block.marks ?? [],
        sentences: this.sentencesUpTo(at, end),
        anchors: this.anchorsUpTo(at, end, index + 1 === blocks.length)
      })
    }
    if (!this.isBody) this.open[0]?.add('p')
  }

  private get within(): XmlNode {
    const node = this.open.at(-1)
    if (!node) throw new Error('the body is closed')
    return node
  }

  private nodeFor(block: Block, next: Block | undefined, attributes: XmlAttributes): XmlNode {
    if (block.kind !== 'list-item') this.list = null
    if (block.kind !== 'cell' && !(block.kind === 'caption' && next?.kind === 'cell')) this.table = null
    switch (block.kind) {
      case 'heading':
        this.divide(block.level ?? 1)
        return this.added('head', attributes)
      case 'list-item':
        this.list ??= this.added('list')
        this.isBody = true
        return this.list.add('item', attributes)
      case 'cell':
        return this.cell(block, attributes)
      case 'caption':
        if (next?.kind !== 'cell') return this.added('figure').add('head', attributes)
        this.table = this.newTable(next.table ?? 0)
        return this.table.node.add('head', attributes)
      case 'quotation':
        this.isBody = true
        return this.added('quote', attributes)
      case 'note':
        return this.added('note', { ...attributes, place: 'inline' })
      case 'paragraph':
        this.isBody = true
        return this.added('p', attributes)
    }
  }

  private added(name: string, attributes: XmlAttributes = {}): XmlNode {
    return this.within.line().add(name, attributes)
  }

  /** Opens the division that a heading of a level begins: as many deep as its level says. */
  private divide(level: number): void {
    while (this.open.length > level) this.open.pop()
    while (this.open.length <= level) this.open.push(this.added('div'))
    this.isBody = true
  }

  private newTable(number: number) {
    this.isBody = true
    return { node: this.added('table'), number, row: null, at: -1, column: 0 }
  }

  /** A cell in its row and column; where cells before it are missing, empty ones hold their place. */
  private cell(block: Block, attributes: XmlAttributes): XmlNode {
    const { table: number = 0, row = 0, column = 0 } = block
    const known = this.table
    const fits = known?.number === number && (row > known.at || (row === known.at && column >= known.column))
    const table = fits ? known : this.newTable(number)
    this.table = table
    while (table.at < row) {
      table.row = table.node.add('row')
      table.at++
      table.column = 0
      if (table.at < row) table.row.add('cell', { role: 'gap' })
    }
    const line = table.row ?? table.node.add('row')
    for (; table.column < column; table.column++) line.add('cell', { role: 'gap' })
    table.column++
    return line.add('cell', attributes)
  }

  /** Where the block stands in what the text came from: page breaks where the page is another, the time of each block. */
  private writePlace(node: XmlNode, { page, pageLabel, time }: Block): void {
    const place = `${page ?? ''}\n${pageLabel ?? ''}`
    if ((page !== undefined || pageLabel !== undefined) && place !== this.place) {
      const facs =
        page === undefined || pageLabel === undefined
          ? null
          : `${encodedName(this.text.original)}#page=${page}`
      node.add('pb', { n: pageLabel ?? String(page), facs })
      this.place = place
    }
    if (time !== undefined) node.add('milestone', { unit: 'time', n: time })
  }

  private sentencesUpTo(at: number, end: number): NamedStretch[] {
    const own: NamedStretch[] = []
    for (;;) {
      const next = this.text.sentences[this.nextSentence]
      if (!next || next.start >= end) return own
      this.nextSentence++
      own.push({ id: next.id, start: next.start - at, end: next.end - at })
    }
  }

  private anchorsUpTo(at: number, end: number, isLast: boolean): Anchor[] {
    const own: Anchor[] = []
    for (;;) {
      const next = this.text.anchors[this.nextAnchor]
      if (!next || (next.at > end && !isLast)) return own
      this.nextAnchor++
      own.push({ ...next, at: Math.max(0, Math.min(next.at, end) - at) })
    }
  }
}

/** A file's name as it may stand in an address. */
function encodedName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD'))
}
