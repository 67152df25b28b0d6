import type { FixedStep } from './fixed'
import type { Step } from './path/best-path'

/** Features of a step that its confidence is made of. */
export function features(steps: readonly Step[], k: number): number[] {
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

/** How likely each step is right, 0 to 1. */
export function confidences(steps: readonly Step[], fixed: readonly FixedStep[]): number[] {
  const byHand = new Set(fixed.map(({ i, j }) => `${i} ${j}`))
  return steps.map((step) => {
    if (step.m > 0 && step.n > 0 && byHand.has(`${step.i} ${step.j}`)) return 1
    return step.posterior
  })
}
