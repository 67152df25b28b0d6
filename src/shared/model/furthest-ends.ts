import type { Annotation } from './annotation'

/**
 * The furthest end among each stretch of passages, as a heap-shaped tree over their order (an interval tree laid in an
 * array; Cormen et al., ch. 14). Passages that reach beyond an offset are found without a look at the others, however
 * long one of them is.
 */
export class FurthestEnds {
  private constructor(
    private readonly ordered: readonly Annotation[],
    /** How many leaves there are: a power of two. */
    private readonly width: number,
    /** Node 1 is the root, those under k are 2k and 2k + 1; UTF-16 offsets, -1 where there is none. */
    private readonly ends: Int32Array
  ) {}

  /** @param ordered passages in the order of their starts */
  static of(ordered: readonly Annotation[]): FurthestEnds {
    const width = widthFor(ordered.length)
    return new FurthestEnds(ordered, width, new Int32Array(2 * width).fill(-1)).filledFrom(0)
  }

  /** The same for passages that are the same as before up to the one numbered `from`. */
  after(ordered: readonly Annotation[], from: number): FurthestEnds {
    if (widthFor(ordered.length) !== this.width) return FurthestEnds.of(ordered)
    return new FurthestEnds(ordered, this.width, this.ends.slice()).filledFrom(from)
  }

  /** Those of the first `count` that end after an offset, in order. */
  endingAfter(offset: number, count: number): Annotation[] {
    const found: Annotation[] = []
    this.gather(1, 0, this.width, offset, Math.min(count, this.ordered.length), found)
    return found
  }

  private gather(
    node: number,
    from: number,
    size: number,
    offset: number,
    count: number,
    found: Annotation[]
  ): void {
    if (from >= count || (this.ends[node] ?? -1) <= offset) return
    if (size === 1) {
      const own = this.ordered[from]
      if (own) found.push(own)
      return
    }
    const half = size / 2
    this.gather(2 * node, from, half, offset, count, found)
    this.gather(2 * node + 1, from + half, half, offset, count, found)
  }

  private filledFrom(from: number): this {
    const { ends, width, ordered } = this
    for (let at = from; at < width; at++) ends[width + at] = ordered[at]?.selector.end ?? -1
    let [low, high] = [(width + Math.min(from, width - 1)) >> 1, (2 * width - 1) >> 1]
    for (; high >= 1; low >>= 1, high >>= 1)
      for (let node = low; node <= high; node++)
        ends[node] = Math.max(ends[2 * node] ?? -1, ends[2 * node + 1] ?? -1)
    return this
  }
}

function widthFor(count: number): number {
  let width = 1
  while (width < count) width *= 2
  return width
}
