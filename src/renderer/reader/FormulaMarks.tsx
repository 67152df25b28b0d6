import { useEffect, useMemo } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { useShownFormulae } from '../annotating/formula-places'
import { NearMarks } from '../editor/near-marks'
import type { TextView } from '../editor/text-view'
import { useVisibleRange } from './visible-range'

/** Underlines the formulae of a text, as far as it can be seen. */
export function FormulaMarks({ view, document: id }: { view: TextView; document: DocumentId }) {
  const places = useShownFormulae((state) => state.places.get(id))
  const sight = useVisibleRange((state) => state.span)
  const marks = useMemo(() => new NearMarks('formula', (each) => view.geometry.rangeOf(each)), [view])
  useEffect(() => () => marks.destroy(), [marks])
  useEffect(() => marks.set((places ?? []).map(({ start, end }) => span(start, end))), [marks, places])
  useEffect(() => {
    if (sight) marks.show(sight)
  }, [marks, sight])
  return null
}
