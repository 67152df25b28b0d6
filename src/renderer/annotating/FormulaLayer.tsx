import { useMemo } from 'react'
import { type Command, useCommands } from '../state/commands'
import { i18n } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { useSurface } from '../state/surface'
import { FormulaCard } from './FormulaCard'
import { FormulaPicker } from './FormulaPicker'
import { formulaAt, useFormulaPlaces, useShownFormulae } from './formula-places'
import { currentTarget, targetPassage } from './target'
import { useFormulaHover } from './use-formula-hover'

/** Formulae in a view in which passages can be selected: where they stand, the entry of one, and what makes one. */
export function FormulaLayer() {
  useFormulaPlaces()
  useFormulaHover()
  useCommands(useMemo(() => commands, []))
  const card = useShownFormulae((state) => state.card)
  const isPicking = useShownFormulae((state) => state.isPicking)
  const selection = useSurface((state) => state.selection)
  const passage = isPicking ? (selection ?? targetPassage()) : null
  if (passage) return <FormulaPicker passage={passage} />
  return card ? <FormulaCard key={`${card.place.formula} ${card.place.start}`} here={card} /> : null
}

const commands: readonly Command[] = [
  { id: 'annotate.formula', keys: ['f'], missing: needsWords, run: openFormula },
  {
    id: 'reader.formulae',
    keys: ['F'],
    run: () => {
      const { reading } = usePreferences.getState()
      setPreferences({ reading: { ...reading, formulae: !reading.formulae } })
    }
  }
]

/** Selected words become a formula or a rendering; at a formula its entry opens. */
function openFormula(): void {
  const { selection, caret } = useSurface.getState()
  const here = !selection && caret ? formulaAt(caret) : null
  if (here) useShownFormulae.setState({ card: { ...here, byKey: true } })
  else useShownFormulae.setState({ isPicking: true, card: null })
}

function needsWords(): string | null {
  const { caret } = useSurface.getState()
  if (currentTarget().kind !== 'nothing' || (caret && formulaAt(caret))) return null
  return i18n.t('formulae.needsWords')
}
