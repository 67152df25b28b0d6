/** Hits in one text: where each begins and ends (UTF-16), by start, then by end, none twice. */
export interface Hits {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export const noHits: Hits = { starts: [], ends: [] }

export function hitAt(
  { starts, ends }: Hits,
  index: number
): { readonly start: number; readonly end: number } {
  return { start: starts[index] ?? 0, end: ends[index] ?? 0 }
}

/** All hits of several lists, in order, each once. */
export function union(lists: readonly Hits[]): Hits {
  const filled = lists.filter(({ starts }) => starts.length > 0)
  const [only] = filled
  if (filled.length <= 1) return only ?? noHits
  return fromPairs(
    filled.flatMap(({ starts, ends }) =>
      starts.map((start, at): [number, number] => [start, ends[at] ?? start])
    )
  )
}

export function fromPairs(pairs: readonly (readonly [number, number])[]): Hits {
  const starts: number[] = []
  const ends: number[] = []
  for (const [start, end] of pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (starts.at(-1) === start && ends.at(-1) === end) continue
    starts.push(start)
    ends.push(end)
  }
  return { starts, ends }
}

/** The hits that fulfil a condition. */
export function filtered(hits: Hits, keeps: (start: number, end: number) => boolean): Hits {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < hits.starts.length; at++) {
    const { start, end } = hitAt(hits, at)
    if (!keeps(start, end)) continue
    starts.push(start)
    ends.push(end)
  }
  return { starts, ends }
}

/** The index of the first hit that begins at or after an offset; their number where none does. */
export function firstFrom({ starts }: Hits, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
