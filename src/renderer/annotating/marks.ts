import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationsOfDocument } from '../../shared/model/state'

/** Annotations in the order of the text; of two that begin together the longer comes first. */
export function inOrder(own: AnnotationsOfDocument | undefined): Annotation[] {
  return Object.values<Annotation>(own ?? {}).sort(
    (a, b) =>
      a.selector.start - b.selector.start ||
      b.selector.end - a.selector.end ||
      (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1)
  )
}

/** The annotations whose passage holds an offset, the shortest (innermost) first. */
export function annotationsAt(own: AnnotationsOfDocument | undefined, offset: number): Annotation[] {
  return Object.values<Annotation>(own ?? {})
    .filter(({ selector }) => selector.start <= offset && offset <= selector.end)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id < b.id ? -1 : 1))
}

function lengthOf({ selector }: Annotation): number {
  return selector.end - selector.start
}
