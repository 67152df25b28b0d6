import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { prefixed } from '../../../shared/model/inline-mark'
import { normaliseLineEnds } from '../../../shared/text/canonical'
import type { ParsedBlock, RawText, StatedMetadata } from '../parsed'
import { apart, marked, withoutSigns } from './inline'
import { raised } from './superscript'

/** Markdown (CommonMark with tables and footnotes), with the fields of a YAML front matter as stated metadata. */
export function parseMarkdown(source: string): RawText {
  const text = normaliseLineEnds(source)
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const body = (front ? text.slice(front[0].length) : text).replace(
    /<sup>([^<]*)<\/sup>/gi,
    (_, words: string) => raised(words)
  )
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
  })
  const blocks: ParsedBlock[] = []
  collect(tree, 'paragraph', blocks)
  return { blocks, ...(front ? frontMatter(front[1] ?? '') : { stated: {} }) }
}

function collect(parent: Parents, kind: ParsedBlock['kind'], blocks: ParsedBlock[]): void {
  for (const node of parent.children) {
    switch (node.type) {
      case 'heading':
        push(blocks, { kind: 'heading', level: node.depth, text: plain(node), furniture: false })
        break
      case 'paragraph':
        push(blocks, { kind, text: plain(node), furniture: false })
        break
      case 'code':
      case 'html':
        for (const line of node.value.replace(/<[^>]+>/g, '').split('\n'))
          push(blocks, { kind: 'paragraph', text: line, furniture: false })
        break
      case 'table':
        collectTable(node, blocks)
        break
      case 'blockquote':
        collect(node, 'quotation', blocks)
        break
      case 'footnoteDefinition':
        collectNote(node, blocks)
        break
      case 'list':
      case 'listItem':
        collect(node, 'list-item', blocks)
        break
      default:
        break
    }
  }
}

/** A footnote: its mark stands before its first words, as it does where it is referred to. */
function collectNote(note: FootnoteDefinition, blocks: ParsedBlock[]): void {
  const first = blocks.length
  collect(note, 'note', blocks)
  const [block] = blocks.slice(first)
  if (block) blocks[first] = prefixed(block, `[${markOf(note)}] `)
}

function markOf({ label, identifier }: FootnoteDefinition | FootnoteReference): string {
  return label ?? identifier
}

function collectTable(table: Table, blocks: ParsedBlock[]): void {
  const number = 1 + Math.max(-1, ...blocks.map((block) => block.table ?? -1))
  table.children.forEach((cells, row) => {
    cells.children.forEach((cell, column) => {
      blocks.push({ kind: 'cell', table: number, row, column, ...marked(plain(cell)), furniture: false })
    })
  })
}

function push(blocks: ParsedBlock[], block: ParsedBlock): void {
  const own = marked(block.text)
  if (own.text !== '') blocks.push({ ...block, ...own })
}

/** The words of a node, with signs of what is set apart. Lines of a paragraph are joined where it becomes a block. */
function plain(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${markOf(node)}]`
  if ('value' in node) return withoutSigns(node.value.replace(/<[^>]+>/g, ''))
  if ('alt' in node && typeof node.alt === 'string') return node.alt
  const words = 'children' in node ? node.children.map(plain).join('') : ''
  if (node.type === 'emphasis') return apart('emphasis', words)
  if (node.type === 'strong') return apart('strong', words)
  return node.type === 'link' ? apart('link', words, node.url) : words
}

const fields: Readonly<Record<string, keyof StatedMetadata>> = {
  title: 'title',
  date: 'published',
  published: 'published',
  author: 'author',
  publisher: 'publisher',
  language: 'language',
  lang: 'language',
  source: 'source',
  url: 'source'
}

/** The fields of a front matter: those that are known, and the others as attributes; lists are joined. */
function frontMatter(yaml: string): Pick<RawText, 'stated' | 'attributes'> {
  const stated: { -readonly [K in keyof StatedMetadata]: StatedMetadata[K] } = {}
  const attributes: Record<string, string> = {}
  const said = new Map<string, string[]>()
  let last: string[] | null = null
  for (const line of yaml.split('\n')) {
    const [, name, value = ''] = /^([\p{L}][\p{L}\p{N}_ -]*):(?:\s+(.*?))?\s*$/u.exec(line) ?? []
    const item = /^\s*-\s+(.+?)\s*$/.exec(line)?.[1]
    if (name !== undefined) {
      last = listed(value)
      said.set(name, last)
    } else if (item !== undefined && last) last.push(unquoted(item))
  }
  for (const [name, values] of said) {
    const field = fields[name.toLowerCase()]
    const value = values.join(field === 'author' ? '; ' : ', ')
    if (value === '') continue
    if (field) stated[field] = value
    else attributes[name] = value
  }
  return { stated, ...(Object.keys(attributes).length > 0 && { attributes }) }
}

/** A value, or those of a list in brackets. */
function listed(value: string): string[] {
  const inner = /^\[(.*)\]$/.exec(value)?.[1]
  if (inner !== undefined)
    return inner
      .split(',')
      .map((each) => unquoted(each.trim()))
      .filter(Boolean)
  return value === '' ? [] : [unquoted(value)]
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2')
}
