import type { Evidence } from './evidence'

/** The cost (a negative log probability, up to a constant) of linking m sentences from i with n from j. */
export interface CostModel {
  cost(i: number, j: number, m: number, n: number): number
}

/** The shapes that a link may have, [m, n], and what each costs before its content is looked at. */
export const shapes: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.2],
  [1, 0, 4.2],
  [0, 1, 4.2],
  [2, 1, 2.4],
  [1, 2, 2.4],
  [2, 2, 4.5],
  [3, 1, 3.8],
  [1, 3, 3.8],
  [4, 1, 5],
  [1, 4, 5]
]

const lexicalWeight = { words: 9, figures: 5 }
const lengthWeight = { words: 0.6, figures: 1 }

export function buildCostModel(
  left: readonly Evidence[],
  right: readonly Evidence[],
  words: boolean
): CostModel {
  const weight = rarity(left, right)
  const leftNorm = prefixSums(left.map((each) => norm(each, weight)))
  const rightNorm = prefixSums(right.map((each) => norm(each, weight)))
  const leftLength = prefixSums(left.map((each) => each.length))
  const rightLength = prefixSums(right.map((each) => each.length))
  const overlap = overlaps(left, right, weight)
  const ratio = (rightLength.at(-1) ?? 1) / (leftLength.at(-1) ?? 1)
  const spread = 6.8 * Math.max(1, ratio)
  const lexical = words ? lexicalWeight.words : lexicalWeight.figures
  const byLength = words ? lengthWeight.words : lengthWeight.figures
  const headings = [left, right].every((side) => side.some((each) => each.heading))
  const prior = new Map(shapes.map(([m, n, cost]) => [m * 8 + n, cost]))
  const sum = (sums: Float64Array, from: number, count: number) =>
    (sums[from + count] ?? 0) - (sums[from] ?? 0)

  const similarity = (i: number, j: number, m: number, n: number): number => {
    let shared = 0
    for (let x = i; x < i + m; x++) for (let y = j; y < j + n; y++) shared += overlap(x, y)
    const whole = sum(leftNorm, i, m) + sum(rightNorm, j, n)
    return whole === 0 ? 0 : Math.min(1, (2 * shared) / whole)
  }

  return {
    cost(i, j, m, n) {
      const base = prior.get(m * 8 + n) ?? 9
      if (m === 0 || n === 0) return base
      const a = sum(leftLength, i, m)
      const b = sum(rightLength, j, n)
      const delta = (b - a * ratio) / Math.sqrt(spread * (a * ratio + b) * 0.5)
      const byDelta = Math.min(12, (delta * delta) / 2)
      const alike = similarity(i, j, m, n)
      const mixed = headings && isMixed(left, i, m, right, j, n) ? mixedCost : 0
      return mixed + base + byLength * byDelta + lexical * (0.3 - Math.sqrt(alike) * 0.9)
    }
  }
}

/** A heading answers a heading: a link that joins one with running text is improbable. */
const mixedCost = 6

function isMixed(
  left: readonly Evidence[],
  i: number,
  m: number,
  right: readonly Evidence[],
  j: number,
  n: number
) {
  const first = left[i]?.heading
  const others = [...left.slice(i, i + m), ...right.slice(j, j + n)]
  return others.some((each) => each.heading !== first)
}

/** The weight of each token: log of how rarely it stands in a sentence, over both sides. */
function rarity(left: readonly Evidence[], right: readonly Evidence[]): Map<string, number> {
  const count = new Map<string, number>()
  const total = left.length + right.length
  for (const { tokens } of [...left, ...right])
    for (const token of tokens) count.set(token, (count.get(token) ?? 0) + 1)
  for (const [token, times] of count) count.set(token, Math.log(1 + total / times))
  return count
}

function norm({ tokens }: Evidence, weight: Map<string, number>): number {
  let sum = 0
  for (const token of tokens) sum += weight.get(token) ?? 0
  return sum
}

/** Shared weight of sentence x and sentence y, computed once when first asked for. */
function overlaps(left: readonly Evidence[], right: readonly Evidence[], weight: Map<string, number>) {
  const rows = new Map<number, Map<number, number>>()
  const places = new Map<string, number[]>()
  right.forEach(({ tokens }, y) => {
    for (const token of tokens) {
      const known = places.get(token)
      if (known) known.push(y)
      else places.set(token, [y])
    }
  })
  const rowOf = (x: number) => {
    const row = new Map<number, number>()
    for (const token of left[x]?.tokens ?? [])
      for (const y of places.get(token) ?? []) row.set(y, (row.get(y) ?? 0) + (weight.get(token) ?? 0))
    rows.set(x, row)
    return row
  }
  return (x: number, y: number) => (rows.get(x) ?? rowOf(x)).get(y) ?? 0
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value
  })
  return sums
}
