import { useEffect } from 'react'
import { useSurface } from '../state/surface'
import { CodingBar } from './CodingBar'
import { useCodingMode } from './coding-mode'
import { FormulaLayer } from './FormulaLayer'
import { useShownFormulae } from './formula-places'
import { KeptSelection } from './KeptSelection'
import { Chooser } from './OverlapChooser'
import { useAnnotating } from './passage-actions'
import { SelectionBar } from './SelectionBar'
import { ThemePicker } from './ThemePicker'
import { useAnnotatingCommands } from './use-annotating-commands'

/** What every view with selectable passages has: the keys, what opens beside a passage, the bar of the coding mode. */
export function AnnotatingLayer() {
  useAnnotatingCommands()
  useEffect(
    () => () => {
      useCodingMode.setState({ unit: null })
      useAnnotating.setState({ picking: null, choosing: null })
    },
    []
  )
  return (
    <>
      <CodingBar />
      <KeptSelection />
      <FormulaLayer />
      <Beside />
    </>
  )
}

function Beside() {
  const selection = useSurface((state) => state.selection)
  const picking = useAnnotating((state) => state.picking)
  const choosing = useAnnotating((state) => state.choosing)
  const formula = useShownFormulae((state) => state.isPicking)
  const coding = useCodingMode((state) => state.unit !== null)
  if (picking) return <ThemePicker beside={picking.beside} />
  if (choosing) return <Chooser ids={choosing} />
  return selection && !coding && !formula ? (
    <SelectionBar key={`${selection.document} ${selection.start} ${selection.end}`} passage={selection} />
  ) : null
}
