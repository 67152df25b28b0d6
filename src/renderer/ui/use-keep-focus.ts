import { type RefObject, useEffect } from 'react'

/**
 * Brings the focus back into a dialog when the button that had it is gone or switched off, or has no room in a window
 * made smaller: without focus inside, its keys (Escape first of all) would reach nothing.
 */
export function useKeepFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const keep = () => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) element.focus()
      else if (element.contains(activeElement) && activeElement.matches(':disabled')) element.focus()
    }
    const watch = new MutationObserver(keep)
    watch.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled']
    })
    // What is no longer drawn loses the focus once the window is drawn anew.
    const afterPaint = () => requestAnimationFrame(() => requestAnimationFrame(keep))
    window.addEventListener('resize', afterPaint)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', afterPaint)
    }
  }, [ref])
}
