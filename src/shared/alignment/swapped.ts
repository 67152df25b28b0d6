import type { LinkScorer } from './link-scorer'
import type { Matcher } from './matches'
import type { Defaults } from './model'
import type { Step } from './path/best-path'

/** Links of two sentences with two that are better read as two links that cross: neighbours that changed places. */
export function uncross(steps: readonly Step[], scorer: LinkScorer, matcher: Matcher, d: Defaults): Step[] {
  return steps.flatMap((step) => {
    const { i, j, m, n } = step
    if (m !== 2 || n !== 2) return [step]
    const one = scoreOf(scorer, matcher, i, j + 1)
    const other = scoreOf(scorer, matcher, i + 1, j)
    const gain = one + other - 2 * scorer.model.shapeCost(1, 1) - d.movedNearCost - step.score
    if (gain <= 0) return [step]
    const posterior = step.posterior / (1 + Math.exp(-gain))
    return [
      { i, j: j + 1, m: 1, n: 1, score: one, posterior },
      { i: i + 1, j, m: 1, n: 1, score: other, posterior }
    ]
  })
}

/** The log-odds of linking one sentence with one. */
export function scoreOf(scorer: LinkScorer, matcher: Matcher, i: number, j: number): number {
  let found = Number.NEGATIVE_INFINITY
  scorer.chain([matcher.row(i, j, j + 1)], i, j, 1, (_, score) => {
    found = score
    return false
  })
  return found
}
