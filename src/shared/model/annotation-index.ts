import type { Annotation } from './annotation'
import { FurthestEnds } from './furthest-ends'
import type { AnnotationId, ContentHash } from './ids'
import { LazyMap } from './lazy-map'
import type { Span } from './offsets'
import type { Passages } from './state'

/**
 * The annotations of one document by where they stand. Never changed in place: `after` gives the next one, at a cost
 * that grows with what changed and not with what there is (a book may have twenty thousand). Offsets are UTF-16.
 */
export class AnnotationIndex {
  private constructor(
    /** The revision whose text the passages stand in. */
    readonly revision: ContentHash,
    readonly passages: Passages,
    /** Those that stand in the text: in its order, of two that begin together the longer first. */
    readonly ordered: readonly Annotation[],
    /** Those that were not found again for sure when the text changed. */
    readonly waiting: readonly Annotation[],
    private readonly ends: FurthestEnds
  ) {}

  static of(passages: Passages, revision: ContentHash): AnnotationIndex {
    const all = [...passages.values()]
    const ordered = all.filter((each) => each.selector.revision === revision).sort(inTextOrder)
    const waiting = all.filter((each) => each.selector.revision !== revision)
    return new AnnotationIndex(revision, passages, ordered, waiting, FurthestEnds.of(ordered))
  }

  /** The index of the passages as they are now. */
  after(passages: Passages, revision: ContentHash): AnnotationIndex {
    if (revision !== this.revision) return AnnotationIndex.of(passages, revision)
    if (passages === this.passages) return this
    const changes = [...LazyMap.differences(this.passages, passages)]
    if (changes.length > 64) return AnnotationIndex.of(passages, revision)
    let { ordered, waiting } = this
    let from = ordered.length
    for (const [, old, next] of changes) {
      if (old?.selector.revision === revision) {
        const at = placeOf(ordered, old)
        from = Math.min(from, at)
        ordered = ordered.toSpliced(at, 1)
      } else if (old) waiting = waiting.filter((each) => each !== old)
      if (next?.selector.revision === revision) {
        const at = placeOf(ordered, next)
        from = Math.min(from, at)
        ordered = ordered.toSpliced(at, 0, next)
      } else if (next) waiting = [...waiting, next]
    }
    return new AnnotationIndex(revision, passages, ordered, waiting, this.ends.after(ordered, from))
  }

  /** A passage that stands in the text. */
  get(id: AnnotationId): Annotation | undefined {
    const found = this.passages.get(id)
    return found?.selector.revision === this.revision ? found : undefined
  }

  /** Those that share at least one character with a stretch of the text, in order. */
  within({ start, end }: Span): Annotation[] {
    return this.ends.endingAfter(start, this.rankOf(end))
  }

  /** Those that hold an offset or end at it, the shortest (innermost) first, of equally long ones the newest. */
  at(offset: number): Annotation[] {
    return this.ends
      .endingAfter(offset - 1, this.rankOf(offset + 1))
      .sort((a, b) => lengthOf(a) - lengthOf(b) || newestFirst(a, b))
  }

  /** How many come before another in the text, were it there. */
  rank(annotation: Annotation): number {
    return placeOf(this.ordered, annotation)
  }

  /** How many begin before an offset. */
  rankOf(offset: number): number {
    return firstWhere(this.ordered, ({ selector }) => selector.start >= offset)
  }
}

/** What tells where a passage comes among those of its text. */
export interface PlacedPassage extends Pick<Annotation, 'id' | 'created'> {
  readonly selector: Pick<Annotation['selector'], 'start' | 'end'>
}

/** The order of the text; of two that begin together the longer comes first, then the older. */
export function inTextOrder(a: PlacedPassage, b: PlacedPassage): number {
  return (
    a.selector.start - b.selector.start ||
    b.selector.end - a.selector.end ||
    (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

function newestFirst(a: Annotation, b: Annotation): number {
  return a.created > b.created ? -1 : a.created < b.created ? 1 : a.id < b.id ? -1 : 1
}

function placeOf(ordered: readonly Annotation[], annotation: Annotation): number {
  return firstWhere(ordered, (each) => inTextOrder(each, annotation) >= 0)
}

/** The first index from which on a condition holds; it must hold from there to the end. */
function firstWhere(ordered: readonly Annotation[], holds: (annotation: Annotation) => boolean): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = ordered[middle]
    if (each && holds(each)) high = middle
    else low = middle + 1
  }
  return low
}

function lengthOf({ selector }: Annotation): number {
  return selector.end - selector.start
}
