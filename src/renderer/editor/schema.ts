import { type Node, Schema } from 'prosemirror-model'

/** No node is ever selected as a whole, which a click with Ctrl would do: a drag would move it instead of selecting words. */
const selectable = false

const blockAttributes = {
  index: { default: 0 },
  kind: { default: 'paragraph' },
  level: { default: 1 },
  number: { default: null },
  furniture: { default: false }
}

/**
 * A text for reading: segments of about a hundred blocks, so that far ones need not be laid out.
 * A segment carries no meaning; it never cuts a table.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'segment+' },
    segment: { content: '(block | table)+', selectable, toDOM: () => ['div', { class: 'segment' }, 0] },
    block: {
      content: 'text*',
      selectable,
      attrs: blockAttributes,
      toDOM: (node) => [tagOf(node), attributesOf(node), 0]
    },
    table: { content: 'row+', selectable, toDOM: () => ['table', ['tbody', 0]] },
    row: { content: 'cell+', selectable, toDOM: () => ['tr', 0] },
    cell: {
      content: 'text*',
      selectable,
      attrs: blockAttributes,
      toDOM: (node) => ['td', attributesOf(node), 0]
    },
    text: {}
  },
  marks: {
    emphasis: { toDOM: () => ['em', 0] },
    strong: { toDOM: () => ['strong', 0] },
    // Not an anchor: nothing in a text leads out of the window.
    link: {
      attrs: { href: {} },
      toDOM: ({ attrs }) => ['span', { class: 'text-link', 'data-href': attrs.href, title: attrs.href }, 0]
    },
    direction: { toDOM: () => ['span', { class: 'direction-mark' }, 0] }
  }
})

function tagOf({ attrs }: Node): string {
  if (attrs.kind === 'heading') return `h${attrs.level}`
  return attrs.kind === 'quotation' ? 'blockquote' : 'p'
}

function attributesOf({ attrs }: Node): Record<string, string> {
  const classes = `block ${attrs.kind}${attrs.furniture ? ' furniture' : ''}`
  const number: Record<string, string> = attrs.number === null ? {} : { 'data-n': String(attrs.number) }
  return { class: classes, 'data-index': String(attrs.index), ...number }
}
