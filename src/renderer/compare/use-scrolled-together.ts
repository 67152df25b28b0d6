import { type RefObject, useCallback, useEffect, useRef } from 'react'

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
    const sentence = nearest(column, row)
    if (!sentence) return
    const to =
      column.scrollTop + sentence.getBoundingClientRect().top - column.getBoundingClientRect().top - y
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
      const sentence = sentenceAt(leader, box.top + y)
      if (!sentence) return
      const top = sentence.getBoundingClientRect().top - box.top
      const row = Number(sentence.dataset.row)
      for (const other of columnsOf(element)) if (other !== leader) place(other, row, top)
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

/** The sentence of a column at a height of the window: the last that begins at or above it. */
function sentenceAt(column: HTMLElement, y: number): HTMLElement | null {
  const all = column.querySelectorAll<HTMLElement>('.sentence')
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((all[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return all[low] ?? null
}

/** A column's sentence in a row, or in the nearest row before it that the column has. */
function nearest(column: HTMLElement, row: number): HTMLElement | null {
  let [found, best]: [HTMLElement | null, number] = [null, -1]
  for (const each of column.querySelectorAll<HTMLElement>('.sentence')) {
    const own = Number(each.dataset.row)
    if (own === row) return each
    if (own < row && own > best) [found, best] = [each, own]
  }
  return found ?? column.querySelector<HTMLElement>('.sentence')
}
