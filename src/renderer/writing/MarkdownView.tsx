import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { type MemoLink, memoLinks } from '../../shared/memos/links'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { goToTarget, labelOf } from './go-to-target'

/** Private-use characters stand in for the links while Markdown is parsed: their brackets mean something there too. */
const opening = '\uE000'
const closing = '\uE001'
const placeholder = /\uE000(\d+)\uE001/g

/** A memo for reading: its Markdown as elements of ours (no HTML of its own gets through), its links as buttons. */
export function MarkdownView({ text }: { text: string }) {
  const { tree, links } = useMemo(() => parsed(text), [text])
  return <div className="markdown">{childrenOf(tree, links)}</div>
}

function parsed(text: string) {
  const links = memoLinks(text)
  let source = ''
  let at = 0
  links.forEach(({ start, end }, index) => {
    source += `${text.slice(at, start)}${opening}${index}${closing}`
    at = end
  })
  source += text.slice(at)
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return { tree, links }
}

const tags: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  blockquote: 'blockquote',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td'
}

function childrenOf(node: Parents, links: readonly MemoLink[]): ReactNode[] {
  return node.children.map((child) => (
    <Fragment key={`${child.type} ${child.position?.start.offset}`}>{rendered(child, links)}</Fragment>
  ))
}

function rendered(node: Nodes, links: readonly MemoLink[]): ReactNode {
  switch (node.type) {
    case 'text':
      return withLinks(node.value, links)
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'html':
      return node.value
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'heading':
      return createElement(`h${Math.min(6, node.depth + 2)}`, null, childrenOf(node, links))
    case 'list':
      return createElement(node.ordered ? 'ol' : 'ul', null, childrenOf(node, links))
    case 'table':
      return (
        <table>
          <tbody>{childrenOf(node, links)}</tbody>
        </table>
      )
    case 'link':
      return (
        <span title={node.url}>
          {childrenOf(node, links)} <small>({node.url})</small>
        </span>
      )
    default: {
      const tag = tags[node.type]
      if (!('children' in node)) return null
      return tag ? createElement(tag, null, childrenOf(node, links)) : childrenOf(node, links)
    }
  }
}

function withLinks(text: string, links: readonly MemoLink[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(placeholder)) {
    const link = links[Number(match[1])]
    parts.push(text.slice(at, match.index))
    if (link) parts.push(<LinkButton key={link.start} link={link} />)
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return parts
}

function LinkButton({ link }: { link: MemoLink }) {
  const t = useT()
  // Drawn again when a theme or text gets another name.
  useProject((project) => project.state)
  const { label, gone } = labelOf(link.target, link.label)
  if (gone)
    return (
      <span className="memo-link gone" title={t('memos.gone')}>
        {label}
      </span>
    )
  return (
    <button
      type="button"
      className={`memo-link ${link.target.kind}`}
      onClick={(event) => {
        event.stopPropagation()
        goToTarget(link.target)
      }}
    >
      {label}
    </button>
  )
}
