import type { FixedStep } from './constraints'
import type { Side } from './evidence/side'
import type { LinkScorer } from './link-scorer'
import type { Matcher } from './matches'
import type { Defaults } from './model'
import type { Step } from './path/best-path'
import { startsOf } from './path/lattice'

/** Links with more sentences than this on a side are not looked into. */
const mostSentences = 12

/** A step whose link may leave out sentences that stand within it, as a note set into a passage does. */
export interface LooseStep extends Step {
  readonly outA?: readonly number[]
  readonly outB?: readonly number[]
}

/**
 * For each sentence within a link of three and more: whether the link is likelier without it. The path itself can leave out
 * only what stands at the end of a link. Links made by hand stay.
 */
export function leaveOutInner(
  a: Side,
  b: Side,
  steps: readonly Step[],
  scorer: LinkScorer,
  matcher: Matcher,
  d: Defaults,
  fixed: readonly FixedStep[]
): LooseStep[] {
  const byHand = new Set(fixed.map(({ i, j }) => `${i} ${j}`))
  const startsA = startsOf(a)
  const startsB = startsOf(b)
  return steps.flatMap((step): LooseStep[] => {
    const { i, j, m, n } = step
    const isLong = m > 0 && n > 0 && Math.max(m, n) > 2 && Math.max(m, n) <= mostSentences
    if (!isLong || byHand.has(`${i} ${j}`)) return [step]
    let own: Sentences = { a: numbers(i, m), b: numbers(j, n) }
    const worth = scoreOf(own)
    let score = worth
    const left: LooseStep[] = []
    for (;;) {
      const [best] = inner(own)
        .map((without) => ({ ...without, score: scoreOf(without) }))
        .sort((x, y) => y.score - x.score)
      if (!best || best.score - d.innerLeftOut <= score) break
      const isOfA = best.a.length < own.a.length
      const gone = isOfA ? own.a.find((at) => !best.a.includes(at)) : own.b.find((at) => !best.b.includes(at))
      const posterior = 1 / (1 + Math.exp(score - best.score + d.innerLeftOut))
      if (gone !== undefined)
        left.push(
          isOfA
            ? { i: gone, j: j + n, m: 1, n: 0, posterior, score: 0 }
            : { i: i + m, j: gone, m: 0, n: 1, posterior, score: 0 }
        )
      score = best.score
      own = { a: best.a, b: best.b }
    }
    if (left.length === 0) return [step]
    const outA = left.filter((each) => each.m === 1).map((each) => each.i)
    const outB = left.filter((each) => each.n === 1).map((each) => each.j)
    const sure = step.posterior * Math.min(...left.map(({ posterior }) => posterior))
    return [{ ...step, score: step.score + score - worth, posterior: sure, outA, outB }, ...left]
  })

  function scoreOf(own: Sentences): number {
    const { model } = scorer
    const first = own.b[0] ?? 0
    const end = (own.b.at(-1) ?? first) + 1
    const gain = scorer.scattered(own.a, own.b, (i) => matcher.row(i, first, end))
    const noted = Math.abs(sumOf(a.bracketed, own.a) - sumOf(b.bracketed, own.b))
    const inside = sumOf(startsA, own.a.slice(1)) + sumOf(startsB, own.b.slice(1))
    return (
      gain -
      model.shapeCost(own.a.length, own.b.length) +
      model.lonelyBracket * noted +
      model.paragraphs.inside * inside
    )
  }
}

interface Sentences {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** The same sentences without one that stands between others. */
function inner({ a, b }: Sentences): Sentences[] {
  const without = (own: readonly number[]) =>
    own.slice(1, -1).map((out) => own.filter((each) => each !== out))
  return [...without(a).map((rest) => ({ a: rest, b })), ...without(b).map((rest) => ({ a, b: rest }))]
}

function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + at)
}

function sumOf(flags: Uint8Array, own: readonly number[]): number {
  return own.reduce((sum, at) => sum + (flags[at] ?? 0), 0)
}
