/** The token types of either side of a link, each once, and how sure the link is. */
export interface LinkedTypes {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly weight: number
}

/** A pair of types is one number: that of a · keyBase + that of b. */
export const keyBase = 2 ** 24
/** A pair must have met in this many links at least: fewer would only learn the links by heart. */
export const leastMeetings = 2

/**
 * Pairs that met in enough links. A group is a token of b in a link: the pairs that could have made it are
 * `ids[first[group]]` to `ids[first[group + 1] - 1]`, numbers into `keys`. Counted type by type in flat arrays: a map of
 * pairs took a third of the time of a long alignment.
 */
export function meetings(links: readonly LinkedTypes[]): {
  keys: number[]
  first: Int32Array
  ids: Int32Array
  weights: Float64Array
} {
  const linksOf = new Map<number, number[]>()
  const firstGroup = new Int32Array(links.length + 1)
  let typesB = 0
  links.forEach(({ a, b }, at) => {
    firstGroup[at + 1] = (firstGroup[at] ?? 0) + b.length
    for (const x of a) {
      const known = linksOf.get(x)
      if (known) known.push(at)
      else linksOf.set(x, [at])
    }
    for (const y of b) typesB = Math.max(typesB, y + 1)
  })
  const groups = firstGroup[links.length] ?? 0
  const sizes = new Int32Array(groups + 1)
  const met = new Int32Array(typesB)
  const keys: number[] = []
  /** Where the pairs of each type of a begin in `keys`. */
  const begins: (readonly [x: number, from: number])[] = []
  const eachPair = (x: number, tell: (y: number, group: number) => void) => {
    for (const at of linksOf.get(x) ?? []) {
      const from = firstGroup[at] ?? 0
      for (const [k, y] of (links[at]?.b ?? []).entries()) tell(y, from + k)
    }
  }
  for (const x of linksOf.keys()) {
    const touched: number[] = []
    begins.push([x, keys.length])
    eachPair(x, (y) => {
      const times = (met[y] ?? 0) + 1
      met[y] = times
      if (times === 1) touched.push(y)
      if (times === leastMeetings) keys.push(x * keyBase + y)
    })
    eachPair(x, (y, group) => {
      if ((met[y] ?? 0) >= leastMeetings) sizes[group] = (sizes[group] ?? 0) + 1
    })
    for (const y of touched) met[y] = 0
  }
  const first = new Int32Array(groups + 1)
  for (let group = 0; group < groups; group++) first[group + 1] = (first[group] ?? 0) + (sizes[group] ?? 0)
  const ids = new Int32Array(first[groups] ?? 0)
  const next = first.slice()
  const idOf = met.fill(-1)
  begins.forEach(([x, from], order) => {
    const to = begins[order + 1]?.[1] ?? keys.length
    for (let id = from; id < to; id++) idOf[(keys[id] ?? 0) % keyBase] = id
    eachPair(x, (y, group) => {
      const id = idOf[y] ?? -1
      if (id < 0) return
      const at = next[group] ?? 0
      ids[at] = id
      next[group] = at + 1
    })
    for (let id = from; id < to; id++) idOf[(keys[id] ?? 0) % keyBase] = -1
  })
  const weights = new Float64Array(groups)
  for (const [at, { weight }] of links.entries()) weights.fill(weight, firstGroup[at], firstGroup[at + 1])
  return { keys, first, ids, weights }
}
