import type { FixedStep } from '../constraints'

/** The part of the square that is searched: for each i from 0 to the size of a, the nodes from `first` up to `end`. */
export interface Corridor {
  readonly first: Int32Array
  readonly end: Int32Array
}

/** A place where a link or a left-out begins or ends: before sentence i of a and sentence j of b. */
export type Node = readonly [i: number, j: number]

export function wholeSquare(rows: number, columns: number): Corridor {
  return { first: new Int32Array(rows + 1), end: new Int32Array(rows + 1).fill(columns + 1) }
}

/**
 * The surroundings of a monotone path through the square, `margin` sentences wide along b and `rowMargin` along a. The
 * path need not name every node: between two of its nodes the whole rectangle is searched when it is small, else its
 * diagonal.
 */
export function corridorAround(
  path: readonly Node[],
  rows: number,
  columns: number,
  margin: number,
  rowMargin = margin
): Corridor {
  const first = new Int32Array(rows + 1).fill(columns + 1)
  const end = new Int32Array(rows + 1)
  const widen = (i: number, from: number, to: number) => {
    const low = Math.max(0, i - rowMargin)
    const high = Math.min(rows, i + rowMargin)
    const left = Math.max(0, from - margin)
    const right = Math.min(columns, to + margin) + 1
    for (let row = low; row <= high; row++) {
      if (left < (first[row] ?? 0)) first[row] = left
      if (right > (end[row] ?? 0)) end[row] = right
    }
  }
  const nodes: Node[] = [[0, 0], ...path, [rows, columns]]
  for (let k = 0; k + 1 < nodes.length; k++) {
    const [i, j] = nodes[k] ?? [0, 0]
    const [nextI, nextJ] = nodes[k + 1] ?? [rows, columns]
    const small = (nextI - i + 1) * (nextJ - j + 1) <= smallRectangle
    const slack = small ? 0 : Math.min(wideSlack, Math.abs(nextJ - j))
    for (let row = i; row <= nextI; row++) {
      const there = nextI === i ? 0 : (row - i) / (nextI - i)
      const middle = j + there * (nextJ - j)
      if (small) widen(row, j, nextJ)
      else if (nextI === i) widen(row, j, nextJ)
      else widen(row, Math.max(j, Math.floor(middle - slack)), Math.min(nextJ, Math.ceil(middle + slack)))
    }
  }
  return { first, end }
}

/** Nodes in a rectangle between two anchors that are all searched. */
const smallRectangle = 20_000
const wideSlack = 150

/** A path made to pass the fixed steps: nodes of it that cannot lie on one path with them are left out. */
export function throughFixed(path: readonly Node[], fixed: readonly FixedStep[]): Node[] {
  if (fixed.length === 0) return [...path]
  let next = 0
  const kept: Node[] = []
  for (const [i, j] of path) {
    while (next < fixed.length && (fixed[next]?.i ?? 0) + (fixed[next]?.m ?? 0) <= i) next++
    const [before, after] = [fixed[next - 1], fixed[next]]
    const late = before !== undefined && j < before.j + before.n
    const early = after !== undefined && (i > after.i || j > after.j)
    if (!late && !early) kept.push([i, j])
  }
  for (const { i, j, m, n } of fixed) kept.push([i, j], [i + m, j + n])
  return kept.sort((x, y) => x[0] - y[0] || x[1] - y[1])
}

/** Takes out of a corridor what no path through the fixed steps can reach. */
export function clipToFixed(corridor: Corridor, fixed: readonly FixedStep[]): Corridor {
  const { first, end } = corridor
  let row = 0
  let [least, next] = [0, 0]
  for (; row < first.length; row++) {
    const step = fixed[next]
    if (step && row > step.i && row < step.i + step.m) {
      first[row] = 0
      end[row] = 0
      continue
    }
    if (step && row >= step.i + step.m) {
      least = step.j + step.n
      next++
    }
    const most = fixed[next]?.j
    if ((first[row] ?? 0) < least) first[row] = least
    if (most !== undefined && (end[row] ?? 0) > most + 1) end[row] = most + 1
  }
  return corridor
}
