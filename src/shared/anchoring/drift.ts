/** A passage that is found for certain: where it was, and where it is. */
export interface Fixed {
  readonly was: number
  readonly is: number
}

/** Where a place of the old text should lie now, and how far off that may be. */
export interface Expected {
  readonly at: number
  readonly slack: number
}

/** Two neighbours that agree vouch for all between them, if they are not too far; one alone only for what is close. */
const near = 20_000
const close = 400

/**
 * How far the text has drifted, by what was found for certain. Between two neighbours that agree, a place is known to
 * within a few characters; between two that do not, something was put in or taken out, and it lies somewhere between.
 */
export class Drift {
  private readonly fixed: readonly Fixed[]

  constructor(fixed: readonly Fixed[]) {
    this.fixed = [...fixed].sort((a, b) => a.was - b.was)
  }

  /**
   * Null where nothing certain is near enough. Offsets are of the same kind as those it was made with. What was found for
   * the very place that is asked about (`own`) is left out: a passage does not vouch for itself.
   */
  expected(was: number, own: Fixed | null = null): Expected | null {
    let low = 0
    let high = this.fixed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.fixed[middle]?.was ?? 0) <= was) low = middle + 1
      else high = middle
    }
    const isOwn = (each: Fixed | undefined) => own !== null && each?.was === own.was && each.is === own.is
    let last = low - 1
    while (isOwn(this.fixed[last])) last--
    while (isOwn(this.fixed[low])) low++
    const before = this.fixed[last]
    const after = this.fixed[low]
    const byBefore = before && was - before.was < near ? before.is + was - before.was : null
    const byAfter = after && after.was - was < near ? after.is - (after.was - was) : null
    if (byBefore !== null && byAfter !== null && Math.abs(byBefore - byAfter) < 400)
      return { at: (byBefore + byAfter) / 2, slack: Math.abs(byBefore - byAfter) / 2 + 12 }
    const toBefore = byBefore === null || !before ? near : was - before.was
    const toAfter = byAfter === null || !after ? near : after.was - was
    const [at, distance] = toBefore <= toAfter ? [byBefore, toBefore] : [byAfter, toAfter]
    if (at !== null && distance < close) return { at, slack: 20 + distance * 0.1 }
    return null
  }
}

/**
 * The most pairs that lie in the same order in both texts: what is not among them was moved, or mistaken for a copy.
 * Longest increasing subsequence by patience sorting (Fredman 1975).
 */
export function inOrder(pairs: readonly Fixed[]): Fixed[] {
  const sorted = [...pairs].sort((a, b) => a.was - b.was || a.is - b.is)
  const tops: number[] = []
  const previous: number[] = []
  for (const [index, { is }] of sorted.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[tops[middle] ?? 0]?.is ?? 0) < is) low = middle + 1
      else high = middle
    }
    previous[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const chain: Fixed[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = sorted[at]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}
