import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { placesIn } from './running-paragraphs'

/** Where on a column's height the sentence stands that the others follow. */
const eyeLine = 0.3

/**
 * Columns that scroll together, whichever is moved: the others bring the sentences linked with the one at the eye's
 * height to the same height.
 *
 * @returns brings a row of links to the eye's height in every column
 */
export function useScrolledTogether(frame: RefObject<HTMLElement | null>): (row: number) => void {
  /** Columns that are being moved along, so that they do not lead in their turn. */
  const led = useRef(new Map<Element, number>())
  const place = useCallback((column: HTMLElement, row: number, y: number) => {
    const there = placesIn(column)?.topOf(row)
    if (there == null) return
    const to = column.scrollTop + there - column.getBoundingClientRect().top - y
    const bounded = Math.max(0, Math.min(column.scrollHeight - column.clientHeight, Math.round(to)))
    if (Math.abs(bounded - column.scrollTop) < 1) return
    led.current.set(column, bounded)
    column.scrollTop = bounded
  }, [])
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let asked = 0
    const follow = (leader: HTMLElement) => {
      const box = leader.getBoundingClientRect()
      const y = box.height * eyeLine
      const here = placesIn(leader)?.rowAt(box.top + y)
      if (!here) return
      for (const other of columnsOf(element)) if (other !== leader) place(other, here.row, here.top - box.top)
    }
    const onScroll = (event: Event) => {
      const column = event.target as HTMLElement
      const expected = led.current.get(column)
      led.current.delete(column)
      if (expected !== undefined && Math.abs(column.scrollTop - expected) < 2) return
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(() => follow(column))
    }
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(asked)
      element.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [frame, place])
  return useCallback(
    (row) => {
      for (const column of frame.current ? columnsOf(frame.current) : [])
        place(column, row, column.clientHeight * eyeLine)
    },
    [frame, place]
  )
}

function columnsOf(frame: HTMLElement): HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>('.running-scroll')]
}
