import type { Span } from '../../../shared/model/offsets'
import { span } from '../../../shared/model/span'

/** A stretch in which the same marks lie from end to end; the outermost (the one that begins first) comes first. */
export interface Cut<M extends Span> extends Span {
  readonly covering: readonly M[]
}

/** Cuts a stretch wherever a mark begins or ends within it. Joined, the pieces are the stretch; none is empty. */
export function cutAtMarks<M extends Span>(own: Span, marks: readonly M[]): Cut<M>[] {
  const ends = new Set<number>([own.start, own.end])
  for (const { start, end } of marks)
    for (const each of [start, end]) if (each > own.start && each < own.end) ends.add(each)
  const ordered = [...ends].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, at) => {
    const piece = span(start, ordered[at + 1] ?? own.end)
    return { ...piece, covering: marks.filter((mark) => mark.start <= piece.start && mark.end >= piece.end) }
  })
}

/** For each of ascending spans, none within another, the marks that share at least one character with it. */
export function marksBySpan<M extends Span>(spans: readonly Span[], marks: readonly M[]): M[][] {
  const ordered = marks.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  let open: M[] = []
  return spans.map((own) => {
    open = open.filter(({ end }) => end > own.start)
    for (let mark = ordered[next]; mark && mark.start < own.end; mark = ordered[++next])
      if (mark.end > own.start) open.push(mark)
    return open.filter(({ start, end }) => start < own.end && end > own.start)
  })
}
