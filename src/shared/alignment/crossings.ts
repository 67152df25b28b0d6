import type { FixedStep } from './constraints'
import type { LinkScorer } from './link-scorer'
import type { Matcher } from './matches'
import type { Defaults } from './model'
import type { Step } from './path/best-path'

/** Blocks with more sentences on a side are not taken apart. */
const mostSentences = 4

/**
 * Links of several sentences with several that are better read as two links that cross: neighbours that changed places. Links
 * made by hand stay.
 */
export function uncross(
  steps: readonly Step[],
  scorer: LinkScorer,
  matcher: Matcher,
  d: Defaults,
  fixed: readonly FixedStep[]
): Step[] {
  const byHand = new Set(fixed.map(({ i, j }) => `${i} ${j}`))
  return steps.flatMap((step) => {
    const { i, j, m, n, score, posterior } = step
    if (byHand.has(`${i} ${j}`)) return [step]
    if (m < 2 || n < 2 || m > mostSentences || n > mostSentences) return [step]
    const best = bestCrossing(step, scorer, matcher)
    const gain = best.score - d.movedNearCost - score
    if (gain <= 0) return [step]
    const sure = posterior / (1 + Math.exp(-gain))
    return best.links.map((link) => ({ ...link, posterior: sure }))
  })
}

type Link = Omit<Step, 'posterior'>

/** The best way to cut a block in two on both sides and link the parts crosswise. */
function bestCrossing(
  { i, j, m, n }: Step,
  scorer: LinkScorer,
  matcher: Matcher
): { score: number; links: Link[] } {
  let best = { score: Number.NEGATIVE_INFINITY, links: [] as Link[] }
  const link = (from: number, count: number, to: number, many: number): Link => ({
    i: from,
    m: count,
    j: to,
    n: many,
    score: scoreOf(scorer, matcher, from, count, to, many)
  })
  for (let x = 1; x < m; x++)
    for (let y = 1; y < n; y++) {
      const links = [link(i, x, j + y, n - y), link(i + x, m - x, j, y)]
      const score = links.reduce((sum, each) => sum + each.score - scorer.model.shapeCost(each.m, each.n), 0)
      if (score > best.score) best = { score, links }
    }
  return best
}

/** The log-odds of linking m sentences with n, before the cost of its shape. */
export function scoreOf(
  scorer: LinkScorer,
  matcher: Matcher,
  i: number,
  m: number,
  j: number,
  n: number
): number {
  let found = Number.NEGATIVE_INFINITY
  const rows = Array.from({ length: m }, (_, x) => matcher.row(i + x, j, j + n))
  scorer.chain(rows, i, j, n, (length, score) => {
    found = score
    return length < n
  })
  return found
}
