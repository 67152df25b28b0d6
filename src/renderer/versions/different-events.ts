import type { KnownDate } from '../../shared/model/document'

/**
 * The dates of the events that texts report, in order, where they are of different ones; empty where they agree, or too
 * little is known. Of two dates of one day one may be told to the month only.
 */
export function differentEvents(
  texts: readonly { readonly event: Pick<KnownDate, 'date'> | null }[]
): string[] {
  const dates = [...new Set(texts.flatMap(({ event }) => event?.date ?? []))].sort()
  const isOne = dates.every((date) => dates.at(-1)?.startsWith(date))
  return isOne ? [] : dates
}
