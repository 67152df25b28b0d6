import type { Relations } from './evidence/relations'
import type { Side } from './evidence/side'
import type { LinkScorer } from './link-scorer'
import type { Matcher } from './matches'
import type { Defaults } from './model'
import { longestLink, type Model, shapeCostOf } from './model'
import type { Step } from './path/best-path'
import { startsOf } from './path/lattice'

/** The model before anything is known of the texts. The ratio of lengths is that of the whole texts. */
export function firstModel(a: Side, b: Side, d: Defaults): Model {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const paragraphs = hasParagraphs(a) && hasParagraphs(b)
  return {
    kinds: d.kinds,
    tempering: d.tempering,
    background: d.background,
    length: {
      ratio: Math.log(sum(b.lengths) / sum(a.lengths)),
      spread: d.lengthSpread,
      noise: d.lengthNoise,
      weight: d.lengthWeight
    },
    shapeCost: shapeCostOf(d),
    gapOpen: d.gapOpen,
    gapMore: d.gapMore,
    paragraphs: paragraphs ? d.paragraphs : { both: 0, one: 0, inside: 0 },
    mixedHeading: d.mixedHeading,
    lonelyBracket: d.lonelyBracket
  }
}

/** The share of all tokens that have anything on the other side that could answer them, 0 to 1. */
export function coverage(a: Side, b: Side, { fromA, fromB }: Relations): number {
  let related = 0
  a.counts.forEach((count, type) => {
    if (fromA.types[type]?.length) related += count
  })
  b.counts.forEach((count, type) => {
    if (fromB.types[type]?.length) related += count
  })
  return related / Math.max(1, a.total + b.total)
}

/** The kinds of rendering before any link is known: where the vocabularies have little in common, little is answered. */
export function kindsFor(covered: number, d: Defaults): Model['kinds'] {
  const silent = Math.max(0.01, Math.min(0.7, d.silence - covered))
  return d.kinds.map((kind, k) => ({ ...kind, prior: k === 2 ? silent : (1 - silent) / 2 }))
}

/** How the links of a first path spread over the kinds. */
export function kindsIn(
  steps: readonly Step[],
  scorer: LinkScorer,
  matcher: Matcher,
  d: Defaults
): Model['kinds'] {
  const { kinds } = scorer.model
  const sums = kinds.map(({ prior }) => prior * d.kindPrior)
  let total = d.kindPrior
  for (const { i, j, m, n, posterior } of steps) {
    if (m === 0 || n === 0 || m * n > 12) continue
    const rows = Array.from({ length: m }, (_, x) => matcher.row(i + x, j, j + n))
    scorer.chain(rows, i, j, n, (length, _, parts) => {
      if (length < n) return true
      const whole = parts.reduce((sum, part) => sum + part, 0)
      parts.forEach((part, k) => {
        sums[k] = (sums[k] ?? 0) + (posterior * part) / whole
      })
      total += posterior
      return false
    })
  }
  return kinds.map((kind, k) => ({ ...kind, prior: (sums[k] ?? 0) / total }))
}

/** Paragraphs say something where there are several and not every sentence is one. */
function hasParagraphs(side: Side): boolean {
  const starts = startsOf(side).reduce((total, each) => total + each, 0)
  return starts > 1 && starts < side.size * 0.9
}

/** The model again, with its ratio, spread, shapes and paragraphs as a first path shows them in these texts. */
export function reestimate(a: Side, b: Side, steps: readonly Step[], model: Model, d: Defaults): Model {
  const links = steps.filter((step) => step.m > 0 && step.n > 0)
  if (links.length < 5) return model
  return {
    ...model,
    length: { ...model.length, ...lengthsIn(a, b, links, model, d) },
    shapeCost: shapesIn(links, d),
    paragraphs: paragraphsIn(a, b, steps, model, d)
  }
}

function lengthsIn(
  a: Side,
  b: Side,
  links: readonly Step[],
  model: Model,
  d: Defaults
): { ratio: number; spread: number } {
  const sum = (values: Float64Array, from: number, count: number) => {
    let total = 0
    for (let at = from; at < from + count; at++) total += values[at] ?? 0
    return total
  }
  const logs = links
    .filter((link) => link.posterior > 0.4)
    .map(({ i, m, j, n }) => Math.log(sum(b.lengths, j, n) / sum(a.lengths, i, m)))
    .sort((x, y) => x - y)
  if (logs.length < 5) return { ratio: model.length.ratio, spread: model.length.spread }
  const ratio = logs[logs.length >> 1] ?? model.length.ratio
  const offs = logs.map((log) => Math.abs(log - ratio)).sort((x, y) => x - y)
  const found = 1.4826 * (offs[offs.length >> 1] ?? d.lengthSpread)
  const trust = logs.length / (logs.length + 15)
  const spread = Math.min(0.8, Math.max(0.12, trust * found + (1 - trust) * d.lengthSpread))
  return { ratio, spread }
}

/** A shape is one number: m · shapeBase + n. */
const shapeBase = 2 * longestLink

/** Shapes: what was found, smoothed by what is expected. */
function shapesIn(links: readonly Step[], d: Defaults): (m: number, n: number) => number {
  const expected = shapeCostOf(d)
  const prior = d.shapePrior
  const counts = new Map<number, number>()
  let total = 0
  for (const { m, n, posterior } of links) {
    counts.set(m * shapeBase + n, (counts.get(m * shapeBase + n) ?? 0) + posterior)
    total += posterior
  }
  const side = (few: number, many: number) => counts.get(few * shapeBase + many) ?? 0
  return (m, n) => {
    if (m > longestLink || n > longestLink) return expected(m, n)
    // A shape seen once makes its neighbours likelier: counts are spread over lengths one off.
    const near =
      m === 1 && n > 2
        ? 0.25 * (side(1, n - 1) + side(1, n + 1))
        : n === 1 && m > 2
          ? 0.25 * (side(m - 1, 1) + side(m + 1, 1))
          : 0
    const share = (side(m, n) + near + prior * Math.exp(-expected(m, n))) / (total + prior)
    return -Math.log(share)
  }
}

/** How paragraphs answer each other here: log of found over expected, smoothed and bounded. */
function paragraphsIn(
  a: Side,
  b: Side,
  steps: readonly Step[],
  model: Model,
  d: Defaults
): Model['paragraphs'] {
  if (!hasParagraphs(a) || !hasParagraphs(b)) return model.paragraphs
  const startsA = startsOf(a)
  const startsB = startsOf(b)
  const rate = (starts: Uint8Array) => starts.reduce((sum, each) => sum + each, 0) / starts.length
  const [rateA, rateB] = [rate(startsA), rate(startsB)]
  const prior = 6
  let [both, one, junctions, inside, chances] = [0, 0, 0, 0, 0]
  for (const { i, j, m, n, posterior } of steps) {
    if (m === 0 || n === 0 || posterior < 0.3) continue
    junctions++
    const sum = (startsA[i] ?? 0) + (startsB[j] ?? 0)
    if (sum === 2) both++
    if (sum === 1) one++
    for (let x = i + 1; x < i + m; x++) inside += startsA[x] ?? 0
    for (let y = j + 1; y < j + n; y++) inside += startsB[y] ?? 0
    chances += (m - 1) * rateA + (n - 1) * rateB
  }
  const expectBoth = junctions * rateA * rateB
  const expectOne = junctions * (rateA * (1 - rateB) + rateB * (1 - rateA))
  const gain = (found: number, expected: number, guess: number) =>
    Math.max(-4, Math.min(3, Math.log((found + prior * Math.exp(guess) * 0.1) / (expected + prior * 0.1))))
  return {
    both: gain(both, expectBoth, d.paragraphs.both),
    one: Math.min(0.2, gain(one, expectOne, d.paragraphs.one)),
    inside: Math.min(0, gain(inside, chances, d.paragraphs.inside))
  }
}
