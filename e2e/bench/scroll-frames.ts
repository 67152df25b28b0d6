import type { Locator, Page } from '@playwright/test'

/** A frame that took longer than one and a half periods was dropped. */
const droppedMs = 25

/** Scrolls an element frame by frame. Gives the time from each frame to the next, in milliseconds; none where it did not move. */
export function scrollFrames(scroller: Locator, frames = 200, pixels = 180): Promise<number[]> {
  return scroller.evaluate(
    (frame, [count, step]) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = []
        const from = frame.scrollTop
        let last = performance.now()
        const next = () => {
          const now = performance.now()
          gaps.push(now - last)
          last = now
          frame.scrollBy(0, step)
          if (gaps.length < count) requestAnimationFrame(next)
          else done(frame.scrollTop > from ? gaps.slice(1) : [])
        }
        requestAnimationFrame(next)
      }),
    [frames, pixels] as const
  )
}

export function dropped(gaps: readonly number[]): number {
  return gaps.filter((gap) => gap > droppedMs).length
}

/** The floor: a list of as many rows with nothing in them, over all else in the same window. Heights in pixels. */
export async function showEmptyList(page: Page, rows: number, rowHeight: number): Promise<Locator> {
  await page.evaluate(
    ([count, height]) => {
      const list = document.createElement('div')
      list.className = 'empty-list'
      const over = { position: 'fixed', inset: '0', overflow: 'auto', background: 'white', zIndex: '99' }
      Object.assign(list.style, over)
      for (let i = 0; i < count; i++) {
        const own = document.createElement('div')
        own.style.height = `${height}px`
        list.append(own)
      }
      document.body.append(list)
    },
    [rows, rowHeight] as const
  )
  return page.locator('.empty-list')
}
