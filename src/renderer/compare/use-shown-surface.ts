import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { DocumentId } from '../../shared/model/ids'
import { isTyping } from '../state/commands'
import { showSurface, useSurface } from '../state/surface'
import { compareSurface, readSelection } from './surface'

/**
 * Makes the comparison what annotating works on, once, for as long as it is shown: new rows change nothing of what is
 * selected, chosen or focused. It takes the focus as it opens, unless something is being typed. `documents` must stay
 * the same object; `draw` has the place of an offset drawn.
 */
export function useShownSurface(
  frame: RefObject<HTMLElement | null>,
  documents: readonly DocumentId[],
  draw: (document: DocumentId, offset: number) => void
): void {
  const latest = useRef(draw)
  latest.current = draw
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const hide = showSurface(compareSurface(element, documents, (id, offset) => latest.current(id, offset)))
    if (!isTyping(document.activeElement)) element.focus({ preventScroll: true })
    document.addEventListener('selectionchange', readSelection)
    return () => {
      document.removeEventListener('selectionchange', readSelection)
      hide()
    }
  }, [frame, documents])
}

/** A row that is drawn anew loses the page's own selection in it: puts it back where one reads there. */
export function useSelectionKept(frame: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  const before = useRef(rows)
  useLayoutEffect(() => {
    if (before.current === rows) return
    before.current = rows
    const { selection, surface } = useSurface.getState()
    const reading =
      document.activeElement === document.body || frame.current?.contains(document.activeElement)
    if (selection && reading) surface?.select(selection)
  }, [frame, rows])
}
