import { useMemo } from 'react'
import type { FormulaPlace } from '../../shared/formulae/formula-answers'
import type { DocumentId, FormulaId } from '../../shared/model/ids'
import { useShownFormulae } from '../annotating/formula-places'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'
import type { FormulaeShown } from './formulae-in-row'

/** What is known of the formulae of the texts that are compared; null where none are shown. */
export function useFormulaeShown(documents: readonly DocumentId[]): FormulaeShown | null {
  const places = useShownFormulae((state) => state.places)
  const formulae = useProject((project) => project.state.info.formulae)
  const isWanted = places.size > 0
  const { latest } = useAnswer('formulae.register', isWanted ? null : undefined, { again: formulae })
  return useMemo(
    () =>
      isWanted
        ? {
            documents,
            places,
            formulae,
            numbers: numbered(documents.flatMap((id) => places.get(id) ?? [])),
            counted: new Map((latest?.formulae ?? []).map((each) => [each.id, each]))
          }
        : null,
    [isWanted, documents, places, formulae, latest]
  )
}

function numbered(places: readonly FormulaPlace[]): Map<FormulaId, number> {
  const numbers = new Map<FormulaId, number>()
  for (const { formula } of places) if (!numbers.has(formula)) numbers.set(formula, numbers.size)
  return numbers
}
