import { useEffect } from 'react'
import type { TextView } from '../editor/text-view'

/** Keeps the topmost line of a text at the top, however wide the window is. */
export function useTopLine(view: TextView | null): void {
  useEffect(() => (view ? keepTopLine(view) : undefined), [view])
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
    const offset = view.geometry.textAt(text.left + text.width / 2, top + intoLine)
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
