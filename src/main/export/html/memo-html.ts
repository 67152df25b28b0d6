import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type LinkTarget, type MemoLink, memoLinks } from '../../../shared/memos/links'
import { type Html, type HtmlPart, html } from './markup'
import { safeAddress } from './rich-html'

/** Where a link of a memo leads within the page, as a fragment (`#note-3`); null where it leads nowhere there. */
export type MemoTargets = (target: LinkTarget) => string | null

const nowhere: MemoTargets = () => null

/** Private-use characters stand in for the links while Markdown is parsed: their brackets mean something there too. */
const placeholder = /\uE000(\d+)\uE001/g

/**
 * A memo as HTML. Its Markdown becomes elements of ours: HTML of its own is shown as it is typed, addresses lead only to
 * the network, pictures are named and not fetched. Headings become paragraphs, for they are none of the page's own.
 */
export function memoHtml(memo: string, targets: MemoTargets = nowhere): Html {
  return isPlain(memo) ? plainMemoHtml(memo) : parsedMemoHtml(memo, targets)
}

/** A memo by way of a parser of Markdown. */
export function parsedMemoHtml(memo: string, targets: MemoTargets = nowhere): Html {
  const links = memoLinks(memo)
  let source = ''
  let at = 0
  links.forEach(({ start, end }, index) => {
    source += `${memo.slice(at, start)}\uE000${index}\uE001`
    at = end
  })
  source += memo.slice(at)
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return html`<div class="memo">${inside(tree, { links, targets })}</div>`
}

/** Words and the punctuation that means nothing to Markdown; no line that it would take for a list, a rule or code. */
const plainSigns = /^[\p{L}\p{M}\p{N} ,;?!'"“”‘’()…。，、；：？！（）《》—–.:/%\n-]*$/u
const blockStart = /^ *(?:-|\d{1,9}[.)]| {4})|(?: {2}|\S\n {4,})/m

/** Whether a memo reads as it is typed: most do, and parsing Markdown is most of the time that a page takes. */
function isPlain(memo: string): boolean {
  return plainSigns.test(memo) && !blockStart.test(memo)
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
  const parts: HtmlPart[] = []
  let at = 0
  for (const match of text.matchAll(placeholder)) {
    parts.push(text.slice(at, match.index))
    const link = links[Number(match[1])]
    const address = link ? targets(link.target) : null
    if (!link) parts.push(match[0])
    else if (address === null) parts.push(html`<em>${link.label}</em>`)
    else parts.push(html`<a href="${address}">${link.label}</a>`)
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return parts
}
