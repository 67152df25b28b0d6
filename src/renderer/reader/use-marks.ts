import { useEffect, useRef } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import type { Passages } from '../../shared/model/state'
import { useActiveId } from '../annotating/target'
import type { TextView } from '../editor/text-view'
import { useProject } from '../state/project'
import { type DrawnMarks, markNews } from './mark-news'

/** A view with the highlights that it was first drawn with. */
export interface ShownView {
  readonly view: TextView
  readonly passages: Passages
}

/** Keeps the highlights of a view in step with the annotations: only what changed is drawn again. */
export function useMarks(shown: ShownView | null, document: DocumentId): void {
  const own = useProject((project) => project.passages[document])
  const active = useActiveId()
  const latest = useRef<{ readonly view: TextView; readonly drawn: DrawnMarks } | null>(null)
  useEffect(() => {
    if (!shown) return
    const { view, passages } = shown
    const before = latest.current?.view === view ? latest.current.drawn : { passages, active: null }
    const { drawn, add, remove } = markNews(before, own, active)
    latest.current = { view, drawn }
    if (add.length + remove.length > 0) view.draw(add, remove)
  }, [shown, own, active])
}
