import type { Node } from 'prosemirror-model'
import type { Span } from '../../shared/model/offsets'
import { indexAt } from '../../shared/text/canonical'

/** The way between offsets in the canonical text (UTF-16) and positions in the ProseMirror document. */
export class Positions {
  /** For each block the position of its first character, and the number of its segment. */
  private readonly starts: number[] = []
  private readonly segments: number[] = []

  constructor(
    doc: Node,
    private readonly blocks: readonly Span[]
  ) {
    let segment = -1
    doc.descendants((node, position, parent) => {
      if (parent === doc) segment++
      if (!node.isTextblock) return true
      this.starts.push(position + 1)
      this.segments.push(segment)
      return false
    })
  }

  /** The position of an offset. The LF between two blocks belongs to the end of the first. */
  position(offset: number): number {
    const index = Math.max(0, indexAt(this.blocks, offset))
    return (this.starts[index] ?? 1) + offset - (this.blocks[index]?.start ?? 0)
  }

  /** The offset of a position; a position between blocks counts as the nearest end of the block before it. */
  offset(position: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    const { start = 0, end = 0 } = this.blocks[low] ?? {}
    return Math.min(end, Math.max(start, start + position - (this.starts[low] ?? 1)))
  }

  /** The number of the segment that holds an offset. */
  segment(offset: number): number {
    return this.segments[Math.max(0, this.block(offset))] ?? 0
  }

  /** The position right before the node of a block. */
  nodePosition(index: number): number {
    return (this.starts[index] ?? 1) - 1
  }

  /** The index of the block that holds an offset. */
  block(offset: number): number {
    return indexAt(this.blocks, offset)
  }
}
