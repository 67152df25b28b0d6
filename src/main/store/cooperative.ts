import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long one turn of background work may hold up everything else, in milliseconds. */
const sliceMilliseconds = 6

/** Joins parts, giving way to other work every few milliseconds. The parts must not change meanwhile. */
export async function joinYielding(parts: Iterable<string>): Promise<string> {
  const joined: string[] = []
  await forEachYielding(parts, (part) => {
    joined.push(part)
  })
  return joined.join('')
}

/** Does something with each item, one after another, giving way to other work every few milliseconds. */
export async function forEachYielding<T>(
  items: Iterable<T>,
  work: (item: T) => void | Promise<void>
): Promise<void> {
  let until = performance.now() + sliceMilliseconds
  for (const item of items) {
    const waits = work(item)
    if (waits) await waits
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + sliceMilliseconds
  }
}

/** Takes the steps of some work, giving way to other work every few milliseconds; resolves with what it comes to. */
export async function stepYielding<T>(steps: Generator<unknown, T>): Promise<T> {
  let until = performance.now() + sliceMilliseconds
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + sliceMilliseconds
  }
}

/** The same at once. */
export function stepThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
