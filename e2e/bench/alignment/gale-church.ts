import type { Pair } from './score'

/**
 * Gale and Church (1993), as published: characters alone, one ratio of 1 and a variance of 6.8 a character, the six
 * shapes and their priors. The baseline that every aligner is held against.
 */
export function galeChurch(a: readonly string[], b: readonly string[]): Pair[] {
  const lengths = (texts: readonly string[]) => {
    const sums = [0]
    for (const text of texts) sums.push((sums.at(-1) ?? 0) + text.length)
    return sums
  }
  const [left, right] = [lengths(a), lengths(b)]
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const from = new Uint8Array(best.length)
  best[0] = 0
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++)
      shapes.forEach(([m, n, prior], k) => {
        if (i < m || j < n) return
        const before = best[(i - m) * width + j - n] ?? Number.POSITIVE_INFINITY
        const x = (left[i] ?? 0) - (left[i - m] ?? 0)
        const y = (right[j] ?? 0) - (right[j - n] ?? 0)
        const cost = before - Math.log(prior) + byLength(x, y)
        if (cost < (best[i * width + j] ?? 0)) {
          best[i * width + j] = cost
          from[i * width + j] = k
        }
      })
  const links: Pair[] = []
  const run = (start: number, count: number) => Array.from({ length: count }, (_, at) => start + at)
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const [m, n] = shapes[from[i * width + j] ?? 0] ?? [1, 1]
    i -= m
    j -= n
    links.push([run(i, m), run(j, n)])
  }
  return links.reverse()
}

const shapes: readonly (readonly [m: number, n: number, prior: number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [2, 1, 0.0445],
  [1, 2, 0.0445],
  [2, 2, 0.011]
]

function byLength(x: number, y: number): number {
  if (x === 0 && y === 0) return 0
  const delta = (y - x) / Math.sqrt(((x + y) / 2) * 6.8)
  const tail = 2 * (1 - normal(Math.abs(delta)))
  return -Math.log(Math.max(tail, 1e-12))
}

/** The normal distribution (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - 0.3989423 * Math.exp((-z * z) / 2) * sum
}
