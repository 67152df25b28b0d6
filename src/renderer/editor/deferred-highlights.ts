/** Something with a name that is to be drawn in a segment of the text. */
interface Waiting {
  readonly id: string
}

/**
 * The highlights that are still to be drawn, by segment. A book opens with those in sight; the others follow segment by
 * segment while nothing else is to be done, the nearest to the reader first.
 */
export class PendingMarks<M extends Waiting> {
  private readonly bySegment = new Map<number, Map<string, M>>()
  private readonly segmentOf = new Map<string, number>()

  constructor(marks: Iterable<readonly [segment: number, mark: M]>) {
    for (const [segment, mark] of marks) {
      const own = this.bySegment.get(segment)
      if (own) own.set(mark.id, mark)
      else this.bySegment.set(segment, new Map([[mark.id, mark]]))
      this.segmentOf.set(mark.id, segment)
    }
  }

  get size(): number {
    return this.segmentOf.size
  }

  /** A mark that was taken away, or drawn anew, before its turn came. */
  delete(id: string): void {
    const segment = this.segmentOf.get(id)
    if (segment === undefined) return
    this.segmentOf.delete(id)
    const own = this.bySegment.get(segment)
    own?.delete(id)
    if (own?.size === 0) this.bySegment.delete(segment)
  }

  /** Takes what is to be drawn in one segment. */
  take(segment: number): M[] {
    const own = [...(this.bySegment.get(segment)?.values() ?? [])]
    this.bySegment.delete(segment)
    for (const { id } of own) this.segmentOf.delete(id)
    return own
  }

  /** The segment nearest to another in which something waits; null where nothing does. */
  nearest(to: number): number | null {
    let found: number | null = null
    for (const segment of this.bySegment.keys())
      if (found === null || Math.abs(segment - to) < Math.abs(found - to)) found = segment
    return found
  }
}
