import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether an element is narrower than so many pixels; it follows the window and the panels. */
export function useNarrower(element: RefObject<HTMLElement | null>, enoughWidth: number): boolean {
  const [isNarrower, setNarrower] = useState(false)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return undefined
    const measure = () => setNarrower(current.clientWidth < enoughWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [element, enoughWidth])
  return isNarrower
}
