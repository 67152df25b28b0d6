import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { Stretch, StretchKind } from './differences-in-row'

/** A stretch in which the same annotations lie from end to end, the outermost first, and the same differences. */
export interface Piece extends Span {
  readonly marks: readonly Annotation[]
  readonly kinds: readonly StretchKind[]
}

/** Cuts a stretch of text wherever a mark or a difference begins or ends. The pieces together are the stretch. */
export function cutAtMarks(
  own: Span,
  marks: readonly Annotation[],
  stretches: readonly Stretch[] = []
): Piece[] {
  const cuts = new Set<number>([own.start, own.end])
  for (const { start, end } of [...marks.map(({ selector }) => selector), ...stretches])
    for (const cut of [start, end]) if (cut > own.start && cut < own.end) cuts.add(cut)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? own.end
    return {
      ...span(start, end),
      marks: marks.filter(({ selector }) => selector.start <= start && selector.end >= end),
      kinds: [
        ...new Set(
          stretches.filter((each) => each.start <= start && each.end >= end).map((each) => each.kind)
        )
      ]
    }
  })
}
