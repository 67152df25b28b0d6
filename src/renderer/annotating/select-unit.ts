import { expanded, shrunk } from '../../shared/coding/units'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { indexAt } from '../../shared/text/canonical'
import { backward, forward, type NavigableText, unitAt } from '../../shared/text/caret-motion'
import { currentProject } from '../state/project'
import { useSurface } from '../state/surface'

/** Selects the word, sentence or paragraph at the caret, or at the start of the selection. */
export function selectUnit(unit: 'word' | 'sentence' | 'block'): void {
  const { selection, caret, surface } = useSurface.getState()
  const document = selection?.document ?? caret?.document
  const walk = document && currentProject().texts[document]
  if (!document || !walk) return
  const own = unitNear(walk, selection?.start ?? caret?.offset ?? 0, unit)
  if (own.end > own.start) surface?.select({ document, ...own })
}

/** The unit at an offset; where no word stands there, the next one in the paragraph, else the one before. */
function unitNear(walk: NavigableText, offset: number, unit: 'word' | 'sentence' | 'block'): Span {
  const own = unitAt(walk, offset, unit)
  if (unit !== 'word' || own.end > own.start) return own
  const block = walk.blocks[indexAt(walk.blocks, offset)]
  const next = forward(walk, offset, 'word')
  if (block && offset < block.end && next <= block.end && next > offset) {
    const after = unitAt(walk, next - 1, 'word')
    if (after.end > after.start) return after
  }
  return unitAt(walk, backward(walk, offset, 'word'), 'word')
}

/** What was selected in a text before each expansion, for shrinking to go back. */
interface Expansion {
  readonly text: NavigableText
  readonly to: Span
  readonly from: Span
}

const mostExpansions = 10
let expansions: readonly Expansion[] = []

export function resize(direction: 1 | -1): void {
  const { selection, caret, surface } = useSurface.getState()
  const document = selection?.document ?? caret?.document
  const text = document && currentProject().texts[document]
  if (!document || !text) return
  const now = selection ?? span(caret?.offset ?? 0, caret?.offset ?? 0)
  if (direction === 1) {
    const to = expanded(text, now)
    expansions = [...expansions.slice(1 - mostExpansions), { text, to, from: now }]
    surface?.select({ document, ...to })
    return
  }
  const last = expansions.at(-1)
  const isOfThis = last?.text === text && last.to.start === now.start && last.to.end === now.end
  const known = isOfThis && last.from.end > last.from.start
  expansions = known ? expansions.slice(0, -1) : []
  surface?.select({ document, ...(known ? last.from : shrunk(text, now)) })
}
