import { useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { useProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { themeColour } from '../app/api/theme-names'
import type { TextMark, TextView } from '../editor/text-view'

/** Keeps the highlights of a view in step with the annotations: only what changed is drawn again. */
export function useMarks(view: TextView | null, document: DocumentId): void {
  const own = useProject((project) => project.state.annotations[document])
  const active = useSurface((state) => state.active)
  const drawn = useRef<{ view: TextView | null; marks: Map<string, TextMark> }>({
    view: null,
    marks: new Map()
  })
  useEffect(() => {
    if (!view) return
    if (drawn.current.view !== view) drawn.current = { view, marks: new Map() }
    const { marks } = drawn.current
    const add: TextMark[] = []
    const next = new Map<string, TextMark>()
    for (const annotation of Object.values<Annotation>(own ?? {})) {
      const known = marks.get(annotation.id)
      const mark = markOf(annotation, annotation.id === active)
      const same = known && sameMark(known, mark)
      if (!same) add.push(mark)
      next.set(annotation.id, same ? known : mark)
    }
    const remove = [...marks.keys()].filter((id) => !next.has(id))
    drawn.current.marks = next
    if (add.length + remove.length > 0) view.draw(add, remove)
  }, [view, own, active])
}

function markOf({ id, selector, themes }: Annotation, active: boolean): TextMark {
  return { id, start: selector.start, end: selector.end, colour: themeColour(themes[0]), active }
}

function sameMark(a: TextMark, b: TextMark): boolean {
  return a.start === b.start && a.end === b.end && a.colour === b.colour && a.active === b.active
}
