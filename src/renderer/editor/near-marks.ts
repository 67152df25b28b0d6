import type { Span } from '../../shared/model/offsets'

/** The most that is marked at once. */
const mostMarked = 2000

/**
 * Marks stretches of a text by a CSS Custom Highlight. Only what is near the window is registered: with all ranges of a book
 * in `CSS.highlights` every change of the page costs tens of milliseconds.
 */
export class NearMarks {
  private all: readonly Span[] = []
  private shown: Span = { start: 0, end: 0 } as Span

  constructor(
    private readonly name: string,
    private readonly rangeOf: (span: Span) => Range | null
  ) {}

  /** @param all in the order of the text */
  set(all: readonly Span[]): void {
    this.all = all
    this.draw()
  }

  /** The stretch of the text that is in or near the window has changed. */
  show(span: Span): void {
    this.shown = span
    if (this.all.length > 0) this.draw()
  }

  destroy(): void {
    CSS.highlights.delete(this.name)
  }

  private draw(): void {
    CSS.highlights.set(this.name, new Highlight(...this.near().flatMap((each) => this.rangeOf(each) ?? [])))
  }

  private near(): readonly Span[] {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle]?.end ?? 0) < this.shown.start) low = middle + 1
      else high = middle
    }
    let to = low
    while (to < this.all.length && (this.all[to]?.start ?? 0) <= this.shown.end && to - low < mostMarked) to++
    return this.all.slice(low, to)
  }
}
