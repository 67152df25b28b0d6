import type { Nodes, Parents } from 'mdast'
import type { LinkTarget, MemoLink } from '../../../shared/memos/links'
import { isPlainMemo, linkedParts, memoTree } from '../memo-tree'
import { type Html, type HtmlPart, html } from './markup'
import { safeAddress } from './rich-html'

/** Where a link of a memo leads within the page, as a fragment (`#note-3`); null where it leads nowhere there. */
export type MemoTargets = (target: LinkTarget) => string | null

const nowhere: MemoTargets = () => null

/**
 * A memo as HTML. Its Markdown becomes elements of ours: HTML of its own is shown as it is typed, addresses lead only to
 * the network, pictures are named and not fetched. Headings become paragraphs, for they are none of the page's own.
 */
export function memoHtml(memo: string, targets: MemoTargets = nowhere): Html {
  return isPlainMemo(memo) ? plainMemoHtml(memo) : parsedMemoHtml(memo, targets)
}

/** A memo by way of a parser of Markdown. */
export function parsedMemoHtml(memo: string, targets: MemoTargets = nowhere): Html {
  const { tree, links } = memoTree(memo)
  return html`<div class="memo">${inside(tree, { links, targets })}</div>`
}

function plainMemoHtml(memo: string): Html {
  const paragraphs = memo
    .split(/\n *\n[\n ]*/)
    .map((each) => each.replace(/^ +| +$/gm, '').trim())
    .filter((each) => each !== '')
  return html`<div class="memo">${paragraphs.map((each) => html`<p>${each}</p>`)}</div>`
}

interface Links {
  readonly links: readonly MemoLink[]
  readonly targets: MemoTargets
}

function inside(node: Parents, links: Links): HtmlPart[] {
  return node.children.map((child) => nodeHtml(child, links))
}

function nodeHtml(node: Nodes, links: Links): HtmlPart {
  switch (node.type) {
    case 'text':
      return withLinks(node.value, links)
    case 'html':
      return node.value
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
      return html`<p>${inside(node, links)}</p>`
    case 'heading':
      return html`<p class="memo-heading">${inside(node, links)}</p>`
    case 'emphasis':
      return html`<em>${inside(node, links)}</em>`
    case 'strong':
      return html`<strong>${inside(node, links)}</strong>`
    case 'blockquote':
      return html`<blockquote>${inside(node, links)}</blockquote>`
    case 'list':
      if (!node.ordered) return html`<ul>${inside(node, links)}</ul>`
      return html`<ol start="${node.start ?? 1}">${inside(node, links)}</ol>`
    case 'listItem':
      return html`<li>${inside(node, links)}</li>`
    case 'table':
      return html`<table><tbody>${inside(node, links)}</tbody></table>`
    case 'tableRow':
      return html`<tr>${inside(node, links)}</tr>`
    case 'tableCell':
      return html`<td>${inside(node, links)}</td>`
    case 'link': {
      const address = safeAddress(node.url)
      const words = inside(node, links)
      return address === null ? words : html`<a href="${address}">${words}</a>`
    }
    default:
      return 'children' in node ? inside(node, links) : null
  }
}

function withLinks(text: string, { links, targets }: Links): HtmlPart[] {
  return linkedParts(text, links).map((part) => {
    if (typeof part === 'string') return part
    const address = targets(part.target)
    return address === null ? html`<em>${part.label}</em>` : html`<a href="${address}">${part.label}</a>`
  })
}
