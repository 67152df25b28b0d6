import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { ParsedBlock, RawText, StatedMetadata } from '../parsed'

/**
 * A saved web page: every visible text becomes a block; what stands outside the main text, as Readability finds it,
 * is proposed as furniture. Only text leaves here, never markup.
 */
export function parseHtml(source: string): RawText {
  const { document } = parseHTML(source)
  const found: FoundBlock[] = []
  const body = document.querySelector('body') ?? document.documentElement
  if (body) new Walker(found).walk(body)
  const title = document.querySelector('title')?.textContent ?? ''
  // Readability takes the heading that repeats the page's title out of the main text; it belongs to it.
  const main = mainBlocks(document)
  const blocks = found.map(({ element: _, outside, ...block }, index) => ({
    ...block,
    furniture:
      outside ||
      (main !== null && !main.has(index) && !(block.kind === 'heading' && title.includes(block.text)))
  }))
  return { blocks, stated: statedIn(document) }
}

/** The charset that a page declares in its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

interface FoundBlock extends Omit<ParsedBlock, 'furniture'> {
  readonly element: Element
  readonly outside: boolean
}

const mark = 'data-variorum-block'
const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'HEAD',
  'SELECT',
  'BUTTON'
])
const outsideTags = new Set(['NAV', 'FOOTER', 'ASIDE'])
const inlineTags = new Set(
  'A ABBR B BDI BDO BR CITE CODE DATA DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' '
  )
)

class Walker {
  private tables = 0

  constructor(private readonly found: FoundBlock[]) {}

  walk(element: Element, outside = false, kind: ParsedBlock['kind'] = 'paragraph'): void {
    if (isHidden(element)) return
    if (element.tagName === 'TABLE' && isDataTable(element)) {
      this.table(element, outside)
      return
    }
    let run: string[] = []
    const flush = () => {
      this.push(run.join(''), element, outside, kindOf(element, kind))
      run = []
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) run.push(child.textContent ?? '')
      else if (child.nodeType === 1) {
        const inner = child as Element
        if (inner.tagName === 'BR') flush()
        else if (isInline(inner)) run.push(isHidden(inner) ? '' : (inner.textContent ?? ''))
        else {
          flush()
          this.walk(inner, outside || outsideTags.has(inner.tagName), kindOf(inner, kind))
        }
      }
    }
    flush()
  }

  private push(text: string, element: Element, outside: boolean, kind: ParsedBlock['kind']): void {
    const tidy = text.replace(/\s+/g, ' ').trim()
    if (tidy === '') return
    const level = /^H[1-6]$/.test(element.tagName) ? { level: Number(element.tagName.charAt(1)) } : {}
    element.setAttribute(mark, `${element.getAttribute(mark) ?? ''} ${this.found.length}`)
    this.found.push({ kind, ...level, text: tidy, element, outside })
  }

  private table(element: Element, outside: boolean): void {
    const number = this.tables++
    Array.from(element.querySelectorAll('tr')).forEach((line, row) => {
      Array.from(line.children).forEach((cell, column) => {
        const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
        cell.setAttribute(mark, ` ${this.found.length}`)
        this.found.push({ kind: 'cell', table: number, row, column, text, element: cell, outside })
      })
    })
  }
}

function kindOf(element: Element, inherited: ParsedBlock['kind']): ParsedBlock['kind'] {
  const { tagName } = element
  if (/^H[1-6]$/.test(tagName)) return 'heading'
  if (tagName === 'LI' || tagName === 'DD' || tagName === 'DT') return 'list-item'
  if (tagName === 'BLOCKQUOTE') return 'quotation'
  if (tagName === 'FIGCAPTION' || tagName === 'CAPTION') return 'caption'
  return inherited
}

function isInline(element: Element): boolean {
  return inlineTags.has(element.tagName) && !Array.from(element.children).some((child) => !isInline(child))
}

function isHidden(element: Element): boolean {
  return (
    skipped.has(element.tagName.toUpperCase()) ||
    element.hasAttribute('hidden') ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  )
}

/** A table of data, not one that only lays a page out: rows of equal cells without tables inside. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table')) return false
  const rows = Array.from(table.querySelectorAll('tr'))
  return rows.length > 1 && rows.every((row) => row.children.length > 1)
}

/** The numbers of the blocks inside the main text; null where none is found. */
function mainBlocks(document: Document): Set<number> | null {
  const article = new Readability(document, { charThreshold: 200, keepClasses: true }).parse()
  if (!article?.content) return null
  const numbers = new Set<number>()
  for (const [, list] of article.content.matchAll(new RegExp(`${mark}="([\\d ]*)"`, 'g')))
    for (const number of (list ?? '').trim().split(' ')) numbers.add(Number(number))
  return numbers.size === 0 ? null : numbers
}

function statedIn(document: Document): StatedMetadata {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names)
      for (const attribute of ['name', 'property', 'itemprop']) {
        const content = document
          .querySelector(`meta[${attribute}="${name}"]`)
          ?.getAttribute('content')
          ?.trim()
        if (content) return content
      }
    return undefined
  }
  const fields: Record<keyof StatedMetadata, string | null | undefined> = {
    title: meta('og:title', 'dc.title', 'DC.title') ?? document.querySelector('title')?.textContent?.trim(),
    language: document.documentElement?.getAttribute('lang'),
    published: meta('article:published_time', 'dc.date', 'DC.date', 'datePublished', 'pubdate', 'date'),
    author: meta('author', 'dc.creator', 'DC.creator'),
    publisher: meta('og:site_name', 'dc.publisher', 'DC.publisher'),
    source: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as StatedMetadata
}
