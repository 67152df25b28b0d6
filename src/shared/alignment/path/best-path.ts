import type { Model } from '../model'
import type { Corridor } from './corridor'
import type { EdgeRow } from './lattice'

/** One step of the best path: m sentences from i answer n from j; one of the two may be 0. */
export interface Step {
  readonly i: number
  readonly j: number
  readonly m: number
  readonly n: number
  /** The model's posterior of this very step, 0 to 1. */
  readonly posterior: number
  /** The log-odds of the link itself; 0 for a left-out. */
  readonly score: number
}

const worst = -1e9
/** What the step before was; a run of left-outs pays its opening once, those of a before those of b. */
const afterLink = 0
const inA = 1
const inB = 2

/**
 * The best path through the lattice and the posterior of each of its steps (forward and backward sums over the same
 * lattice). Three states make the cost of left-outs affine (Gotoh 1982), so a missing chapter is one event, not a
 * hundred. Time and memory grow with the nodes of the corridor.
 */
export function bestPath(edges: readonly EdgeRow[], corridor: Corridor, model: Model): Step[] {
  const rows = edges.length - 1
  const offsets = new Int32Array(rows + 2)
  for (let i = 0; i <= rows; i++)
    offsets[i + 1] = (offsets[i] ?? 0) + Math.max(0, (corridor.end[i] ?? 0) - (corridor.first[i] ?? 0))
  const nodes = offsets[rows + 1] ?? 0
  const columns = (corridor.end[rows] ?? 1) - 1
  const at = (i: number, j: number) => {
    const first = corridor.first[i] ?? 0
    return i > rows || j < first || j >= (corridor.end[i] ?? 0) ? -1 : (offsets[i] ?? 0) + j - first
  }
  const best = new Float64Array(nodes * 3).fill(worst)
  const sums = new Float64Array(nodes * 3).fill(worst)
  const { gapOpen, gapMore } = model

  for (let i = rows; i >= 0; i--) {
    const row = edges[i]
    const first = corridor.first[i] ?? 0
    for (let j = (corridor.end[i] ?? 0) - 1; j >= first; j--) {
      const node = at(i, j)
      if (i === rows && j === columns) {
        for (let s = 0; s < 3; s++) {
          best[node * 3 + s] = 0
          sums[node * 3 + s] = 0
        }
        continue
      }
      let top = worst
      let sum = worst
      const from = row?.starts[j - first] ?? 0
      const to = row?.starts[j - first + 1] ?? 0
      for (let e = from; e < to; e++) {
        const target = at(i + (row?.m[e] ?? 0), j + (row?.n[e] ?? 0))
        if (target < 0) continue
        const score = row?.score[e] ?? 0
        top = Math.max(top, score + (best[target * 3] ?? worst))
        sum = addLogs(sum, score + (sums[target * 3] ?? worst))
      }
      const down = at(i + 1, j)
      const right = at(i, j + 1)
      const downBest = down < 0 ? worst : (best[down * 3 + inA] ?? worst)
      const downSum = down < 0 ? worst : (sums[down * 3 + inA] ?? worst)
      const rightBest = right < 0 ? worst : (best[right * 3 + inB] ?? worst)
      const rightSum = right < 0 ? worst : (sums[right * 3 + inB] ?? worst)
      best[node * 3] = Math.max(top, downBest - gapOpen, rightBest - gapOpen)
      sums[node * 3] = addLogs(addLogs(sum, downSum - gapOpen), rightSum - gapOpen)
      best[node * 3 + inA] = Math.max(top, downBest - gapMore, rightBest - gapOpen)
      sums[node * 3 + inA] = addLogs(addLogs(sum, downSum - gapMore), rightSum - gapOpen)
      best[node * 3 + inB] = Math.max(top, rightBest - gapMore)
      sums[node * 3 + inB] = addLogs(sum, rightSum - gapMore)
    }
  }
  return trace(edges, corridor, model, { rows, columns, at, best, sums, nodes })
}

/** What a path scores as a whole: its links less the cost of its left-outs. Links across it are not part of it. */
export function pathScore(steps: readonly Step[], model: Model): number {
  let total = 0
  let last = afterLink
  for (const { m, n, score } of steps) {
    const state = n === 0 ? inA : m === 0 ? inB : afterLink
    total += state === afterLink ? score : -(state === last ? model.gapMore : model.gapOpen)
    last = state
  }
  return total
}

interface Sums {
  readonly rows: number
  readonly columns: number
  readonly at: (i: number, j: number) => number
  readonly best: Float64Array
  readonly sums: Float64Array
  readonly nodes: number
}

function trace(edges: readonly EdgeRow[], corridor: Corridor, model: Model, found: Sums): Step[] {
  const { rows, columns, at, best, sums, nodes } = found
  const { gapOpen, gapMore } = model
  const forward = new Float64Array(nodes * 3).fill(worst)
  forward[at(0, 0) * 3] = 0
  const add = (node: number, state: number, value: number) => {
    if (node < 0) return
    forward[node * 3 + state] = addLogs(forward[node * 3 + state] ?? worst, value)
  }
  for (let i = 0; i <= rows; i++) {
    const row = edges[i]
    const first = corridor.first[i] ?? 0
    for (let j = first; j < (corridor.end[i] ?? 0); j++) {
      const node = at(i, j)
      const [l, x, y] = [0, 1, 2].map((s) => forward[node * 3 + s] ?? worst) as [number, number, number]
      const any = addLogs(addLogs(l, x), y)
      if (any <= worst / 2) continue
      for (let e = row?.starts[j - first] ?? 0; e < (row?.starts[j - first + 1] ?? 0); e++)
        add(at(i + (row?.m[e] ?? 0), j + (row?.n[e] ?? 0)), afterLink, any + (row?.score[e] ?? 0))
      add(at(i + 1, j), inA, addLogs(l - gapOpen, x - gapMore))
      add(at(i, j + 1), inB, addLogs(addLogs(l, x) - gapOpen, y - gapMore))
    }
  }
  const whole = sums[at(0, 0) * 3] ?? 0
  const steps: Step[] = []
  let [i, j, state] = [0, 0, afterLink]
  while (i < rows || j < columns) {
    const node = at(i, j)
    const row = edges[i]
    const first = corridor.first[i] ?? 0
    const [l, x, y] = [0, 1, 2].map((s) => forward[node * 3 + s] ?? worst) as [number, number, number]
    let chosen = { m: 0, n: 0, value: worst * 2, score: 0, mass: worst, state: afterLink }
    for (let e = row?.starts[j - first] ?? 0; e < (row?.starts[j - first + 1] ?? 0); e++) {
      const m = row?.m[e] ?? 0
      const n = row?.n[e] ?? 0
      const target = at(i + m, j + n)
      if (target < 0) continue
      const score = row?.score[e] ?? 0
      const value = score + (best[target * 3] ?? worst)
      const mass = addLogs(addLogs(l, x), y) + score + (sums[target * 3] ?? worst)
      if (value > chosen.value) chosen = { m, n, value, score, mass, state: afterLink }
    }
    const down = at(i + 1, j)
    const right = at(i, j + 1)
    if (down >= 0 && state !== inB) {
      const value = (best[down * 3 + inA] ?? worst) - (state === inA ? gapMore : gapOpen)
      const mass = addLogs(l - gapOpen, x - gapMore) + (sums[down * 3 + inA] ?? worst)
      if (value > chosen.value) chosen = { m: 1, n: 0, value, score: 0, mass, state: inA }
    }
    if (right >= 0) {
      const value = (best[right * 3 + inB] ?? worst) - (state === inB ? gapMore : gapOpen)
      const mass = addLogs(addLogs(l, x) - gapOpen, y - gapMore) + (sums[right * 3 + inB] ?? worst)
      if (value > chosen.value) chosen = { m: 0, n: 1, value, score: 0, mass, state: inB }
    }
    if (chosen.m + chosen.n === 0) break
    const { m, n, score, mass } = chosen
    steps.push({ i, j, m, n, score, posterior: Math.min(1, Math.exp(mass - whole)) })
    i += m
    j += n
    state = chosen.state
  }
  return steps
}

/** log(e^a + e^b). */
function addLogs(a: number, b: number): number {
  const high = a > b ? a : b
  const low = a > b ? b : a
  const gap = low - high
  return gap < -30 ? high : high + Math.log1p(Math.exp(gap))
}
