/** A stretch of the margin in pixels, and the lane it is drawn in (0 is nearest the text). */
export interface Bar<T> {
  readonly item: T
  readonly top: number
  readonly bottom: number
  readonly lane: number
}

const mostLanes = 8

/** Gives each bar the first lane that is free where it begins. Past the last lane they share it. */
export function assignLanes<T>(spans: readonly Omit<Bar<T>, 'lane'>[]): Bar<T>[] {
  const ends: number[] = []
  return spans
    .toSorted((a, b) => a.top - b.top || b.bottom - a.bottom)
    .map((each) => {
      const free = ends.findIndex((end) => end <= each.top)
      const lane = Math.min(free === -1 ? ends.length : free, mostLanes - 1)
      ends[lane] = Math.max(each.bottom, ends[lane] ?? 0)
      return { ...each, lane }
    })
}
