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
    const stopKeeping = keepTopLine(view)
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
      stopKeeping()
    }
  }, [view, id])
}

/** Within a line, whatever its height: so far below the upper edge of the window the topmost line is looked for, in pixels. */
const intoLine = 12

/** So many milliseconds after another width the browser may still move what it has laid out. */
const settlingMs = 250

/**
 * Keeps the topmost line at the top while the window gets wider or narrower, its lines being other ones then. Returns what
 * ends it.
 */
function keepTopLine(view: TextView): () => void {
  const { scroller } = view
  if (!scroller) return () => undefined
  let line: { readonly offset: number; readonly below: number } | null = null
  let width = scroller.clientWidth
  let frame = 0
  /** Until then what scrolls is the new layout, and nobody who reads on. */
  let settled = 0
  const look = () => {
    const { top } = scroller.getBoundingClientRect()
    const text = view.element.getBoundingClientRect()
    const offset = view.geometry.offsetAt(text.left + text.width / 2, top + intoLine)
    line = offset === null ? null : { offset, below: view.geometry.caretAt(offset, 1).top - top }
  }
  const onScroll = () => {
    if (performance.now() < settled) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }
  const putBack = () => {
    if (!line) return
    const { top } = scroller.getBoundingClientRect()
    scroller.scrollTop += view.geometry.caretAt(line.offset, 1).top - top - line.below
  }
  const widths = new ResizeObserver(() => {
    if (scroller.clientWidth === width) return
    width = scroller.clientWidth
    settled = performance.now() + settlingMs
    cancelAnimationFrame(frame)
    // Far paragraphs are laid out only now, and turn out higher or lower than they were taken to be.
    putBack()
    frame = requestAnimationFrame(putBack)
  })
  widths.observe(scroller)
  frame = requestAnimationFrame(look)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    widths.disconnect()
    scroller.removeEventListener('scroll', onScroll)
  }
}
