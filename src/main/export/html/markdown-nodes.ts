import type { Nodes, Parents } from 'mdast'
import { type HtmlPart, html } from './markup'
import { safeAddress } from './rich-html'

/** What a node of Markdown holds, as HTML. */
type Inside = (node: Parents) => HtmlPart[]

/**
 * A node of Markdown as HTML, where that is the same wherever it stands; the rest (text, HTML, headings, notes) is for whoever
 * asks. Addresses lead only to the network; what is not known is told by what it holds.
 */
export function nodeHtml(node: Nodes, inside: Inside): HtmlPart {
  switch (node.type) {
    case 'inlineCode':
      return html`<code>${node.value}</code>`
    case 'code':
      return html`<pre><code>${node.value}</code></pre>`
    case 'break':
      return html`<br>`
    case 'thematicBreak':
      return html`<hr>`
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'paragraph':
      return html`<p>${inside(node)}</p>`
    case 'emphasis':
      return html`<em>${inside(node)}</em>`
    case 'strong':
      return html`<strong>${inside(node)}</strong>`
    case 'blockquote':
      return html`<blockquote>${inside(node)}</blockquote>`
    case 'list':
      return node.ordered
        ? html`<ol start="${node.start ?? 1}">${inside(node)}</ol>`
        : html`<ul>${inside(node)}</ul>`
    case 'listItem':
      return html`<li>${inside(node)}</li>`
    case 'table':
      return html`<table><tbody>${inside(node)}</tbody></table>`
    case 'tableRow':
      return html`<tr>${inside(node)}</tr>`
    case 'tableCell':
      return html`<td>${inside(node)}</td>`
    case 'link': {
      const address = safeAddress(node.url)
      const words = inside(node)
      return address === null ? words : html`<a href="${address}">${words}</a>`
    }
    default:
      return 'children' in node ? inside(node) : null
  }
}
