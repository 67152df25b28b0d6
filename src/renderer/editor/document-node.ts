import type { Node } from 'prosemirror-model'
import type { Block } from '../../shared/model/text-content'
import { schema } from './schema'
import { textNodes } from './text-nodes'

const segmentBlocks = 100
const segmentCharacters = 20_000

interface Built {
  readonly furniture: string
  readonly node: Node
}

const built = new WeakMap<readonly Block[], Built>()

/**
 * The ProseMirror document of a text. Block `index` counts from 0 over the whole text. Built once for the same blocks and
 * furniture: nodes are immutable, and one comes back to a book often.
 */
export function documentNode(blocks: readonly Block[], furniture: ReadonlySet<number>): Node {
  const key = [...furniture].join(' ')
  const known = built.get(blocks)
  if (known?.furniture === key) return known.node
  const node = build(blocks, furniture)
  built.set(blocks, { furniture: key, node })
  return node
}

function build(blocks: readonly Block[], furniture: ReadonlySet<number>): Node {
  const segments: Node[] = []
  let children: Node[] = []
  let characters = 0
  const close = () => {
    if (children.length > 0) segments.push(schema.node('segment', null, children))
    children = []
    characters = 0
  }
  for (let index = 0; index < blocks.length; ) {
    const table = blocks[index]?.table
    const end = table === undefined ? index + 1 : endOfTable(blocks, index, table)
    const own = blocks.slice(index, end)
    const made =
      table === undefined ? blockNode('block', own[0], index, furniture) : tableNode(own, index, furniture)
    children.push(made)
    characters += made.nodeSize
    if (children.length >= segmentBlocks || characters >= segmentCharacters) close()
    index = end
  }
  close()
  return schema.node('doc', null, segments)
}

function endOfTable(blocks: readonly Block[], from: number, table: number): number {
  let end = from
  while (end < blocks.length && blocks[end]?.table === table) end++
  return end
}

function blockNode(
  type: 'block' | 'cell',
  block: Block | undefined,
  index: number,
  furniture: ReadonlySet<number>
): Node {
  const { kind = 'paragraph', level = 2, number = null, text = '' } = block ?? {}
  const attrs = { index, kind, level, number, furniture: furniture.has(index) }
  return schema.node(type, attrs, textNodes(text, block?.marks))
}

function tableNode(cells: readonly Block[], from: number, furniture: ReadonlySet<number>): Node {
  const rows = new Map<number, Node[]>()
  cells.forEach((cell, offset) => {
    const row = rows.get(cell.row ?? 0) ?? []
    row.push(blockNode('cell', cell, from + offset, furniture))
    rows.set(cell.row ?? 0, row)
  })
  return schema.node(
    'table',
    null,
    [...rows.values()].map((row) => schema.node('row', null, row))
  )
}
