import type { Side } from './evidence/side'
import { tokenWeights } from './evidence/tokens'
import { longestLink } from './model'

const none = new Int32Array(0)
const noSorts = new Uint8Array(0)

/** A product beyond this is turned into a logarithm before it overflows. */
const tooLarge = 1e250

/**
 * The tokens of a few sentences that something on the other side answers, each with the sum of the probabilities.
 * Reused for every link, so that scoring allocates nothing; logarithms are taken of products, once for each weight.
 */
export class AnswerPool {
  private offsets = new Int32Array(longestLink)
  /** Those of the sentence itself where there is one, else copies of those of all. */
  private types: Int32Array = none
  private sorts: Uint8Array = noSorts
  private typesOfAll = new Int32Array(1024)
  private sortsOfAll = new Uint8Array(1024)
  private sums = new Float64Array(1024)
  private answered = new Int32Array(1024)
  private size = 0
  private readonly products: Float64Array

  constructor(kinds: number) {
    this.products = new Float64Array(tokenWeights.length * kinds)
  }

  /** Begins anew with the tokens of `count` sentences of a side from `from`. */
  begin(side: Side, from: number, count: number): void {
    for (let k = 0; k < this.size; k++) this.sums[this.answered[k] ?? 0] = 0
    this.size = 0
    let total = 0
    for (let x = 0; x < count; x++) {
      this.offsets[x] = total
      total += side.tokens[from + x]?.length ?? 0
    }
    if (total > this.sums.length) this.grow(total)
    if (count === 1) {
      this.types = side.tokens[from] ?? none
      this.sorts = side.sorts[from] ?? noSorts
      return
    }
    this.types = this.typesOfAll
    this.sorts = this.sortsOfAll
    for (let x = 0; x < count; x++) {
      const tokens = side.tokens[from + x]
      const sorts = side.sorts[from + x]
      if (!tokens || !sorts) continue
      this.types.set(tokens, this.offsets[x] ?? 0)
      this.sorts.set(sorts, this.offsets[x] ?? 0)
    }
  }

  /** Token `position` of the x-th sentence is answered with this much more. */
  add(x: number, position: number, sum: number): void {
    const slot = (this.offsets[x] ?? 0) + position
    const before = this.sums[slot] ?? 0
    if (before === 0) this.answered[this.size++] = slot
    this.sums[slot] = before + sum
  }

  /** Adds to `gains`, for each kind of rendering, Σ weight · log(1 + odds · sum · thin · rarity). */
  gains(odds: Float64Array, rarity: Float64Array, thin: number, gains: Float64Array): void {
    const products = this.products
    const answered = this.answered
    const sums = this.sums
    const types = this.types
    const sorts = this.sorts
    const kinds = odds.length
    if (this.size === 0) return
    products.fill(1)
    for (let e = 0; e < this.size; e++) {
      const slot = answered[e] ?? 0
      const base = (sorts[slot] ?? 0) * kinds
      const mass = thin * (sums[slot] ?? 0) * (rarity[types[slot] ?? 0] ?? 1)
      for (let k = 0; k < kinds; k++) {
        const product = (products[base + k] ?? 1) * (1 + (odds[k] ?? 0) * mass)
        if (product > tooLarge) {
          gains[k] = (gains[k] ?? 0) + (tokenWeights[sorts[slot] ?? 0] ?? 1) * Math.log(product)
          products[base + k] = 1
        } else products[base + k] = product
      }
    }
    for (let sort = 0; sort < tokenWeights.length; sort++)
      for (let k = 0; k < kinds; k++) {
        const product = products[sort * kinds + k] ?? 1
        if (product !== 1) gains[k] = (gains[k] ?? 0) + (tokenWeights[sort] ?? 1) * Math.log(product)
      }
  }

  private grow(total: number): void {
    const size = total * 2
    this.typesOfAll = new Int32Array(size)
    this.sortsOfAll = new Uint8Array(size)
    this.sums = new Float64Array(size)
    this.answered = new Int32Array(size)
  }
}
