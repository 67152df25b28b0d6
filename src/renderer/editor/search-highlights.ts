import type { Span } from '../../shared/model/offsets'
import { NearMarks } from './near-marks'

/** Marks what was found, and the match that one stands at. */
export class FoundMarks {
  private readonly marks: NearMarks
  private current: Span | null = null

  constructor(private readonly rangeOf: (span: Span) => Range | null) {
    this.marks = new NearMarks('found', rangeOf)
  }

  set(found: readonly Span[], current: Span | null): void {
    this.current = current
    this.marks.set(found)
    this.drawCurrent()
  }

  /** The stretch of the text that is in or near the window has changed. */
  show(span: Span): void {
    this.marks.show(span)
    if (this.current) this.drawCurrent()
  }

  destroy(): void {
    this.marks.destroy()
    CSS.highlights.delete('found-now')
  }

  private drawCurrent(): void {
    const now = this.current ? this.rangeOf(this.current) : null
    const one = new Highlight(...(now ? [now] : []))
    one.priority = 1
    CSS.highlights.set('found-now', one)
  }
}
