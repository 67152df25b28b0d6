import { useEffect } from 'react'
import { create } from 'zustand'
import type { Span } from '../../shared/model/offsets'
import type { TextView } from '../editor/text-view'

interface VisibleRange {
  /** The stretch of the text in or near the window, and a count that grows whenever something may stand elsewhere. */
  readonly span: Span | null
  readonly layouts: number
}

/** What of the text can be seen, measured once a frame for all that stands beside it. */
export const useVisibleRange = create<VisibleRange>(() => ({ span: null, layouts: 0 }))

const margin = 500

/** Keeps `useSight` true while a view is shown. */
export function useMeasuredVisibleRange(view: TextView | null): void {
  useEffect(() => {
    if (!view) return
    let asked = 0
    const measure = () =>
      useVisibleRange.setState(({ layouts }) => ({ span: view.geometry.sight(margin), layouts: layouts + 1 }))
    const later = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(measure)
    }
    const scroller = view.scroller
    const sizes = new ResizeObserver(later)
    sizes.observe(view.element)
    scroller?.addEventListener('scroll', later, { passive: true })
    void document.fonts.ready.then(later)
    measure()
    return () => {
      cancelAnimationFrame(asked)
      sizes.disconnect()
      scroller?.removeEventListener('scroll', later)
      useVisibleRange.setState({ span: null })
    }
  }, [view])
}
