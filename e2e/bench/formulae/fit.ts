import {
  featuresOf,
  logistic,
  proposedFrom,
  type RenderingEvidence,
  renderingWeights
} from '../../../src/shared/formulae/evidence'
import type { Setting } from './judged'

/** A proposal with what is known of it, as the weights are fitted to it. */
export interface Example {
  readonly setting: Setting | 'register'
  readonly work: string
  readonly key: string
  readonly evidence: RenderingEvidence
  readonly right: boolean
}

type Weights = Record<string, number>
export interface Model {
  readonly slot: Weights
  readonly alone: Weights
}

/** How far the fit may go from the weights it starts at: a Gaussian prior's precision. */
const priorPrecision = { slot: 1, alone: 0.5 } as const
/** What is not in the sample corpus, and what is in it twice, weighs less. */
const exampleWeight = { source: 1, versions: 0.6, alone: 0.6, register: 0.5 } as const

/** Logistic weights for some examples, by Newton's steps from the weights in use. */
export function fitted(examples: readonly Example[]): Model {
  return {
    slot: fittedFrom(renderingWeights.slot, rowsOf(examples, true), priorPrecision.slot),
    alone: fittedFrom(renderingWeights.alone, rowsOf(examples, false), priorPrecision.alone)
  }
}

/** How strongly a fit that knows nothing beforehand is held to weights of nought. */
const ridgePrecision = 0.1

/**
 * Weights for some examples alone: the weights in use were fitted to all works, so that a fit that begins with them has seen the work
 * that is left out.
 */
function fittedAnew(examples: readonly Example[]): Model {
  const nothing = (weights: Weights) => Object.fromEntries(Object.keys(weights).map((name) => [name, 0]))
  return {
    slot: fittedFrom(nothing(renderingWeights.slot), rowsOf(examples, true), ridgePrecision),
    alone: fittedFrom(nothing(renderingWeights.alone), rowsOf(examples, false), ridgePrecision)
  }
}

/** By how much the bias of what nothing links may be raised, in tenths of a logit. */
const raises = Array.from({ length: 16 }, (_, tenth) => tenth / 10)

/**
 * A model fitted anew, with the bias of what nothing links raised as far as serves best (F1) when each work of these examples is judged
 * by a fit without it. The register has many more wrong examples for each right one than texts have, so that a fit alone says too
 * little; whoever leaves a work out leaves it out of the choice of the raise too.
 */
export function fittedForUse(examples: readonly Example[]): Model {
  const own = examples.filter(({ setting }) => setting === 'alone')
  const works = [...new Set(own.map(({ work }) => work))]
  const without = new Map(
    works.map((work) => [work, fittedAnew(examples.filter((each) => each.work !== work))])
  )
  const whole = fittedAnew(examples)
  let best = { by: 0, worth: -1 }
  for (const by of raises) {
    const chances = probabilities(own, (work) => raised(without.get(work) ?? whole, by))
    const shown = own.filter((_, at) => isShown(chances[at] ?? 0))
    const right = shown.filter((each) => each.right).length
    const worth = (2 * right) / (shown.length + own.filter((each) => each.right).length)
    if (worth > best.worth) best = { by, worth }
  }
  return raised(whole, best.by)
}

const raised = ({ slot, alone }: Model, by: number): Model => ({
  slot,
  alone: { ...alone, bias: (alone.bias ?? 0) + by }
})

interface Row {
  readonly features: Readonly<Record<string, number>>
  readonly right: boolean
  readonly weight: number
}

function rowsOf(examples: readonly Example[], wanted: boolean): Row[] {
  return examples.flatMap(({ evidence, right, setting }) => {
    const { inSlot, features } = featuresOf(evidence)
    return inSlot === wanted ? [{ features, right, weight: exampleWeight[setting] }] : []
  })
}

function fittedFrom(
  start: Readonly<Record<string, number>>,
  rows: readonly Row[],
  precision: number
): Weights {
  const names = Object.keys(start)
  const prior = names.map((name) => start[name] ?? 0)
  const given = rows.map((row) => ({ ...row, x: names.map((name) => row.features[name] ?? 0) }))
  let weights = prior
  for (let round = 0; round < 40; round++) {
    const gradient = Float64Array.from(weights, (each, at) => precision * (each - (prior[at] ?? 0)))
    const hessian = names.map((_, at) => Float64Array.from(names, (__, k) => (at === k ? precision : 0)))
    for (const { x, right, weight } of given) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0)))
      for (const [at, each] of x.entries()) {
        const row = hessian[at]
        if (each === 0 || !row) continue
        gradient[at] = (gradient[at] ?? 0) + weight * (p - (right ? 1 : 0)) * each
        for (const [k, other] of x.entries()) row[k] = (row[k] ?? 0) + weight * p * (1 - p) * each * other
      }
    }
    const step = solved(hessian, gradient)
    weights = weights.map((each, at) => each - (step[at] ?? 0))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0]))
}

/** Gauss's elimination for a small positive definite matrix. */
function solved(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (const [at, row] of rows.entries())
    for (const [k, other] of rows.entries()) {
      const factor = k === at ? 0 : (other[at] ?? 0) / (row[at] ?? 1)
      if (factor !== 0) for (const [c, each] of row.entries()) other[c] = (other[c] ?? 0) - factor * each
    }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1))
}

/** What a model says of an example; the one with less to say for it is doubted where two formulae claim the same words. */
export function probabilities(examples: readonly Example[], modelOf: (work: string) => Model): number[] {
  const plain = examples.map(({ evidence, work }) => {
    const { inSlot, features } = featuresOf(evidence)
    const model = modelOf(work)
    return logistic(features, inSlot ? model.slot : model.alone)
  })
  const best = new Map<string, number>()
  for (const [at, { key }] of examples.entries()) best.set(key, Math.max(best.get(key) ?? 0, plain[at] ?? 0))
  return plain.map((each, at) => {
    const top = best.get(examples[at]?.key ?? '') ?? 0
    return each < top ? each * (1 - top) : each
  })
}

/** By tenths of what was said: how many, and how many of them were right. */
export function calibration(said: readonly (readonly [number, boolean])[]): string[] {
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((from, at, all) => {
    const own = said.filter(([each]) => each >= from && each < (all[at + 1] ?? 1.01))
    const right = own.filter(([, is]) => is).length
    const mean = own.reduce((sum, [each]) => sum + each, 0) / Math.max(1, own.length)
    return `    said ${from} to ${all[at + 1] ?? 1}: ${own.length} (mean ${mean.toFixed(2)}), right ${right}${own.length > 0 ? ` (${(right / own.length).toFixed(2)})` : ''}`
  })
}

export const isShown = (probability: number) => probability >= proposedFrom
