import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Lists up to this long are drawn whole: find-in-page, printing and tests see all of them. */
const whole = 250

export interface Windowed {
  /** The indices to draw. */
  readonly indices: readonly number[]
  /** The heights, in pixels, of what is not drawn before and behind them. */
  readonly before: number
  readonly after: number
}

/** Draws of a long list only what is in sight of the scroller that holds `inside`, and some more on either side. */
export function useWindowed(
  count: number,
  sizeOf: (index: number) => number,
  inside: RefObject<HTMLElement | null>
): Windowed {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  // After every drawing: a list that is empty at first may not be in the page yet.
  useLayoutEffect(() => setScroller(inside.current?.closest<HTMLElement>('[data-scroller]') ?? null))
  const long = count > whole
  const virtualizer = useVirtualizer({
    count,
    enabled: long,
    getScrollElement: () => scroller,
    estimateSize: sizeOf,
    overscan: 25
  })
  if (!long) return { indices: Array.from({ length: count }, (_, index) => index), before: 0, after: 0 }
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)
  return {
    indices: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    // Before anything is drawn too: a scroller that is only as high as what it holds would stay without height.
    after: virtualizer.getTotalSize() - (last?.end ?? 0)
  }
}
