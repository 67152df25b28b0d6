import type { Span } from '../../shared/model/offsets'

/**
 * Marks what was found, by CSS Custom Highlights. Only what is near the window is registered: with all ranges of a book
 * in `CSS.highlights` every change of the page costs tens of milliseconds.
 */
export class FoundMarks {
  private found: readonly Span[] = []
  private current: Span | null = null
  private shown: Span = { start: 0, end: 0 } as Span

  constructor(private readonly rangeOf: (span: Span) => Range | null) {}

  set(found: readonly Span[], current: Span | null): void {
    this.found = found
    this.current = current
    this.draw()
  }

  /** The stretch of the text that is in or near the window has changed. */
  show(span: Span): void {
    this.shown = span
    if (this.found.length > 0) this.draw()
  }

  destroy(): void {
    CSS.highlights.delete('found')
    CSS.highlights.delete('found-now')
  }

  private draw(): void {
    const near = this.near()
    CSS.highlights.set('found', new Highlight(...near.flatMap((each) => this.rangeOf(each) ?? [])))
    const now = this.current ? this.rangeOf(this.current) : null
    const one = new Highlight(...(now ? [now] : []))
    one.priority = 1
    CSS.highlights.set('found-now', one)
  }

  private near(): readonly Span[] {
    let low = 0
    let high = this.found.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.found[middle]?.end ?? 0) < this.shown.start) low = middle + 1
      else high = middle
    }
    let to = low
    while (to < this.found.length && (this.found[to]?.start ?? 0) <= this.shown.end && to - low < 2000) to++
    return this.found.slice(low, to)
  }
}
