import { prefixed } from '../../../shared/model/inline-mark'
import type { ParsedBlock } from '../parsed'
import {
  apart,
  type MarkedWords,
  markedAndNamed,
  type NamedPlace,
  type NamedPoint,
  named,
  point,
  withoutSigns
} from './inline'
import { raised } from './superscript'
import { attribute, childrenNamed, localName, tidy } from './xml'

/** What stands in a line and not beside it. */
const blockTags = new Set(
  'div div1 div2 div3 div4 div5 div6 body front back group text lg list item table row cell head p l ab note quote cit figure figDesc sp speaker stage u opener closer salute dateline signed postscript trailer epigraph argument titlePage docTitle titlePart docAuthor docImprint docDate docEdition address addrLine castList castItem castGroup set floatingText listBibl listPerson'.split(
    ' '
  )
)
const passedOver = new Set(['teiHeader', 'fw', 'gap', 'lb', 'cb', 'milestone', 'standOff', 'facsimile'])

/** Where notes stand that are read in their place, and not behind the text. */
const divisions = /^(div[1-6]?|body|front|back)$/

/** A block with the names by which the file speaks of stretches of it. */
interface ReadBlock {
  readonly block: ParsedBlock
  readonly names: readonly NamedPlace[]
  readonly points: readonly NamedPoint[]
}

/** A stretch of a text that the file speaks of by a name: UTF-16 offsets in its block. */
export interface NamedInBlock extends NamedPlace {
  readonly block: number
}

/** A place that the file speaks of by a name (`anchor`): a UTF-16 offset in its block. */
export interface PointInBlock extends NamedPoint {
  readonly block: number
}

export class TeiReader {
  private readonly blocks: ReadBlock[] = []
  private readonly notes: ReadBlock[] = []
  private tables = 0
  private place: Pick<ParsedBlock, 'page' | 'pageLabel'> = {}
  private time: Pick<ParsedBlock, 'time'> = {}

  /** @param witness whose readings are read; null where there are none */
  constructor(private readonly witness: string | null) {}

  read(body: Element): ParsedBlock[] {
    return this.readNamed(body).blocks
  }

  /** The blocks of a text, and where its sentences (`s`, `seg`) and anchors stand in them that have names. */
  readNamed(body: Element): { blocks: ParsedBlock[]; names: NamedInBlock[]; points: PointInBlock[] } {
    this.walk(body, 'paragraph', 0)
    const all = [...this.blocks, ...this.notes]
    return {
      blocks: all.map(({ block }) => block),
      names: all.flatMap(({ names }, block) => names.map((each) => ({ ...each, block }))),
      points: all.flatMap(({ points }, block) => points.map((each) => ({ ...each, block })))
    }
  }

  private walk(element: Element, kind: ParsedBlock['kind'], depth: number): void {
    const name = localName(element)
    const own = kindOf(element, kind)
    if (name === 'table') {
      this.table(element)
      return
    }
    const level = Math.min(6, Math.max(1, depth))
    let run = ''
    const flush = () => {
      const read = markedIn(element, run)
      run = ''
      // With readings every version keeps the block, so that their blocks answer one another.
      if (read.words.text === '' && (this.witness === null || !isParagraph(name))) return
      this.push(element, own === 'heading' ? { kind: own, level } : { kind: own }, read)
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) run += withoutSigns(child.textContent ?? '')
      if (child.nodeType !== 1) continue
      const inner = child as Element
      if (isOwnBlock(inner) && divisions.test(name) && tidy(run) === '') this.ownNote(inner)
      else if (localName(inner) === 'note') run += this.note(inner, tidy(run) !== '')
      else if (!blockTags.has(localName(inner))) run += this.words(inner)
      else {
        if (tidy(run) !== '') flush()
        this.walk(inner, own === 'heading' ? kind : own, depth + (/^div/.test(localName(inner)) ? 1 : 0))
      }
    }
    if (tidy(run) !== '' || isParagraph(name)) flush()
  }

  private words(element: Element): string {
    const name = localName(element)
    if (name === 'pb') {
      this.place = pageOf(element)
      return ''
    }
    if (name === 'note') return this.note(element, true)
    // A word may go on in the next line.
    if (name === 'lb') return attribute(element, 'break') === 'no' ? '' : '\n'
    if (name === 'anchor') return point(attribute(element, 'id') ?? '')
    if (name === 'milestone') this.time = timeOf(element) ?? this.time
    if (passedOver.has(name)) return ''
    if (name === 'app') return this.reading(element)
    if (name === 'choice') return this.chosen(element)
    if (name === 'subst') return this.substituted(element)
    const id = name === 's' || name === 'seg' ? attribute(element, 'id') : null
    return id ? named(id, this.inner(element)) : setApart(element, this.inner(element))
  }

  private inner(element: Element): string {
    return Array.from(element.childNodes, (child) => {
      if (child.nodeType === 3) return withoutSigns(child.textContent ?? '')
      if (child.nodeType !== 1) return ''
      const words = this.words(child as Element)
      return blockTags.has(localName(child as Element)) ? ` ${words} ` : words
    }).join('')
  }

  /** Of what was written over something the newer words. */
  private substituted(element: Element): string {
    const added = childrenNamed(element, 'add')
    return added.length > 0 ? added.map((each) => this.words(each)).join('') : this.inner(element)
  }

  private reading(app: Element): string {
    const all = Array.from(app.children).filter((each) => /^(rdg|lem|rdgGrp)$/.test(localName(each)))
    const flat = all.flatMap((each) => (localName(each) === 'rdgGrp' ? Array.from(each.children) : [each]))
    const own = flat.find((each) => (attribute(each, 'wit') ?? '').split(/\s+/).includes(`#${this.witness}`))
    const used = own ?? flat.find((each) => localName(each) === 'lem')
    return used ? this.words(used) : ''
  }

  /** Of two ways of putting it the one that is meant to be read. */
  private chosen(choice: Element): string {
    const order = ['reg', 'corr', 'expan']
    const best = Array.from(choice.children).find((each) => order.includes(localName(each)))
    const used = best ?? choice.children[0]
    return used ? this.words(used) : ''
  }

  /** A note stands behind the text; its mark stays where it is referred to, if that is within a line. */
  private note(element: Element, isWithin: boolean): string {
    const { words, points } = markedIn(element, this.inner(element))
    if (words.text === '') return ''
    const note: ParsedBlock = { kind: 'note', ...words, furniture: isFurniture(element) }
    if (!isWithin) {
      this.notes.push({ block: note, names: [], points })
      return ''
    }
    const mark = `[${tidy(attribute(element, 'n')).replace(/^\[(.*)\]$/, '$1') || this.notes.length + 1}]`
    const shifted = points.map((each) => ({ ...each, at: each.at + mark.length + 1 }))
    this.notes.push({ block: prefixed(note, `${mark} `), names: [], points: shifted })
    return mark
  }

  /** A note that stands between paragraphs, and so is one of them. */
  private ownNote(element: Element): void {
    const read = markedIn(element, this.inner(element))
    if (read.words.text !== '') this.push(element, { kind: 'note' }, read)
  }

  private table(element: Element): void {
    const table = this.tables++
    for (const head of childrenNamed(element, 'head')) {
      const read = markedIn(head, this.words(head))
      if (read.words.text !== '') this.push(head, { kind: 'caption' }, read)
    }
    childrenNamed(element, 'row').forEach((line, row) => {
      childrenNamed(line, 'cell').forEach((cell, column) => {
        // It only holds the place of a cell that is not there.
        if (attribute(cell, 'role') === 'gap' && tidy(cell.textContent) === '') return
        this.push(cell, { kind: 'cell', table, row, column }, markedIn(cell, this.words(cell)))
      })
    })
  }

  private push(
    element: Element,
    kind: Pick<ParsedBlock, 'kind' | 'level' | 'table' | 'row' | 'column'>,
    { words, names, points }: { readonly words: MarkedWords } & Omit<ReadBlock, 'block'>
  ): void {
    const place = { ...this.place, ...this.time }
    this.time = {}
    this.blocks.push({
      block: { ...kind, ...words, furniture: isFurniture(element), ...place },
      names,
      points
    })
  }
}

/** A note that is printed where it stands (`place="inline"`). */
function isOwnBlock(element: Element): boolean {
  return localName(element) === 'note' && attribute(element, 'place') === 'inline'
}

/** The words of an element, their white space kept where it says so. */
function markedIn(element: Element, words: string) {
  return markedAndNamed(words, { keepsSpace: attribute(element, 'space') === 'preserve' })
}

/** Whether the file that this program has written says that a block belongs to the page and not to the text. */
function isFurniture(element: Element): boolean {
  return (attribute(element, 'ana') ?? '').split(/\s+/).includes('#furniture')
}

/** The time in a recording at which a block begins; null where a milestone says something else. */
function timeOf(element: Element): Pick<ParsedBlock, 'time'> | null {
  const time = tidy(attribute(element, 'n'))
  return attribute(element, 'unit') === 'time' && /^\d+:\d{2}:\d{2}$/.test(time) ? { time } : null
}

/** What a page is called; its number in the file where the break leads to that sheet of it (`facs="….pdf#page=3"`). */
function pageOf(element: Element): Pick<ParsedBlock, 'page' | 'pageLabel'> {
  const label = tidy(attribute(element, 'n'))
  const sheet = /#page=([1-9]\d{0,6})$/.exec(attribute(element, 'facs') ?? '')?.[1]
  if (sheet !== undefined) return { page: Number(sheet), ...labelledAs(label) }
  const page = Number(label)
  return Number.isInteger(page) && page > 0 ? { page } : labelledAs(label)
}

/** A page that has a name and no number: 12r, xiv. */
function labelledAs(label: string): Pick<ParsedBlock, 'pageLabel'> {
  return label === '' || label.length > 40 ? {} : { pageLabel: label }
}

function setApart(element: Element, words: string): string {
  const name = localName(element)
  if (name === 'ref') return apart('link', words, attribute(element, 'target') ?? '')
  const rend = attribute(element, 'rend') ?? attribute(element, 'rendition') ?? ''
  if (name === 'emph') return apart('emphasis', words)
  if (name !== 'hi') return words
  if (/\bsup/.test(rend)) return raised(words)
  if (/bold/.test(rend)) return apart('strong', words)
  return /ital|simple:i|^i$/.test(rend) ? apart('emphasis', words) : words
}

function isParagraph(name: string): boolean {
  return name === 'p' || name === 'ab' || name === 'l' || name === 'head'
}

function kindOf(element: Element, inherited: ParsedBlock['kind']): ParsedBlock['kind'] {
  const name = localName(element)
  if (name === 'head')
    return element.parentElement && localName(element.parentElement) === 'figure' ? 'caption' : 'heading'
  if (name === 'item') return 'list-item'
  if (name === 'quote' || name === 'cit') return 'quotation'
  if (name === 'figDesc' || name === 'figure') return 'caption'
  return inherited === 'heading' ? 'paragraph' : inherited
}
