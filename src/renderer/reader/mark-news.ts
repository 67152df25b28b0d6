import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { AnnotationId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { Passages } from '../../shared/model/state'
import type { TextMark } from '../editor/text-view'
import { themeColour } from '../state/theme-names'

/** The highlights that a view has drawn, and which of them as the active one. */
export interface DrawnMarks {
  readonly passages: Passages
  readonly active: AnnotationId | null
}

/** What is to be drawn, anew or again, and what to be taken away, so that a view shows the annotations as they are now. */
export function markNews(
  before: DrawnMarks,
  own: AnnotationIndex | undefined,
  active: AnnotationId | null
): {
  readonly drawn: DrawnMarks
  readonly add: readonly TextMark[]
  readonly remove: readonly AnnotationId[]
} {
  const passages: Passages = own?.passages ?? LazyMap.empty()
  const changed = new Map<AnnotationId, Annotation | undefined>()
  const put = (id: AnnotationId) => changed.set(id, own?.get(id))
  for (const [id] of LazyMap.differences(before.passages, passages)) put(id)
  if (before.active !== active)
    for (const id of [before.active, active])
      if (id !== null && (before.passages.has(id) || passages.has(id))) put(id)
  const add: TextMark[] = []
  const remove: AnnotationId[] = []
  for (const [id, annotation] of changed)
    if (annotation) add.push(markOf(annotation, id === active))
    else remove.push(id)
  return { drawn: { passages, active }, add, remove }
}

/** The highlights of a text as they are now, to draw it with. The view has them all: what changes is drawn later. */
export function marksOf(own: AnnotationIndex | undefined): TextMark[] {
  return (own?.ordered ?? []).map((each) => markOf(each, false))
}

function markOf({ id, selector, codings, quality }: Annotation, active: boolean): TextMark {
  const { start, end } = selector
  return { id, start, end, colour: themeColour(codings[0]?.theme), active, marked: quality.length > 0 }
}
