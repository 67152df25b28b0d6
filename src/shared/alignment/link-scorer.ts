import type { Side } from './evidence/side'
import { type Base, baseOf, type MatchRow } from './matches'
import type { Model } from './model'
import { AnswerPool } from './token-coverage'

/**
 * The log-odds of a link: how much better its two sides are explained by being renderings of each other than by
 * standing alone. Each token of one side is either answered (a word of the other side renders it, after Brown et al.
 * 1993, model 1, as Moore 2002 and Braune and Fraser 2010 use it for sentences) or comes from the language at large;
 * both directions count. More sentences on a side thin out what each of their words can explain, so that a
 * neighbour is drawn in only when it brings something. A link may be literal or free; the better kind carries it.
 */
export class LinkScorer {
  private readonly baseA: Base
  private readonly baseB: Base
  private readonly lengthA: Float64Array
  private readonly lengthB: Float64Array
  private readonly odds: Float64Array
  private readonly logAlone: Float64Array
  private readonly priors: Float64Array
  private readonly gainA: Float64Array
  private readonly gainB: Float64Array
  private readonly parts: Float64Array
  private readonly pool: AnswerPool
  private readonly columnPool: AnswerPool

  constructor(
    private readonly a: Side,
    private readonly b: Side,
    readonly model: Model
  ) {
    const { kinds } = model
    this.odds = Float64Array.from(kinds, ({ answered }) => answered / (1 - answered))
    this.logAlone = Float64Array.from(kinds, ({ answered }) => Math.log(1 - answered))
    this.priors = Float64Array.from(kinds, ({ prior }) => prior)
    this.gainA = new Float64Array(kinds.length)
    this.gainB = new Float64Array(kinds.length)
    this.parts = new Float64Array(kinds.length)
    this.pool = new AnswerPool(kinds.length)
    this.columnPool = new AnswerPool(kinds.length)
    this.baseA = baseOf(a, model.background)
    this.baseB = baseOf(b, model.background)
    this.lengthA = prefixSums(a.lengths)
    this.lengthB = prefixSums(b.lengths)
  }

  /** Length alone: a heavy-tailed log-odds (Student's t), 0 at about two spreads off. */
  length(i: number, m: number, j: number, n: number): number {
    return this.lengthOf(
      (this.lengthA[i + m] ?? 0) - (this.lengthA[i] ?? 0),
      (this.lengthB[j + n] ?? 0) - (this.lengthB[j] ?? 0)
    )
  }

  private lengthOf(a: number, b: number): number {
    const { ratio, spread, noise, weight } = this.model.length
    const off = Math.log(b / a) - ratio
    const variance = spread * spread + (noise * noise) / Math.min(a * Math.exp(ratio), b)
    return weight * (1 - 2.5 * Math.log(1 + (off * off) / (4 * variance)) - 0.5 * Math.log(variance / 0.25))
  }

  /** How many times longer b is than a should make it; below 1 where it is shorter. */
  excess(i: number, m: number, j: number, n: number): number {
    const a = (this.lengthA[i + m] ?? 0) - (this.lengthA[i] ?? 0)
    const b = (this.lengthB[j + n] ?? 0) - (this.lengthB[j] ?? 0)
    return b / (a * Math.exp(this.model.length.ratio))
  }

  /** The log-odds of any sentences of a with any of b, before the cost of their shape; `row` gives what a sentence of a shares. */
  scattered(ownA: readonly number[], ownB: readonly number[], row: (i: number) => MatchRow): number {
    const first = ownA[0] ?? 0
    const rows: (MatchRow | undefined)[] = new Array((ownA.at(-1) ?? first) - first + 1).fill(undefined)
    const sum = (values: Float64Array, own: readonly number[]) =>
      own.reduce((total, at) => total + (values[at] ?? 0), 0)
    for (const i of ownA) rows[i - first] = row(i)
    const massA = sum(this.baseA.mass, ownA)
    const massB = sum(this.baseB.mass, ownB)
    this.gainB.fill(0)
    this.pool.begin(this.a, first, rows.length)
    for (const column of ownB) {
      this.addColumn(rows, column, Math.max(1, massA))
      this.addAnswers(rows, column)
    }
    return (
      Math.log(this.wholeOf(massA, massB)) +
      this.lengthOf(sum(this.a.lengths, ownA), sum(this.b.lengths, ownB))
    )
  }

  /** Scores the links of the sentences from i that `rows` stand for with j…j+n for n = 1 to `most`; stops when told. */
  chain(
    rows: readonly MatchRow[],
    i: number,
    j: number,
    most: number,
    tell: (n: number, score: number, kinds: Float64Array) => boolean
  ): void {
    let massA = 0
    for (let x = 0; x < rows.length; x++) massA += this.baseA.mass[i + x] ?? 0
    let massB = 0
    this.gainB.fill(0)
    this.pool.begin(this.a, i, rows.length)
    for (let n = 1; n <= most; n++) {
      const column = j + n - 1
      massB += this.baseB.mass[column] ?? 0
      this.addColumn(rows, column, Math.max(1, massA))
      this.addAnswers(rows, column)
      const whole = this.wholeOf(massA, massB)
      if (!tell(n, Math.log(whole) + this.length(i, rows.length, j, n), this.parts)) return
    }
  }

  /** Adds which tokens of the rows' sentences sentence `column` of b answers. */
  private addAnswers(rows: readonly (MatchRow | undefined)[], column: number): void {
    for (let x = 0; x < rows.length; x++) {
      const row = rows[x]
      const at = column - (row?.first ?? 0)
      if (!row || at < 0 || at + 1 >= row.startsA.length) continue
      const end = row.startsA[at + 1] ?? 0
      for (let e = row.startsA[at] ?? 0; e < end; e++)
        this.pool.add(x, row.positionsA[e] ?? 0, row.sumsA[e] ?? 0)
    }
  }

  /** The odds of all kinds of rendering together, of what was added; `parts` holds those of each. */
  private wholeOf(massA: number, massB: number): number {
    const { tempering } = this.model
    const gainA = this.gainA
    const gainB = this.gainB
    const parts = this.parts
    gainA.fill(0)
    this.pool.gains(this.odds, this.baseA.rarity, 1 / Math.max(1, massB), gainA)
    let whole = 0
    for (let k = 0; k < parts.length; k++) {
      const alone = (massA + massB) * (this.logAlone[k] ?? 0)
      const part =
        (this.priors[k] ?? 0) *
        Math.exp(Math.min(600, tempering * (alone + (gainA[k] ?? 0) + (gainB[k] ?? 0))))
      parts[k] = part
      whole += part
    }
    return whole
  }

  /** Adds what the tokens of sentence `column` of b gain from all of the rows' sentences. */
  private addColumn(rows: readonly (MatchRow | undefined)[], column: number, massA: number): void {
    const columnPool = this.columnPool
    columnPool.begin(this.b, column, 1)
    for (let x = 0; x < rows.length; x++) {
      const row = rows[x]
      const at = column - (row?.first ?? 0)
      if (!row || at < 0 || at + 1 >= row.startsB.length) continue
      const end = row.startsB[at + 1] ?? 0
      for (let e = row.startsB[at] ?? 0; e < end; e++)
        columnPool.add(0, row.positionsB[e] ?? 0, row.sumsB[e] ?? 0)
    }
    columnPool.gains(this.odds, this.baseB.rarity, 1 / massA, this.gainB)
  }
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value
  })
  return sums
}
