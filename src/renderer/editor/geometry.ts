import type { EditorView } from 'prosemirror-view'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { Positions } from './positions'

/** A block longer than this counts as seen only as far as it can be seen: it may be a book. */
const longBlock = 20_000

/** Where the text stands on the screen. Offsets are UTF-16 code units; lengths are pixels of the window. */
export class Geometry {
  constructor(
    private readonly view: EditorView,
    private readonly positions: Positions,
    private readonly blocks: readonly Span[]
  ) {}

  /** The box of a stretch on the screen, in viewport pixels. */
  boxOf({ start, end }: Span): DOMRect {
    if (this.view.isDestroyed) return new DOMRect()
    const from = this.view.coordsAtPos(this.positions.position(start), 1)
    const to = this.view.coordsAtPos(this.positions.position(end), -1)
    const left = Math.min(from.left, to.left)
    return new DOMRect(
      left,
      from.top,
      Math.max(1, Math.max(from.right, to.right) - left),
      to.bottom - from.top
    )
  }

  /** Which blocks lie in or near the window, as [first, last] indices; far segments are not laid out for it. */
  visibleBlocks(margin: number): readonly [number, number] | null {
    // Something that was measured a moment later than the text went.
    if (this.view.isDestroyed) return null
    const near = ({ top, bottom }: DOMRect) => bottom > -margin && top < window.innerHeight + margin
    const blocks = this.segmentsFrom(this.segmentInSight(-margin), near)
      .flatMap((segment) => [...segment.querySelectorAll<HTMLElement>('.block')])
      .filter((block) => near(block.getBoundingClientRect()))
    const first = blocks[0]?.dataset.index
    const last = blocks.at(-1)?.dataset.index
    return first === undefined || last === undefined ? null : [Number(first), Number(last)]
  }

  /** The number of the first segment that ends below a line of the window; segments follow one another downwards. */
  segmentInSight(line = 0): number {
    const { children } = this.view.dom
    let low = 0
    let high = children.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle
      else low = middle + 1
    }
    return low
  }

  private segmentsFrom(first: number, near: (box: DOMRect) => boolean): Element[] {
    const { children } = this.view.dom
    const found: Element[] = []
    for (let at = first; at < children.length; at++) {
      const segment = children[at]
      if (!segment || !near(segment.getBoundingClientRect())) break
      found.push(segment)
    }
    return found
  }

  /**
   * The stretch of the text that is in or near the window. A block that is itself longer than a screen counts only as
   * far as it can be seen: it may be a book.
   */
  sight(margin: number): Span | null {
    const visible = this.visibleBlocks(margin)
    if (!visible) return null
    const [first, last] = [this.blocks[visible[0]], this.blocks[visible[1]]]
    if (!first || !last) return null
    const frame = this.view.dom.getBoundingClientRect()
    const edge = (block: Span, y: number, side: 'start' | 'end') =>
      block.end - block.start < longBlock
        ? block[side]
        : (this.offsetAt(side === 'start' ? frame.left + 2 : frame.right - 2, y) ?? block[side])
    const start = edge(first, Math.max(frame.top, 0) + 60, 'start')
    const end = edge(last, Math.min(frame.bottom, window.innerHeight) - 60, 'end')
    return start <= end ? span(start, end) : span(first.start, last.end)
  }

  /** The offset at a point of the window; null where no text is there. */
  offsetAt(x: number, y: number): number | null {
    const found = this.view.posAtCoords({ left: x, top: y })
    return found ? this.positions.offset(found.pos) : null
  }

  /**
   * The offset of the text under a point of the window; null where none is. Unlike `offsetAt` it does not look for the nearest
   * sign, which takes two minutes beside a paragraph of a megabyte.
   */
  textAt(x: number, y: number): number | null {
    const found = document.caretPositionFromPoint(x, y)
    if (!found || !this.view.dom.contains(found.offsetNode)) return null
    return this.positions.offset(this.view.posAtDOM(found.offsetNode, found.offset))
  }

  /** Where a caret stands at an offset, in viewport pixels; at the end of a passage the side of its last letter. */
  caretAt(
    offset: number,
    side: 1 | -1
  ): { readonly left: number; readonly top: number; readonly bottom: number } {
    return this.view.coordsAtPos(this.positions.position(offset), side)
  }

  /** A DOM range of a stretch; it does not follow later changes of the page. */
  rangeOf({ start, end }: Span): Range | null {
    if (this.view.isDestroyed) return null
    const from = this.view.domAtPos(this.positions.position(start), 1)
    const to = this.view.domAtPos(this.positions.position(end), -1)
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }
}

/** At the top and the bottom of a view so much of its height is edge: what stands there is not well in sight. */
const edgeShare = 1 / 5

/** Whether a line stands in the inner part of a view, all in viewport pixels. */
export function isInner(
  line: { readonly top: number; readonly bottom: number },
  view: { readonly top: number; readonly bottom: number }
): boolean {
  const edge = (view.bottom - view.top) * edgeShare
  return line.top >= view.top + edge && line.bottom <= view.bottom - edge
}
