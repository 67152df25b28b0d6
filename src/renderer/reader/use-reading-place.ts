import { useEffect } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import type { TextView } from '../editor/text-view'
import { Debounce } from '../state/debounce'
import { reportRoute } from '../state/navigation'
import { usePreferences } from '../state/preferences'
import { rememberPlace } from '../state/ui-state'

const pauseMs = 400
/** After a change of type the lines settle within so many milliseconds. */
const reflowMs = 700

/** Remembers where one reads, for the next time, and tells where one was when one leaves for another place. */
export function useReadingPlace(view: TextView | null, id: DocumentId): void {
  useEffect(() => {
    if (!view) return
    const middle = () => {
      const box = view.scroller?.getBoundingClientRect()
      const text = view.element.getBoundingClientRect()
      return box ? view.geometry.offsetAt(text.left + 8, box.top + box.height / 2) : null
    }
    const keep = () => {
      const at = middle()
      if (at !== null) rememberPlace(id, at)
    }
    const due = new Debounce(keep, pauseMs)
    const later = () => {
      if (performance.now() > until) kept = null
      due.touch()
    }
    // Other type, other lines: where one was is asked before they are drawn, and kept until one scrolls.
    let kept: number | null = null
    let until = 0
    const stay = () => {
      if (kept !== null && performance.now() < until && view.element.isConnected) view.reveal(kept)
    }
    const sizes = new ResizeObserver(stay)
    sizes.observe(view.element)
    const unsubscribe = usePreferences.subscribe((now, before) => {
      if (now.reading === before.reading && now.scale === before.scale) return
      kept ??= middle()
      until = performance.now() + reflowMs
    })
    const { scroller } = view
    scroller?.addEventListener('scroll', later, { passive: true })
    const stop = reportRoute((place) => {
      const at = place.name === 'reader' && place.document === id ? middle() : null
      if (at === null) return place
      rememberPlace(id, at)
      return { name: 'reader', document: id, at }
    })
    return () => {
      due.cancel()
      scroller?.removeEventListener('scroll', later)
      stop()
      unsubscribe()
      sizes.disconnect()
    }
  }, [view, id])
}
