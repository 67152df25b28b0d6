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
}

interface Change {
  readonly add: readonly Mark[]
  readonly remove: readonly string[]
}

interface Drawn {
  readonly set: DecorationSet
  readonly byId: ReadonlyMap<string, Decoration>
}

const key = new PluginKey<Drawn>('highlights')

/** Draws highlights; only those named by a change are touched. */
export function highlights(): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, byId: new Map() }),
      apply: (transaction, drawn) => applyChange(transaction, drawn)
    },
    props: { decorations: (state) => key.getState(state)?.set ?? DecorationSet.empty }
  })
}

/** The transaction that takes highlights away and adds others. One that is added under a known id replaces it. */
export function changeHighlights(state: EditorState, change: Change): Transaction {
  return state.tr.setMeta(key, change)
}

function applyChange(transaction: Transaction, drawn: Drawn): Drawn {
  const change: Change | undefined = transaction.getMeta(key)
  if (!change) return drawn
  const byId = new Map(drawn.byId)
  const old: Decoration[] = []
  for (const id of [...change.remove, ...change.add.map((mark) => mark.id)]) {
    const known = byId.get(id)
    if (known) old.push(known)
    byId.delete(id)
  }
  const fresh = change.add.map(decorationOf)
  change.add.forEach((mark, index) => {
    const made = fresh[index]
    if (made) byId.set(mark.id, made)
  })
  return { set: addAll(drawn.set.remove(old), transaction.doc, fresh), byId }
}

function addAll(set: DecorationSet, doc: Node, decorations: Decoration[]): DecorationSet {
  return decorations.length === 0 ? set : set.add(doc, decorations)
}

/** An element of its own for each highlight: plain inline decorations would merge where they overlap. */
function decorationOf({ id, from, to, colour, active }: Mark): Decoration {
  return Decoration.inline(
    from,
    to,
    {
      nodeName: 'span',
      class: active ? 'mark active' : 'mark',
      style: `--c: ${colour}`,
      'data-annotation': id
    },
    { id }
  )
}
