import type { ParsedBlock } from '../../parsed'
import { apart, bare, marked, withoutSigns } from '../inline'
import { raised } from '../superscript'
import { isSymbolFont, signsIn } from '../symbol-fonts'
import { widthOf } from '../text-width'
import { isDataTable, placesIn } from './tables'

/** A block with the element that it was made of. `outside` tells navigation and the like by its tag. */
export interface FoundBlock extends Omit<ParsedBlock, 'furniture'> {
  readonly element: Element
  readonly outside: boolean
}

/** Names a block's number on its element, so that what is done to the tree later can be told of blocks. */
export const mark = 'data-variorum-block'
/** Says of an element what kind its blocks are, whatever its tag. */
export const kindMark = 'data-variorum-kind'
/** Says of an element that it does not belong to the text itself. */
export const outsideMark = 'data-variorum-outside'

/** Every visible text under an element as blocks, in order. Only text leaves here, never markup. */
export function blocksOfMarkup(root: Element): FoundBlock[] {
  const found: FoundBlock[] = []
  new Walker(found).walk(root, root.hasAttribute(outsideMark))
  return found
}

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'HEAD',
  // A title that is never closed swallows the page as text.
  'TITLE',
  'TEXTAREA',
  'NOEMBED',
  'NOFRAMES',
  'SELECT',
  'BUTTON',
  // How the characters beneath are read: no words of the text.
  'RT',
  'RP',
  'RTC'
])
const outsideTags = new Set(['NAV', 'FOOTER', 'ASIDE'])
const inlineTags = new Set(
  'A ABBR ACRONYM B BDI BDO BIG BLINK BR CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK MATH MI MN MO MROW MSUB MSUP MTEXT NOBR OUTPUT PICTURE Q RB RP RT RTC RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' '
  )
)
/** Deeper markup than this is not written by anybody; what lies below is read as one text. */
const deepest = 200

class Walker {
  private tables = 0

  constructor(private readonly found: FoundBlock[]) {}

  walk(element: Element, outside = false, kind: ParsedBlock['kind'] = 'paragraph', depth = 0): void {
    if (isHidden(element)) return
    if (depth > deepest) {
      this.push(textOf(element), element, outside, kind)
      return
    }
    if (nameOf(element) === 'TABLE' && isDataTable(element)) {
      this.table(element, outside)
      return
    }
    let run: string[] = []
    const flush = () => {
      const words = run.join('')
      // Set as it is typed, each line is one.
      const lines = nameOf(element) === 'PRE' ? words.split(/\r?\n/) : linesOf(words)
      for (const line of lines) this.push(line, element, outside, kindOf(element, kind))
      run = []
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) run.push(withoutSigns(child.textContent ?? ''))
      else if (child.nodeType === 1) {
        const inner = child as Element
        if (nameOf(inner) === 'BR') run.push(lineBreak)
        else if (isInline(inner)) run.push(textOf(inner))
        else {
          flush()
          this.walk(inner, outside || isOutside(inner), kindOf(inner, kind), depth + 1)
        }
      }
    }
    flush()
  }

  private push(text: string, element: Element, outside: boolean, kind: ParsedBlock['kind']): void {
    const own = marked(text)
    if (own.text === '') return
    const level = /^H[1-6]$/.test(nameOf(element)) ? { level: Number(nameOf(element).charAt(1)) } : {}
    element.setAttribute(mark, `${element.getAttribute(mark) ?? ''} ${this.found.length}`)
    this.found.push({ kind, ...level, ...own, element, outside })
  }

  private table(element: Element, outside: boolean): void {
    const number = this.tables++
    for (const { cell, row, column } of placesIn(element)) {
      cell.setAttribute(mark, ` ${this.found.length}`)
      const own = marked(textOf(cell))
      this.found.push({ kind: 'cell', table: number, row, column, ...own, element: cell, outside })
    }
  }
}

/** A break that is written, while words are gathered; a line end in the source is none. */
const lineBreak = '\n\u2028'
/** A line of verse is hardly longer, in widths of a Latin letter. */
const longestVerse = 60

/**
 * The blocks that breaks make of a run of words: several breaks part paragraphs. Three short lines and more are verse, and
 * each its own; else a break is the end of a line within a paragraph.
 */
function linesOf(words: string): string[] {
  if (!words.includes('\u2028')) return [words]
  return words.split(/\n\u2028(?:\s*\n\u2028)+/).flatMap((paragraph) => {
    const lines = paragraph.split('\n\u2028')
    const isVerse = lines.length > 2 && lines.every((line) => widthOf(bare(line).trim()) <= longestVerse)
    return isVerse ? lines : [lines.join('\n')]
  })
}

/** XHTML keeps its tags in lower case. */
function nameOf({ tagName }: Element): string {
  return tagName.toUpperCase()
}

function kindOf(element: Element, inherited: ParsedBlock['kind']): ParsedBlock['kind'] {
  if (element.getAttribute(kindMark) === 'note' || inherited === 'note') return 'note'
  const name = nameOf(element)
  if (/^H[1-6]$/.test(name)) return 'heading'
  if (name === 'LI' || name === 'DD' || name === 'DT') return 'list-item'
  if (name === 'BLOCKQUOTE') return 'quotation'
  if (name === 'FIGCAPTION' || name === 'CAPTION') return 'caption'
  return inherited
}

function isOutside(element: Element): boolean {
  if (element.hasAttribute(outsideMark)) return true
  return outsideTags.has(nameOf(element)) && element.getAttribute(kindMark) === null
}

function isInline(element: Element): boolean {
  return (
    inlineTags.has(nameOf(element)) &&
    element.getAttribute(kindMark) === null &&
    !Array.from(element.children).some((child) => !isInline(child))
  )
}

function isHidden(element: Element): boolean {
  return (
    skipped.has(nameOf(element)) ||
    element.hasAttribute('hidden') ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  )
}

/** The text under an element as a reader sees it: without scripts, styles and what is hidden, with signs of what is set apart. */
function textOf(root: Element, depth = 0): string {
  if (isHidden(root)) return ''
  if (depth > deepest) return withoutSigns(root.textContent ?? '')
  let words = ''
  for (const child of root.childNodes) {
    if (child.nodeType === 3) words += withoutSigns(child.textContent ?? '')
    else if (child.nodeType === 1) {
      const inner = textOf(child as Element, depth + 1)
      words += inlineTags.has(nameOf(child as Element)) ? inner : ` ${inner} `
    }
  }
  const name = nameOf(root)
  if (name === 'BR') return lineBreak
  if (name === 'A') return apart('link', words, root.getAttribute('href') ?? '')
  if (emphatic.has(name)) return apart('emphasis', words)
  if (name === 'STRONG' || name === 'B') return apart('strong', words)
  if (name === 'SUP') return raised(words)
  if (name === 'FONT') return inFont(words, root.getAttribute('face') ?? '')
  return setByStyle(words, root.getAttribute('style') ?? '')
}

const emphatic = new Set(['EM', 'I', 'CITE', 'DFN', 'VAR'])

/** Signs of the private area in a font that draws them. */
function inFont(words: string, names: string): string {
  const font = names.split(',').find(isSymbolFont)
  return font ? signsIn(font, words, { all: false }) : words
}

/** Word processors write italics and bold into the style of a span. */
function setByStyle(words: string, style: string): string {
  if (style === '') return words
  const own = inFont(words, /font-family\s*:\s*([^;]+)/i.exec(style)?.[1] ?? '')
  const slanted = /font-style\s*:\s*(italic|oblique)/i.test(style) ? apart('emphasis', own) : own
  return /font-weight\s*:\s*(bold|[6-9]00)/i.test(style) ? apart('strong', slanted) : slanted
}
