import { type RefObject, useEffect } from 'react'

/**
 * Brings the focus back into a dialog when the button that had it is gone or switched off: without focus inside,
 * its keys (Escape first of all) would reach nothing.
 */
export function useKeepFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new MutationObserver(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) element.focus()
      else if (element.contains(activeElement) && activeElement.matches(':disabled')) element.focus()
    })
    watch.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled']
    })
    return () => watch.disconnect()
  }, [ref])
}
