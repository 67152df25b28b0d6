/** Sentence numbers that a hand has linked; an empty side is a left-out by hand. */
export interface FixedLink {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** A fixed link as a step of the path. */
export interface FixedStep {
  readonly i: number
  readonly j: number
  readonly m: number
  readonly n: number
}

/** Constraints of the search: the sentences that take part in it, and the steps that the path has to take. */
export interface Constraints {
  /** The sentences of either side that are searched, in order. */
  readonly keptA: readonly number[]
  readonly keptB: readonly number[]
  /** In numbers of the kept sentences; in order, never crossing. */
  readonly steps: readonly FixedStep[]
  /** Fixed links that the path does not pass: left-outs, and links that cross others or are torn apart. */
  readonly apart: readonly FixedLink[]
}

/**
 * Sorts links made by hand into steps that the path has to take and links whose sentences are taken out of the
 * search. Of links that cross each other the longest chain in order is kept in the path. A sentence named twice
 * belongs to the link named first.
 */
export function constraintsOf(fixed: readonly FixedLink[], sizeA: number, sizeB: number): Constraints {
  const links = withoutOverlap(fixed, sizeA, sizeB)
  const whole = links.filter(({ a, b }) => a.length > 0 && b.length > 0 && inOneRun(a) && inOneRun(b))
  const steady = new Set(longestChain(whole))
  const apart = links.filter((link) => !steady.has(link))
  const outA = new Set(apart.flatMap(({ a }) => a))
  const outB = new Set(apart.flatMap(({ b }) => b))
  const keptA = numbers(sizeA).filter((at) => !outA.has(at))
  const keptB = numbers(sizeB).filter((at) => !outB.has(at))
  const placeA = new Map(keptA.map((at, place) => [at, place]))
  const placeB = new Map(keptB.map((at, place) => [at, place]))
  const steps = [...steady].map(({ a, b }) => ({
    i: placeA.get(a[0] ?? 0) ?? 0,
    j: placeB.get(b[0] ?? 0) ?? 0,
    m: a.length,
    n: b.length
  }))
  return { keptA, keptB, steps, apart }
}

function withoutOverlap(fixed: readonly FixedLink[], sizeA: number, sizeB: number): FixedLink[] {
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  return fixed.flatMap((link) => {
    const a = link.a.filter((at) => at < sizeA && !takenA.has(at)).sort((x, y) => x - y)
    const b = link.b.filter((at) => at < sizeB && !takenB.has(at)).sort((x, y) => x - y)
    for (const at of a) takenA.add(at)
    for (const at of b) takenB.add(at)
    return a.length + b.length > 0 ? [{ a, b }] : []
  })
}

function inOneRun(list: readonly number[]): boolean {
  return list.every((at, k) => k === 0 || at === (list[k - 1] ?? 0) + 1)
}

/** The longest chain of links that goes forward in both texts. */
function longestChain(links: readonly FixedLink[]): FixedLink[] {
  const sorted = [...links].sort((x, y) => (x.a[0] ?? 0) - (y.a[0] ?? 0))
  const tails: number[] = []
  const before: number[] = []
  const start = (k: number) => sorted[k]?.b[0] ?? 0
  sorted.forEach((_, k) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (start(tails[middle] ?? 0) < start(k)) low = middle + 1
      else high = middle
    }
    before[k] = tails[low - 1] ?? -1
    tails[low] = k
  })
  const chain: FixedLink[] = []
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k] ?? -1) {
    const link = sorted[k]
    if (link) chain.push(link)
  }
  return chain.reverse()
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k)
}
