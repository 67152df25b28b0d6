import type { Relations } from './evidence/relations'
import type { Side } from './evidence/side'
import { tokenWeights } from './evidence/tokens'

/**
 * What sentence i of a and sentences j of b share, for the columns of one row of the search.
 * For each pair: the tokens of either that are answered, with the sum of their probabilities over the other.
 */
export interface MatchRow {
  readonly first: number
  /** For each column, where its entries begin in the arrays below; one more at the end. */
  readonly startsA: Int32Array
  readonly positionsA: Int32Array
  readonly sumsA: Float64Array
  readonly startsB: Int32Array
  readonly positionsB: Int32Array
  readonly sumsB: Float64Array
}

/** Finds what the sentences of two sides share, row by row. */
export class Matcher {
  /** For each type of b, the probability mass that the row's sentence gives it. */
  private readonly massB: Float64Array
  private readonly countA: Float64Array

  constructor(
    private readonly a: Side,
    private readonly b: Side,
    private readonly relations: Relations
  ) {
    this.massB = new Float64Array(b.types.length)
    this.countA = new Float64Array(a.types.length)
  }

  row(i: number, first: number, end: number): MatchRow {
    const { fromA, fromB } = this.relations
    const massB = this.massB
    const countA = this.countA
    const own = this.a.tokens[i] ?? none
    const touched: number[] = []
    for (const type of own) {
      countA[type] = (countA[type] ?? 0) + 1
      const types = fromA.types[type] ?? none
      const values = fromA.values[type]
      for (let k = 0; k < types.length; k++) {
        const other = types[k] ?? 0
        if (massB[other] === 0) touched.push(other)
        massB[other] = (massB[other] ?? 0) + (values?.[k] ?? 0)
      }
    }
    const positionsOf = new Map<number, number[]>()
    own.forEach((type, position) => {
      const known = positionsOf.get(type)
      if (known) known.push(position)
      else positionsOf.set(type, [position])
    })
    const startsA = new Int32Array(end - first + 1)
    const startsB = new Int32Array(end - first + 1)
    const positionsA: number[] = []
    const sumsA: number[] = []
    const positionsB: number[] = []
    const sumsB: number[] = []
    const sumOf = new Float64Array(own.length)
    for (let j = first; j < end; j++) {
      const others = this.b.tokens[j] ?? none
      const answered: number[] = []
      for (let position = 0; position < others.length; position++) {
        const type = others[position] ?? 0
        const mass = massB[type] ?? 0
        if (mass === 0) continue
        positionsB.push(position)
        sumsB.push(mass)
        const back = fromB.types[type] ?? none
        const values = fromB.values[type]
        for (let k = 0; k < back.length; k++) {
          const typeA = back[k] ?? 0
          if (countA[typeA] === 0) continue
          for (const at of positionsOf.get(typeA) ?? []) {
            if (sumOf[at] === 0) answered.push(at)
            sumOf[at] = (sumOf[at] ?? 0) + (values?.[k] ?? 0)
          }
        }
      }
      for (const at of answered) {
        positionsA.push(at)
        sumsA.push(sumOf[at] ?? 0)
        sumOf[at] = 0
      }
      startsA[j - first + 1] = positionsA.length
      startsB[j - first + 1] = positionsB.length
    }
    for (const type of touched) massB[type] = 0
    for (const type of own) countA[type] = 0
    return {
      first,
      startsA,
      positionsA: Int32Array.from(positionsA),
      sumsA: Float64Array.from(sumsA),
      startsB,
      positionsB: Int32Array.from(positionsB),
      sumsB: Float64Array.from(sumsB)
    }
  }
}

const none = new Int32Array(0)

/** Per side: what the tokens of each sentence weigh together, and how rare each type is: 1 / P(type) in its text. */
export interface Base {
  readonly mass: Float64Array
  readonly rarity: Float64Array
}

/**
 * @param background words of the language at large that are counted with those of the text: what a short text or a list repeats
 *   is not common for that
 */
export function baseOf(side: Side, background: number): Base {
  const mass = Float64Array.from(side.sorts, (sorts) => {
    let sum = 0
    for (const sort of sorts) sum += tokenWeights[sort] ?? 1
    return sum
  })
  return { mass, rarity: side.counts.map((count) => (side.total + background) / (count + 0.3)) }
}
