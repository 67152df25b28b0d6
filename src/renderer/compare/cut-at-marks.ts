import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'

/** A stretch in which the same annotations lie from end to end; the outermost comes first. */
export interface Piece extends Span {
  readonly marks: readonly Annotation[]
}

/** Cuts a stretch of text wherever a mark begins or ends. The pieces together are the stretch. */
export function cutAtMarks(own: Span, marks: readonly Annotation[]): Piece[] {
  const cuts = new Set<number>([own.start, own.end])
  for (const { selector } of marks)
    for (const cut of [selector.start, selector.end]) if (cut > own.start && cut < own.end) cuts.add(cut)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? own.end
    return {
      ...span(start, end),
      marks: marks.filter(({ selector }) => selector.start <= start && selector.end >= end)
    }
  })
}
