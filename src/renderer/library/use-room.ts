import { type RefCallback, useCallback, useState } from 'react'

/** Pixels of the library that are no column of facts: the ticks, the buttons of a row, the edges of the page. */
const beside = 34 + 76 + 44

/**
 * How wide the columns of a table can be together, in pixels; put `frame` on what holds the table and the tools above it.
 * How high those are stands in `--tools-height`, for what sticks below them.
 */
export function useRoom(): { readonly frame: RefCallback<HTMLElement>; readonly room: number } {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const frame = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const tools = element.querySelector<HTMLElement>('.place-tools')
    const measure = () => {
      setRoom(element.clientWidth - beside)
      element.style.setProperty('--tools-height', `${tools?.offsetHeight ?? 0}px`)
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    if (tools) sizes.observe(tools)
    return () => sizes.disconnect()
  }, [])
  return { frame, room }
}
