import { keyBase, type LinkedTypes, leastMeetings, meetings } from './cooccurrence'
import type { LearntPair, Relations } from './evidence/relations'
import type { Side } from './evidence/side'
import type { Step } from './path/best-path'

const rounds = 4

/**
 * A dictionary out of the texts at hand: the translation probabilities of model 1 (Brown et al. 1993), by expectation
 * maximisation over the links of a first alignment, weighted by their posteriors, starting from what is known already.
 * Discounted, so that a pair met twice by chance stays weak.
 */
export function learnPairs(
  a: Side,
  b: Side,
  steps: readonly Step[],
  relations: Relations,
  lessons: Lessons | null = null
): LearntPair[] {
  const pairs = [
    ...linkedTypes(a, b, steps),
    ...(lessons ? linkedTypes(lessons.a, lessons.b, lessons.steps) : [])
  ]
  const forward = translate(pairs, relations, false)
  const backward = translate(
    pairs.map(({ a, b, weight }) => ({ a: b, b: a, weight })),
    relations,
    true
  )
  const learnt: LearntPair[] = []
  for (const [key, bGivenA] of forward) {
    const x = Math.floor(key / keyBase)
    const y = key % keyBase
    const aGivenB = backward.get(y * keyBase + x) ?? 0
    if (bGivenA > 0.03 || aGivenB > 0.03) learnt.push({ a: x, b: y, bGivenA, aGivenB })
  }
  return learnt
}

/** Sentences of other texts that are known to answer one another; their types have the numbers of the texts at hand. */
export interface Lessons {
  readonly a: Side
  readonly b: Side
  readonly steps: readonly Step[]
}

/** Longer links say too little of which word renders which. */
const mostTokens = 160

function linkedTypes(a: Side, b: Side, steps: readonly Step[]): LinkedTypes[] {
  const gather = (side: Side, from: number, count: number) => {
    const types = new Set<number>()
    for (let at = from; at < from + count; at++)
      for (const type of side.tokens[at] ?? [])
        if ((side.counts[type] ?? 0) >= leastMeetings && !/^[?!"(]$/.test(side.types[type] ?? ''))
          types.add(type)
    return [...types]
  }
  return steps
    .filter(({ m, n, posterior }) => m > 0 && n > 0 && posterior > 0.4)
    .map(({ i, m, j, n, posterior }) => ({ a: gather(a, i, m), b: gather(b, j, n), weight: posterior }))
    .filter((link) => link.a.length + link.b.length <= mostTokens)
}

/** P(b | a) for pairs that met often enough, keyed by a · keyBase + b. */
function translate(
  links: readonly LinkedTypes[],
  relations: Relations,
  turned: boolean
): Map<number, number> {
  const { keys, first, ids, weights } = meetings(links)
  const size = keys.length
  const typeOf = Int32Array.from(keys, (key) => Math.floor(key / keyBase))
  const types = typeOf.reduce((top, type) => Math.max(top, type), -1) + 1
  const table = new Float64Array(size).fill(0.02)
  const known = turned ? relations.fromB : relations.fromA
  keys.forEach((key, id) => {
    const x = typeOf[id] ?? 0
    const at = known.types[x]?.indexOf(key % keyBase) ?? -1
    if (at >= 0) table[id] = Math.max(0.02, known.values[x]?.[at] ?? 0)
  })
  const counts = new Float64Array(size)
  const totals = new Float64Array(types)
  for (let round = 0; round < rounds; round++) {
    counts.fill(0)
    totals.fill(0)
    for (let group = 0; group + 1 < first.length; group++) {
      const [from = 0, to = 0] = [first[group], first[group + 1]]
      let sum = nothing
      for (let at = from; at < to; at++) sum += table[ids[at] ?? 0] ?? 0
      const scale = (weights[group] ?? 0) / sum
      for (let at = from; at < to; at++) {
        const id = ids[at] ?? 0
        const share = scale * (table[id] ?? 0)
        counts[id] = (counts[id] ?? 0) + share
        const x = typeOf[id] ?? 0
        totals[x] = (totals[x] ?? 0) + share
      }
    }
    const last = round === rounds - 1
    for (let id = 0; id < size; id++) {
      const count = (counts[id] ?? 0) - (last ? discount : 0)
      table[id] = Math.max(0, count) / ((totals[typeOf[id] ?? 0] ?? 0) + (last ? smoothing : 1e-9))
    }
  }
  const learnt = new Map<number, number>()
  table.forEach((value, id) => {
    if (value > 0.001) learnt.set(keys[id] ?? 0, value)
  })
  return learnt
}

/** The chance that a token comes from nothing on the other side, against the sum of all that could have made it. */
const nothing = 0.05
const discount = 0.7
const smoothing = 1
