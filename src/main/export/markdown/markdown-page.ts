import type { FootnoteDefinition, Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { plainLook } from '../html/look'
import { nodeHtml } from '../html/markdown-nodes'
import { type Html, type HtmlPart, html, trusted } from '../html/markup'

const styles = `h1,h2,h3,h4,h5,h6{line-height:1.3}h1{font-size:30px}h2{font-size:22px}h3{font-size:18px}
main>*+*{margin-top:14px}main>h2,main>h3,main>h4{margin-top:34px}blockquote{padding-left:18px;border-left:3px solid var(--rule)}
blockquote>*+*,li>*+*{margin-top:8px}ul,ol{padding-left:26px}table{border-collapse:collapse}td{padding:4px 8px;border:1px solid var(--rule)}
.footnotes{margin-top:44px;padding-top:14px;border-top:1px solid var(--rule);font-size:15px;color:var(--ink-2)}`

/** Markdown as a reader of it renders it (CommonMark, tables and footnotes of GitHub): a page without a script. */
export function markdownPage(markdown: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
  })
  const notes = footnotesOf(tree)
  const body = inside(tree, notes)
  const defined = [...notes.values()].map((note) => html`<li>${inside(note, notes)}</li>`)
  return html`<!doctype html>
<html><head><meta charset="utf-8"><title>·</title><style>${trusted(`${plainLook()}\n${styles}`)}</style></head>
<body><main class="page">${body}${defined.length > 0 && html`<ol class="footnotes">${defined}</ol>`}</main></body></html>`
    .markup
}

type Footnotes = ReadonlyMap<string, FootnoteDefinition>

/** In the order in which they are defined, which is that of their numbers. */
function footnotesOf(tree: Root): Footnotes {
  return new Map(
    tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : []
    )
  )
}

function inside(node: Parents, notes: Footnotes): HtmlPart[] {
  return node.children.map((child) => partHtml(child, notes))
}

function partHtml(node: Nodes, notes: Footnotes): HtmlPart {
  switch (node.type) {
    case 'text':
      return node.value
    case 'html':
      // The one mark that Markdown has none of its own for.
      return /^<\/?u>$/.test(node.value) ? trusted(node.value) : node.value
    case 'heading':
      return headingHtml(node.depth, inside(node, notes))
    case 'footnoteReference':
      return html`<sup>${[...notes.keys()].indexOf(node.identifier) + 1}</sup>`
    // At the end, under the rule.
    case 'footnoteDefinition':
    case 'definition':
      return null
    default:
      return nodeHtml(node, (parent) => inside(parent, notes))
  }
}

function headingHtml(depth: number, words: HtmlPart[]): Html {
  switch (depth) {
    case 1:
      return html`<h1>${words}</h1>`
    case 2:
      return html`<h2>${words}</h2>`
    case 3:
      return html`<h3>${words}</h3>`
    default:
      return html`<h4>${words}</h4>`
  }
}
