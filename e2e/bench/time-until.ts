import type { Page } from '@playwright/test'

export interface Took {
  /** Milliseconds from an event until something is in the page, and until its frame is painted (the wait for it included). */
  readonly there: number
  readonly painted: number
}

/** Does something, and tells how long after an event of the page (by its name) an element (by its selector, and a text in it) was there. */
export async function timeUntil(
  page: Page,
  event: string,
  there: string,
  act: () => Promise<void>,
  text = ''
): Promise<Took> {
  await page.evaluate(
    ([name, selector, said]) => {
      const isThere = () =>
        [...document.querySelectorAll(selector)].some(
          (each) => said === '' || each.textContent?.includes(said)
        )
      const times = { begun: 0, there: 0, painted: 0 }
      Reflect.set(window, 'benchTimes', times)
      if (isThere()) throw new Error(`${selector} is there before ${name}`)
      // What a listener that comes before ours draws at once is seen before `begin` has run.
      const look = () => {
        if (times.there > 0 || !isThere()) return
        times.there = performance.now()
        watch.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            times.painted = performance.now()
          }
          port2.postMessage(null)
        })
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] })
      // The app may have heard of it first: what counts is when it happened.
      const begin = ({ timeStamp }: Event) => {
        times.begun = timeStamp
      }
      document.addEventListener(name, begin, { capture: true, once: true })
    },
    [event, there, text] as const
  )
  await act()
  const took = await page.waitForFunction(
    () => {
      const { begun, there: seen, painted } = Reflect.get(window, 'benchTimes')
      return painted > 0 && begun > 0 ? { there: seen - begun, painted: painted - begun } : null
    },
    undefined,
    { timeout: 120_000 }
  )
  const times = await took.jsonValue()
  if (!times || times.there <= 0) throw new Error(`${event} was not seen before ${there}`)
  return times
}
