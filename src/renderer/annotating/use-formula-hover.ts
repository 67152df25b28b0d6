import { useEffect } from 'react'
import { span } from '../../shared/model/span'
import { useSurface } from '../state/surface'
import { formulaAt, useShownFormulae } from './formula-places'

/** The pointer rests so long on a formula before its entry opens, and may leave so long before it closes. */
const restMs = 450
const leaveMs = 300

/** Opens the entry of a formula that the pointer rests on; closes it when the pointer has left both. */
export function useFormulaHover(): void {
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    let leaving: ReturnType<typeof setTimeout> | undefined
    const close = () => useShownFormulae.setState({ card: null })
    const move = (event: PointerEvent) => {
      clearTimeout(resting)
      const { places, card } = useShownFormulae.getState()
      if (places.size === 0 || event.buttons !== 0) return
      const { target, clientX, clientY } = event
      if (target instanceof Element && target.closest('.formula-card')) {
        clearTimeout(leaving)
        leaving = undefined
        return
      }
      if (card && !card.byKey) leaving ??= setTimeout(close, leaveMs)
      if (!(target instanceof Element) || !target.closest('.text, .cell, .running')) return
      resting = setTimeout(() => {
        const caret = useSurface.getState().surface?.caretAt(clientX, clientY)
        const here = caret ? formulaAt(caret) : null
        if (!here || !isOver(here, clientX, clientY)) return
        clearTimeout(leaving)
        leaving = undefined
        useShownFormulae.setState({ card: here })
      }, restMs)
    }
    const scrolled = () => {
      clearTimeout(resting)
      if (useShownFormulae.getState().card?.byKey === false) close()
    }
    const pressed = (event: Event) => {
      clearTimeout(resting)
      if (!(event.target instanceof Element && event.target.closest('.formula-card'))) close()
    }
    window.addEventListener('pointermove', move, { passive: true })
    window.addEventListener('pointerdown', pressed, { passive: true, capture: true })
    window.addEventListener('scroll', scrolled, { passive: true, capture: true })
    return () => {
      clearTimeout(resting)
      clearTimeout(leaving)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerdown', pressed, { capture: true })
      window.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [])
}

/** Whether a point lies on the words themselves: the nearest place in a text may be a line away. */
function isOver(
  { document, place }: NonNullable<ReturnType<typeof formulaAt>>,
  x: number,
  y: number
): boolean {
  const { start, end } = place
  const range = useSurface.getState().surface?.rangeOf({ document, ...span(start, end) })
  return [...(range?.getClientRects() ?? [])].some(
    (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 2 && y <= box.bottom + 2
  )
}
