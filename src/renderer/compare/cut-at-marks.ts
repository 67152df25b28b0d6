import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { AtOdds, FormulaStretch, Stretch, StretchKind } from './differences-in-row'

/** A stretch in which the same annotations lie from end to end, the outermost first. */
export interface Piece extends Span {
  readonly marks: readonly Annotation[]
  readonly leaves: readonly Leaf[]
}

/** A stretch of a piece that parts from other versions in the same ways from end to end. */
export interface Leaf extends Span {
  readonly kinds: readonly StretchKind[]
  /** What its figures and names are at odds with. */
  readonly atOdds: readonly AtOdds[]
  readonly formulae: readonly FormulaStretch[]
}

/** Cuts a stretch of text wherever a mark begins or ends, and each piece where a difference does. Together they are the stretch. */
export function cutAtMarks(
  own: Span,
  marks: readonly Annotation[],
  stretches: readonly Stretch[] = []
): Piece[] {
  return cut(
    own,
    marks.map(({ selector }) => selector)
  ).map((piece) => ({
    ...piece,
    marks: marks.filter(({ selector }) => holds(selector, piece)),
    leaves: cut(piece, stretches).map((leaf) => {
      const here = stretches.filter((each) => holds(each, leaf))
      return {
        ...leaf,
        kinds: [...new Set(here.map((each) => each.kind))],
        atOdds: here.flatMap((each) => each.atOdds ?? []),
        formulae: here.flatMap((each) => each.formula ?? [])
      }
    })
  }))
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

function cut(own: Span, at: readonly Span[]): Span[] {
  const cuts = new Set<number>([own.start, own.end])
  for (const { start, end } of at)
    for (const each of [start, end]) if (each > own.start && each < own.end) cuts.add(each)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, index) => span(start, ordered[index + 1] ?? own.end))
}
