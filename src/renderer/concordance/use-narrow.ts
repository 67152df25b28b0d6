import { type RefObject, useLayoutEffect, useState } from 'react'

/** Beside the lines there is room for a panel in a place as wide as this, in pixels. */
const enoughWidth = 820

/** Whether a place is too narrow for a panel beside its lines; it follows the window. */
export function useNarrow(place: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const { current } = place
    if (!current) return undefined
    const measure = () => setNarrow(current.clientWidth < enoughWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [place])
  return isNarrow
}
