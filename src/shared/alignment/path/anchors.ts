import type { Relations } from '../evidence/relations'
import type { Side } from '../evidence/side'
import type { Node } from './corridor'

/** A type that stands in more sentences than this is no anchor. */
const mostSentences = 24
const candidatesEach = 4

interface Point {
  readonly i: number
  readonly j: number
  readonly weight: number
}

/**
 * Nodes that the path surely passes near, for texts too long to search whole: pairs of sentences that share rare
 * things, and of these the heaviest chain that goes forward in both texts (a weighted longest increasing
 * subsequence, in O(p log n)). No diagonal is assumed, so missing chapters and drift do not lose the path. A point
 * of the chain without support near it is left out.
 */
export function anchors(a: Side, b: Side, relations: Relations): Node[] {
  const chain = heaviestChain(candidates(a, b, relations), b.size)
  return chain.filter((point, k) => supported(point, chain[k - 1], chain[k + 1])).map(({ i, j }) => [i, j])
}

function candidates(a: Side, b: Side, { fromA }: Relations): Point[] {
  const placesB = sentencesOf(b)
  const placesA = sentencesOf(a)
  const weight = new Float64Array(b.size)
  const points: Point[] = []
  for (let i = 0; i < a.size; i++) {
    const touched: number[] = []
    for (const type of new Set(a.tokens[i])) {
      const own = placesA[type]?.length ?? 0
      if (own === 0 || own > mostSentences) continue
      const types = fromA.types[type]
      const values = fromA.values[type]
      if (!types || !values) continue
      for (let k = 0; k < types.length; k++) {
        const places = placesB[types[k] ?? 0] ?? []
        if (places.length > mostSentences) continue
        const worth = (values[k] ?? 0) * Math.log((a.size * b.size) / (own * places.length))
        for (const j of places) {
          if (weight[j] === 0) touched.push(j)
          weight[j] = (weight[j] ?? 0) + worth
        }
      }
    }
    const found = touched.map((j) => ({ i, j, weight: weight[j] ?? 0 })).sort((x, y) => y.weight - x.weight)
    for (const j of touched) weight[j] = 0
    points.push(...found.slice(0, candidatesEach))
  }
  return points
}

/** For each type the sentences it stands in, once each. */
function sentencesOf(side: Side): number[][] {
  const places: number[][] = side.types.map(() => [])
  side.tokens.forEach((tokens, i) => {
    for (const type of tokens) {
      const own = places[type]
      if (own && own.at(-1) !== i) own.push(i)
    }
  })
  return places
}

/** The chain, strictly forward in both texts, whose points weigh most together. */
function heaviestChain(points: readonly Point[], columns: number): Point[] {
  const best = new Float64Array(columns + 1)
  const last = new Int32Array(columns + 1).fill(-1)
  const before = new Int32Array(points.length)
  const total = new Float64Array(points.length)
  let top = -1
  for (let from = 0; from < points.length; ) {
    let to = from
    while (to < points.length && points[to]?.i === points[from]?.i) to++
    for (let k = from; k < to; k++) {
      const { j, weight } = points[k] ?? { j: 0, weight: 0 }
      let [sum, previous] = [0, -1]
      for (let at = j; at > 0; at -= at & -at)
        if ((best[at] ?? 0) > sum) [sum, previous] = [best[at] ?? 0, last[at] ?? -1]
      total[k] = sum + weight
      before[k] = previous
    }
    for (let k = from; k < to; k++) {
      if (top < 0 || (total[k] ?? 0) > (total[top] ?? 0)) top = k
      for (let at = (points[k]?.j ?? 0) + 1; at <= columns; at += at & -at)
        if ((total[k] ?? 0) > (best[at] ?? 0)) {
          best[at] = total[k] ?? 0
          last[at] = k
        }
    }
    from = to
  }
  const chain: Point[] = []
  for (let k = top; k >= 0; k = before[k] ?? -1) {
    const point = points[k]
    if (point) chain.push(point)
  }
  return chain.reverse()
}

const strong = 12
const nearRows = 12
const nearColumns = 30

function supported(point: Point, before: Point | undefined, after: Point | undefined): boolean {
  const near = (other: Point | undefined) =>
    other !== undefined &&
    Math.abs(other.i - point.i) <= nearRows &&
    Math.abs(other.j - point.j) <= nearColumns
  return (
    near(before) || near(after) || (point.weight >= strong && before === undefined && after === undefined)
  )
}
