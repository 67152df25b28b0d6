import type { FormulaPattern } from '../../shared/formulae/matcher'
import type { FormulaId } from '../../shared/model/ids'

/** The words that were looked for together. Those of one formula follow each other, and are found whatever else is looked for. */
export class PatternSet {
  private readonly formulae = new Map<FormulaId, { first: number; count: number; words: string }>()
  private readonly steps = new WeakMap<PatternSet, PatternStep>()

  constructor(readonly patterns: readonly FormulaPattern[]) {
    patterns.forEach(({ formula, rendering, words }, at) => {
      const own = this.formulae.get(formula) ?? { first: at, count: 0, words: '' }
      own.count++
      own.words += `${JSON.stringify([rendering, words])}\n`
      this.formulae.set(formula, own)
    })
  }

  /** What has to be done to what another set found, so that it is what this one finds. Worked out once. */
  stepFrom(before: PatternSet): PatternStep {
    const known = this.steps.get(before)
    if (known) return known
    const places = new Int32Array(before.patterns.length).fill(-1)
    const fresh: number[] = []
    for (const [formula, { first, count, words }] of this.formulae) {
      const old = before.formulae.get(formula)
      for (let at = 0; at < count; at++)
        if (old?.words === words) places[old.first + at] = first + at
        else fresh.push(first + at)
    }
    const step = { places, fresh }
    this.steps.set(before, step)
    return step
  }
}

/** By pattern of the set before: which one it is now, −1 for none; and which patterns have to be looked for. */
export interface PatternStep {
  readonly places: Int32Array
  readonly fresh: readonly number[]
}

/** Where the patterns of a set stand in one text: index of the pattern, UTF-16 offsets, end exclusive. */
export interface FoundMatches {
  readonly of: PatternSet
  readonly patterns: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/**
 * What a set of patterns finds, out of what another one found.
 * @param fresh what `step.fresh` finds, as indices into it
 */
export function carriedOver(
  before: FoundMatches,
  to: PatternSet,
  fresh: Omit<FoundMatches, 'of'>
): FoundMatches {
  const { places, fresh: numbers } = to.stepFrom(before.of)
  const patterns: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  before.patterns.forEach((pattern, at) => {
    const now = places[pattern] ?? -1
    if (now < 0) return
    patterns.push(now)
    starts.push(before.starts[at] ?? 0)
    ends.push(before.ends[at] ?? 0)
  })
  fresh.patterns.forEach((index, at) => {
    patterns.push(numbers[index] ?? 0)
    starts.push(fresh.starts[at] ?? 0)
    ends.push(fresh.ends[at] ?? 0)
  })
  return {
    of: to,
    patterns: Uint32Array.from(patterns),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends)
  }
}
