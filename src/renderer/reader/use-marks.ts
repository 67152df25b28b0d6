import { useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import type { PassageIndex } from '../../shared/model/passage-index'
import type { Passages } from '../../shared/model/state'
import { Table } from '../../shared/model/table'
import { useActiveId } from '../annotating/target'
import { useProject } from '../app/api/project'
import { themeColour } from '../app/api/theme-names'
import type { TextMark, TextView } from '../editor/text-view'

/** A view with the highlights that it was first drawn with. */
export interface ShownView {
  readonly view: TextView
  readonly passages: Passages
}

interface Drawn extends ShownView {
  readonly active: AnnotationId | null
}

/** Keeps the highlights of a view in step with the annotations: only what changed is drawn again. */
export function useMarks(shown: ShownView | null, document: DocumentId): void {
  const own = useProject((project) => project.passages[document])
  const active = useActiveId()
  const drawn = useRef<Drawn | null>(null)
  useEffect(() => {
    if (!shown) return
    const { view } = shown
    const before = drawn.current?.view === view ? drawn.current : { ...shown, active: null }
    const passages: Passages = own?.passages ?? Table.empty()
    const changed = new Map<AnnotationId, Annotation | undefined>()
    const put = (id: AnnotationId) => changed.set(id, own?.get(id))
    for (const [id] of Table.differences(before.passages, passages)) put(id)
    if (before.active !== active)
      for (const id of [before.active, active])
        if (id !== null && (before.passages.has(id) || passages.has(id))) put(id)
    drawn.current = { view, passages, active }
    const add: TextMark[] = []
    const remove: AnnotationId[] = []
    for (const [id, annotation] of changed)
      if (annotation) add.push(markOf(annotation, id === active))
      else remove.push(id)
    if (changed.size > 0) view.draw(add, remove)
  }, [shown, own, active])
}

/** The highlights of a text as they are now, to draw it with. The view has them all: what changes is drawn later. */
export function marksOf(own: PassageIndex | undefined): TextMark[] {
  return (own?.ordered ?? []).map((each) => markOf(each, false))
}

function markOf({ id, selector, codings }: Annotation, active: boolean): TextMark {
  return { id, start: selector.start, end: selector.end, colour: themeColour(codings[0]?.theme), active }
}
