import { useEffect } from 'react'
import { useSurface } from '../state/surface'
import { useAnnotating } from './actions'
import { Chooser } from './Chooser'
import { CodingBar } from './CodingBar'
import { useCodingMode } from './coding-mode'
import { KeptSelection } from './KeptSelection'
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
      <Beside />
    </>
  )
}

function Beside() {
  const selection = useSurface((state) => state.selection)
  const picking = useAnnotating((state) => state.picking)
  const choosing = useAnnotating((state) => state.choosing)
  const coding = useCodingMode((state) => state.unit !== null)
  if (picking) return <ThemePicker beside={picking.beside} />
  if (choosing) return <Chooser ids={choosing} />
  return selection && !coding ? (
    <SelectionBar key={`${selection.document} ${selection.start} ${selection.end}`} passage={selection} />
  ) : null
}
