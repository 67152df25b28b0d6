import { useEffect, useMemo } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { FoundMarks } from '../editor/search-highlights'
import type { TextView } from '../editor/text-view'
import { find, useFinding } from '../state/finding'
import { useVisibleRange } from './visible-range'

/** Keeps the marks of what was found in step with the search and with what can be seen; goes from match to match. */
export function Finding({ view, document: id }: { view: TextView; document: DocumentId }) {
  const { found, at, open } = useFinding()
  const sight = useVisibleRange((state) => state.span)
  const marks = useMemo(() => new FoundMarks((span) => view.geometry.rangeOf(span)), [view])
  const current = found[at] ?? null
  useEffect(() => () => marks.destroy(), [marks])
  // The same search goes on in the next text, and when it is opened again.
  useEffect(() => {
    if (!open) return undefined
    void find(id, useFinding.getState().pattern)
    return () => useFinding.setState({ found: [], at: -1 })
  }, [id, open])
  useEffect(() => marks.set(open ? found : [], open ? current : null), [marks, found, current, open])
  useEffect(() => {
    if (sight) marks.show(sight)
  }, [marks, sight])
  useEffect(() => {
    if (!current || !open) return
    view.reveal(current.start, 'asNeeded')
  }, [view, current, open])
  return null
}
