import type { Fixed } from './drift'
import type { Standing } from './search'

/** So far a place may lie from where its two neighbours have it, UTF-16 code units. */
const slack = 2

/**
 * The only one of several equal places that the neighbours of a quote allow: it lies between the two, and, where the text
 * has drifted alike around it, just so far from them. Null where none or several do. `start` is in the quote's own
 * counting, `fixed` are quotes found for sure, in the order of both.
 */
export function between(
  standing: readonly Standing[],
  start: number,
  fixed: readonly Fixed[]
): Standing | null {
  if (standing.length < 2) return null
  const before = fixed.findLast(({ was }) => was < start)
  const after = fixed.find(({ was }) => was > start)
  if (!before || !after) return null
  const inside = standing.filter((place) => place.start > before.is && place.start < after.is)
  if (inside.length === 1) return inside[0] ?? null
  const ends = [before.is + start - before.was, after.is - (after.was - start)]
  const low = Math.min(...ends) - slack
  const high = Math.max(...ends) + slack
  const near = inside.filter((place) => place.start >= low && place.start <= high)
  return near.length === 1 ? (near[0] ?? null) : null
}

interface Ordered {
  readonly quote: { readonly exact: string; readonly start: number | null }
  readonly standing: readonly Standing[]
}

/**
 * Where each of the places of some words is quoted, each at a position of its own, their order tells them apart: the
 * k-th of n. Null for all others.
 */
export function kOfN(all: readonly Ordered[]): (Standing | null)[] {
  const groups = new Map<string, Ordered[]>()
  for (const each of all)
    if (each.standing.length > 1 && each.quote.start !== null) {
      const key = each.standing.map(({ start }) => start).sort((a, b) => a - b)
      groups.set(key.join(), [...(groups.get(key.join()) ?? []), each])
    }
  const found = new Map<Ordered, Standing>()
  for (const group of groups.values()) {
    const places = [...(group[0]?.standing ?? [])].sort((a, b) => a.start - b.start)
    const starts = [...new Set(group.map(({ quote }) => quote.start ?? 0))].sort((a, b) => a - b)
    if (starts.length !== places.length) continue
    for (const each of group) {
      const place = places[starts.indexOf(each.quote.start ?? 0)]
      if (place) found.set(each, place)
    }
  }
  return all.map((each) => found.get(each) ?? null)
}
