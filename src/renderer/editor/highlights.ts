import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** A highlight as it is drawn: positions in the document, a CSS colour, and whether it is the active one. */
export interface Mark {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly colour: string
  readonly active: boolean
  /** Whether something is said to be wrong with its wording. */
  readonly marked: boolean
}

interface Change {
  readonly add: readonly Mark[]
  readonly remove: readonly string[]
}

const key = new PluginKey<DecorationSet>('highlights')

/** Draws highlights, some from the first; later only those named by a change are touched. */
export function highlights(first: readonly Mark[] = []): Plugin<DecorationSet> {
  // The states of a view follow one another: one map serves them all, and a change to it costs what it changes.
  const byId = new Map<string, Decoration>()
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) =>
        first.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, added(first, byId)),
      apply(transaction, set) {
        const change: Change | undefined = transaction.getMeta(key)
        return change ? changed(set, transaction.doc, change, byId) : set
      }
    },
    props: { decorations: (state) => key.getState(state) }
  })
}

/** The transaction that takes highlights away and adds others. One that is added under a known id replaces it. */
export function changeHighlights(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(key, change)
}

function changed(
  set: DecorationSet,
  doc: Node,
  { add, remove }: Change,
  byId: Map<string, Decoration>
): DecorationSet {
  const old: Decoration[] = []
  for (const id of [...remove, ...add.map((mark) => mark.id)]) {
    const known = byId.get(id)
    if (known) old.push(known)
    byId.delete(id)
  }
  const fresh = added(add, byId)
  const kept = old.length === 0 ? set : set.remove(old)
  return fresh.length === 0 ? kept : kept.add(doc, fresh)
}

function added(marks: readonly Mark[], byId: Map<string, Decoration>): Decoration[] {
  return marks.map((mark) => {
    const made = decorationOf(mark)
    byId.set(mark.id, made)
    return made
  })
}

/** An element of its own for each highlight: plain inline decorations would merge where they overlap. */
function decorationOf({ id, from, to, colour, active, marked }: Mark): Decoration {
  return Decoration.inline(
    from,
    to,
    {
      nodeName: 'span',
      class: ['mark', active && 'active', marked && 'marked'].filter(Boolean).join(' '),
      style: `--c: ${colour}`,
      'data-annotation': id
    },
    { id }
  )
}
