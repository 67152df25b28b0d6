import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Comparisons up to this long are drawn whole. */
const whole = 150
const guess = 120

export interface RowWindow {
  readonly places: readonly number[]
  readonly before: number
  readonly after: number
  /** Measures a drawn row; given as its ref. */
  readonly measure: ((element: Element | null) => void) | undefined
  /** Brings a place of the list into what is drawn and in sight. */
  scrollTo(place: number): void
}

/** Draws of a long comparison only the rows in sight and some around them; rows are as high as their text makes them. */
export function useRowsWindowed(count: number, frame: RefObject<HTMLElement | null>): RowWindow {
  const long = count > whole
  const virtualizer: Virtualizer<HTMLElement, Element> = useVirtualizer({
    count,
    enabled: long,
    getScrollElement: () => frame.current,
    estimateSize: () => guess,
    overscan: 3
  })
  if (!long)
    return {
      places: Array.from({ length: count }, (_, place) => place),
      before: 0,
      after: 0,
      measure: undefined,
      scrollTo: (place) =>
        frame.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' })
    }
  const items = virtualizer.getVirtualItems()
  return {
    places: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
    scrollTo: (place) => virtualizer.scrollToIndex(place, { align: 'auto' })
  }
}
