import type { Block } from '../../../shared/model/text-content'
import { type Html, type HtmlPart, html } from './markup'

/** A block of a text, made: what is written before it (notes, bars), and its words. */
export interface MadeBlock {
  readonly block: Block
  readonly id: string
  readonly words: Html
  readonly beside?: HtmlPart
  readonly furniture: boolean
}

/**
 * The blocks of a text as elements: cells of one table as a table, list items as a list, headings below the page's own.
 *
 * @param top the level at which the text's first headings stand on the page
 */
export function blocksHtml(made: readonly MadeBlock[], top: number): Html {
  const parts: HtmlPart[] = []
  for (let at = 0; at < made.length; ) {
    const first = made[at]
    if (!first) break
    let end = at + 1
    const { table } = first.block
    if (table !== undefined) {
      while (made[end]?.block.table === table) end++
      parts.push(tableHtml(made.slice(at, end)))
    } else if (first.block.kind === 'list-item') {
      while (made[end]?.block.kind === 'list-item' && made[end]?.block.table === undefined) end++
      parts.push(listHtml(made.slice(at, end)))
    } else parts.push(blockHtml(first, top))
    at = end
  }
  return html`${parts}`
}

function attributes({ block, id, furniture }: MadeBlock): Html {
  const classes = `block ${block.kind}${furniture ? ' furniture' : ''}`
  return html` id="${id}" class="${classes}"${block.number !== null && html` data-n="${block.number}"`} dir="auto"`
}

function blockHtml(made: MadeBlock, top: number): Html {
  const own = attributes(made)
  const { block, words } = made
  const element = (() => {
    if (block.kind === 'heading') return headingHtml(Math.min(6, top + (block.level ?? 2) - 1), own, words)
    if (block.kind === 'quotation') return html`<blockquote${own}>${words}</blockquote>`
    return html`<p${own}>${words}</p>`
  })()
  return html`<div class="unit">${made.beside}${element}</div>\n`
}

function headingHtml(level: number, own: Html, words: Html): Html {
  if (level <= 2) return html`<h2${own}>${words}</h2>`
  if (level === 3) return html`<h3${own}>${words}</h3>`
  if (level === 4) return html`<h4${own}>${words}</h4>`
  if (level === 5) return html`<h5${own}>${words}</h5>`
  return html`<h6${own}>${words}</h6>`
}

function listHtml(items: readonly MadeBlock[]): Html {
  return html`<ul class="list">${items.map(
    (made) => html`<li class="unit">${made.beside}<div${attributes(made)}>${made.words}</div></li>\n`
  )}</ul>\n`
}

function tableHtml(cells: readonly MadeBlock[]): Html {
  const rows = new Map<number, MadeBlock[]>()
  for (const cell of cells) rows.set(cell.block.row ?? 0, [...(rows.get(cell.block.row ?? 0) ?? []), cell])
  return html`<div class="unit table">${cells.map(({ beside }) => beside)}<table><tbody>${[
    ...rows.values()
  ].map(
    (row) => html`<tr>${row.map((cell) => html`<td${attributes(cell)}>${cell.words}</td>`)}</tr>\n`
  )}</tbody></table></div>\n`
}
