import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface SteadyList {
  /** Where the list begins: as it was when the pointer came, as long as it is there. */
  readonly from: number
  readonly hold: () => void
  readonly release: () => void
  readonly isHeld: () => boolean
}

/** What a height in CSS pixels, kept in sixty-fourths, may be off. */
const leastGrowthPixels = 1 / 32

/** Not rounded, in CSS pixels. */
function heightOf(box: HTMLElement): number {
  return box.getBoundingClientRect().height
}

/**
 * Keeps a list still while the pointer is over it: what stands above it (`above`) may grow with every entry that is
 * chosen, and the next one would be clicked beside. It scrolls by what is added, and takes up no less than before.
 */
export function useSteadyList(
  above: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  from: number
): SteadyList {
  const [held, setHeld] = useState<number | null>(null)
  const height = useRef<number | null>(null)
  const leaving = useRef(0)
  const isHeld = useCallback(() => height.current !== null, [])
  const hold = useCallback(() => {
    cancelAnimationFrame(leaving.current)
    const box = above.current
    if (!box || height.current !== null) return
    height.current = heightOf(box)
    box.style.minHeight = `${height.current}px`
    // The browser would do the same a second time, but only where the panel is scrolled already.
    box.parentElement?.style.setProperty('overflow-anchor', 'none')
    setHeld(from)
  }, [above, from])
  const letGo = useCallback(() => {
    height.current = null
    above.current?.style.removeProperty('min-height')
    above.current?.parentElement?.style.removeProperty('overflow-anchor')
    list.current?.style.removeProperty('margin-bottom')
    setHeld(null)
  }, [above, list])
  // What grows is heard of after the pointer is told that it has left: only when it is still outside then has it left.
  const release = useCallback(() => {
    cancelAnimationFrame(leaving.current)
    leaving.current = requestAnimationFrame(() => {
      leaving.current = requestAnimationFrame(letGo)
    })
  }, [letGo])
  useEffect(() => {
    const box = above.current
    const scroller = box?.parentElement
    if (!box || !scroller) return
    // It is told before the picture is drawn, so that nothing is seen to move.
    const sizes = new ResizeObserver(() => {
      if (height.current === null) return
      // One scrolls by whole pixels: it grows by as many, too.
      const grown = Math.ceil(heightOf(box) - height.current - leastGrowthPixels)
      height.current += grown
      box.style.minHeight = `${height.current}px`
      // Room to scroll into, also where the list ends above the foot of the panel.
      if (list.current) list.current.style.marginBottom = `${scroller.clientHeight}px`
      scroller.scrollTop += grown
    })
    sizes.observe(box)
    return () => {
      cancelAnimationFrame(leaving.current)
      sizes.disconnect()
    }
  }, [above, list])
  return { from: held ?? from, hold, release, isHeld }
}
