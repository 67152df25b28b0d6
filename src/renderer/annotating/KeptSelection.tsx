import { useEffect } from 'react'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'

const name = 'kept-selection'

/**
 * Shows what is selected while the focus is somewhere else, in the picker or a dialog say: the page's own selection is
 * shown only where the focus is. Drawn as a CSS highlight, so that nothing of the text is touched.
 */
export function KeptSelection() {
  const selection = useSurface((state) => state.selection)
  const surface = useSurface((state) => state.surface)
  // Highlights are drawn as elements of their own: a range among them does not outlive them.
  const passages = useProject((project) => project.passages)
  useEffect(() => {
    if (!selection || !surface || !passages) return undefined
    const draw = () => {
      const range =
        surface.hasFocus() || document.activeElement === document.body ? null : surface.rangeOf(selection)
      if (range) CSS.highlights.set(name, new Highlight(range))
      else CSS.highlights.delete(name)
    }
    draw()
    document.addEventListener('focusin', draw)
    document.addEventListener('focusout', draw)
    return () => {
      document.removeEventListener('focusin', draw)
      document.removeEventListener('focusout', draw)
      CSS.highlights.delete(name)
    }
  }, [selection, surface, passages])
  return null
}
