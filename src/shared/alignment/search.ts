import { type CostModel, shapes } from './cost-model'

export interface Step {
  readonly i: number
  readonly j: number
  readonly m: number
  readonly n: number
  readonly confidence: number
}

/** Up to this many cells the whole square is searched; beyond it, a band about the diagonal. */
const wholeSquare = 4_000_000
const bandHalfWidth = 400

/** The cells (i, j) that are searched, row by row, in one flat array. */
class Cells {
  readonly width: number
  private readonly half: number

  constructor(
    readonly rows: number,
    readonly columns: number
  ) {
    this.half = rows * columns <= wholeSquare ? columns : bandHalfWidth
    this.width = Math.min(columns + 1, 2 * this.half + 1)
  }

  first(i: number): number {
    const middle = Math.round((i * this.columns) / this.rows)
    return Math.max(0, Math.min(middle - this.half, this.columns + 1 - this.width))
  }

  /** The flat index of a cell, or -1 outside the band. */
  at(i: number, j: number): number {
    if (i < 0 || j < 0 || i > this.rows || j > this.columns) return -1
    const place = j - this.first(i)
    return place < 0 || place >= this.width ? -1 : i * this.width + place
  }

  array(): Float32Array {
    return new Float32Array((this.rows + 1) * this.width).fill(Number.NEGATIVE_INFINITY)
  }
}

/** The most probable path through the square, each step with its posterior probability. */
export function bestPath(rows: number, columns: number, model: CostModel): Step[] {
  const cells = new Cells(rows, columns)
  const best = cells.array()
  const sum = cells.array()
  const from = new Int8Array(best.length).fill(-1)
  best[cells.at(0, 0)] = 0
  sum[cells.at(0, 0)] = 0
  eachCell(cells, (i, j, here) => {
    shapes.forEach(([m, n], shape) => {
      const there = cells.at(i - m, j - n)
      if (there < 0) return
      const cost = model.cost(i - m, j - n, m, n)
      const score = value(best, there) - cost
      if (score > value(best, here)) {
        best[here] = score
        from[here] = shape
      }
      sum[here] = logAdd(value(sum, here), value(sum, there) - cost)
    })
  })
  const after = backwardSums(cells, model)
  const whole = value(sum, cells.at(rows, columns))
  const steps: Step[] = []
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const [m, n] = shapes[from[cells.at(i, j)] ?? -1] ?? [Math.min(1, i), i > 0 ? 0 : 1]
    const before = value(sum, cells.at(i - m, j - n))
    const log = before - model.cost(i - m, j - n, m, n) + value(after, cells.at(i, j)) - whole
    i -= m
    j -= n
    steps.push({ i, j, m, n, confidence: Math.min(1, Math.max(0, Math.exp(log))) })
  }
  return steps.reverse()
}

function backwardSums(cells: Cells, model: CostModel): Float32Array {
  const after = cells.array()
  after[cells.at(cells.rows, cells.columns)] = 0
  for (let i = cells.rows; i >= 0; i--)
    for (let j = Math.min(cells.columns, cells.first(i) + cells.width - 1); j >= cells.first(i); j--) {
      const here = cells.at(i, j)
      for (const [m, n] of shapes) {
        const there = cells.at(i + m, j + n)
        if (there < 0) continue
        after[here] = logAdd(value(after, here), value(after, there) - model.cost(i, j, m, n))
      }
    }
  return after
}

function eachCell(cells: Cells, visit: (i: number, j: number, here: number) => void): void {
  for (let i = 0; i <= cells.rows; i++)
    for (let j = cells.first(i); j < cells.first(i) + cells.width && j <= cells.columns; j++)
      if (i > 0 || j > 0) visit(i, j, cells.at(i, j))
}

function value(array: Float32Array, at: number): number {
  return array[at] ?? Number.NEGATIVE_INFINITY
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
