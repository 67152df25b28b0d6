import type { Method } from './contract'

/**
 * Answers and events go to a window as one text of JSON. The bridge between the preload and the page copies objects value
 * by value, which takes longer than everything else where there are tens of thousands of values; a text it copies at once.
 */

/** The methods whose answers hold bytes, which JSON has none of: their answers go as they are. */
const withBytes: ReadonlySet<unknown> = new Set<Method>(['export.preview'])

/** An answer as it goes to a window. */
export function answerForWire(method: unknown, answer: unknown): unknown {
  return withBytes.has(method) ? answer : JSON.stringify(answer)
}

/** An answer as it came to a window; its type is that of the method it answers. */
export function answerFromWire(sent: unknown): unknown {
  return typeof sent === 'string' ? JSON.parse(sent) : sent
}
