import type { Nodes, Parents } from 'mdast'
import type { LinkTarget, MemoLink } from '../../../shared/memos/links'
import { isPlainMemo, linkedParts, memoTree } from '../memo-tree'
import { nodeHtml } from './markdown-nodes'
import { type Html, type HtmlPart, html } from './markup'

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
  return node.children.map((child) => partHtml(child, links))
}

function partHtml(node: Nodes, links: Links): HtmlPart {
  switch (node.type) {
    case 'text':
      return withLinks(node.value, links)
    case 'html':
      return node.value
    case 'heading':
      return html`<p class="memo-heading">${inside(node, links)}</p>`
    default:
      return nodeHtml(node, (parent) => inside(parent, links))
  }
}

function withLinks(text: string, { links, targets }: Links): HtmlPart[] {
  return linkedParts(text, links).map((part) => {
    if (typeof part === 'string') return part
    const address = targets(part.target)
    return address === null ? html`<em>${part.label}</em>` : html`<a href="${address}">${part.label}</a>`
  })
}
