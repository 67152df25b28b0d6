import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { isInner } from '../editor/geometry'
import { moveCaret, type Passage, type Surface, useSurface } from '../state/surface'

/** The comparison as a view in which passages can be selected; `draw` has the row of an offset drawn. Leaves carry `data-at`, the offset they begin at. */
export function compareSurface(
  frame: HTMLElement,
  documents: readonly DocumentId[],
  draw: (document: DocumentId, offset: number) => void
): Surface {
  return {
    documents,
    select: (passage) => {
      const from = pointAt(frame, passage.document, passage.start, 'start')
      const to = pointAt(frame, passage.document, passage.end, 'end')
      if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    },
    clear: () => {
      getSelection()?.removeAllRanges()
      moveCaret(useSurface.getState().caret, null)
    },
    placeCaret: (caret) => {
      getSelection()?.removeAllRanges()
      moveCaret(caret, null)
    },
    caretAt: (x, y) => {
      const point = document.caretRangeFromPoint(x, y)
      return point === null ? null : offsetOf(point.startContainer, point.startOffset)
    },
    reveal: (passage) => {
      if (isWellInSight(frame, passage)) return
      draw(passage.document, passage.start)
      const point = pointAt(frame, passage.document, passage.start, 'start')
      point?.node.parentElement?.scrollIntoView({ block: 'center' })
    },
    boxOf: (passage) => rangeOf(frame, passage)?.getBoundingClientRect() ?? null,
    rangeOf: (passage) => rangeOf(frame, passage),
    focus: () => frame.focus({ preventScroll: true }),
    hasFocus: () => frame.contains(document.activeElement)
  }
}

function rangeOf(frame: HTMLElement, passage: Passage): Range | null {
  const from = pointAt(frame, passage.document, passage.start, 'start')
  const to = pointAt(frame, passage.document, passage.end, 'end')
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Whether the beginning of a passage stands in the inner part of what scrolls it. */
function isWellInSight(frame: HTMLElement, passage: Passage): boolean {
  const range = rangeOf(frame, passage)
  const line = range?.getClientRects()[0]
  const scroller = range?.startContainer.parentElement?.closest('[data-scroller]')
  return line !== undefined && scroller != null && isInner(line, scroller.getBoundingClientRect())
}

/** Tells where the page's own selection stands in the comparison. One that is elsewhere, in a field say, is no news. */
export function readSelection(): void {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const from = offsetOf(startContainer, startOffset)
  const to = offsetOf(endContainer, endOffset)
  if (!from) {
    if (to) moveCaret(useSurface.getState().caret, null)
    return
  }
  const { document: id, offset } = from
  // A selection that strays into another column ends with the sentence it began in.
  const end = to && to.document === id ? to.offset : from.sentenceEnd
  const selected = !selection.isCollapsed && end > offset
  moveCaret({ document: id, offset }, selected ? { document: id, ...span(offset, end) } : null)
}

interface Point {
  readonly document: DocumentId
  readonly offset: number
  readonly sentenceEnd: number
}

function offsetOf(node: Node, offset: number): Point | null {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const sentence = element?.closest<HTMLElement>('.sentence')
  const id = sentence?.dataset.document
  if (!sentence || id === undefined) return null
  const sentenceEnd = Number(sentence.dataset.end)
  const leaf = element?.closest<HTMLElement>('[data-at]')
  const inLeaf = leaf && node.nodeType === Node.TEXT_NODE
  const at = inLeaf
    ? Number(leaf.dataset.at) + offset
    : offset === 0
      ? Number(sentence.dataset.start)
      : sentenceEnd
  return { document: id as DocumentId, offset: Math.min(at, sentenceEnd), sentenceEnd }
}

/** The text node and place of an offset; at a border the side asked for. */
function pointAt(frame: HTMLElement, id: DocumentId, offset: number, side: 'start' | 'end') {
  for (const sentence of frame.querySelectorAll<HTMLElement>(`.sentence[data-document="${id}"]`)) {
    if (offset < Number(sentence.dataset.start) || offset > Number(sentence.dataset.end)) continue
    for (const leaf of sentence.querySelectorAll<HTMLElement>('[data-at]')) {
      const start = Number(leaf.dataset.at)
      const length = leaf.textContent?.length ?? 0
      const inside =
        side === 'start'
          ? offset >= start && offset < start + length
          : offset > start && offset <= start + length
      if (inside && leaf.firstChild) return { node: leaf.firstChild, offset: offset - start }
    }
  }
  return null
}
