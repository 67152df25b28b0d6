import { useSurface } from '../app/api/surface'
import { useAnnotating } from './actions'
import { SelectionBar } from './SelectionBar'
import { ThemePicker } from './ThemePicker'
import { useAnnotatingCommands } from './use-annotating-commands'

/** What every view with selectable passages has: the keys, the bar beside the selection, the theme picker. */
export function AnnotatingLayer() {
  useAnnotatingCommands()
  const selection = useSurface((state) => state.selection)
  const picking = useAnnotating((state) => state.picking)
  if (picking) return <ThemePicker />
  return selection ? (
    <SelectionBar key={`${selection.document} ${selection.start} ${selection.end}`} passage={selection} />
  ) : null
}
