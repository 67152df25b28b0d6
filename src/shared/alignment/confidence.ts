import type { FixedStep } from './constraints'
import type { Step } from './path/best-path'

/** Weights of a logistic regression over `features`, for links and for left-outs; see docs/alignment.md. */
const linkWeights = [0.446, 0.432, -0.004, -0.058, 0.063]
const leftOutWeights = [-0.474, 0.257, 0, 0.174, -0.302]

/**
 * A left-out is never surer than this where the other side has left-outs too: it may have been moved. Chosen on the variants of
 * `bench -- alignment-variants`, seeds 20 and 21.
 */
const mostWherePossiblyMoved = 0.85

/**
 * What a step's confidence is made of: the log-odds of its posterior, its own log-odds as a link (bounded), how many
 * sentences beyond two it holds, and the posterior of the less likely of its neighbours.
 */
function features(steps: readonly Step[], k: number): number[] {
  const step = steps[k]
  if (!step) return []
  const { m, n, posterior, score } = step
  const p = Math.min(1 - 1e-6, Math.max(1e-6, posterior))
  const near = Math.min(steps[k - 1]?.posterior ?? 1, steps[k + 1]?.posterior ?? 1)
  return [
    1,
    Math.log(p / (1 - p)),
    Math.min(20, Math.max(-5, score)),
    m + n - 2,
    Math.log(Math.max(1e-3, near))
  ]
}

/**
 * How likely each step is right, 0 to 1: the model's posterior is too sure of itself, so it is set right by what was
 * measured on texts with known links. Of links at 0.9 and more at least 97 of 100 were right there.
 */
export function confidences(steps: readonly Step[], fixed: readonly FixedStep[]): number[] {
  const byHand = new Set(fixed.map(({ i, j }) => `${i} ${j}`))
  const isBothSided = steps.some(({ n }) => n === 0) && steps.some(({ m }) => m === 0)
  return steps.map(({ i, j, m, n }, k) => {
    const linked = m > 0 && n > 0
    if (linked && byHand.has(`${i} ${j}`)) return 1
    const weights = linked ? linkWeights : leftOutWeights
    const sum = features(steps, k).reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
    const confidence = 1 / (1 + Math.exp(-sum))
    return !linked && isBothSided ? Math.min(mostWherePossiblyMoved, confidence) : confidence
  })
}
