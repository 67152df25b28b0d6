import { scoreOf } from './crossings'
import type { Relations } from './evidence/relations'
import { pickSentences, type Side } from './evidence/side'
import { LinkScorer } from './link-scorer'
import { Matcher } from './matches'
import type { Defaults, Model } from './model'
import { bestPath, pathScore, type Step } from './path/best-path'
import { wholeSquare } from './path/corridor'
import { breadths, edgeRows } from './path/lattice'

const mostTries = 8

/**
 * A sentence that was left out because its counterpart, moved, had been linked with a neighbour: each left-out is
 * tried against every sentence of the other side, and where they answer each other well the path is searched again
 * without the two. Kept when the whole gains. For small texts only: each trial is a search.
 */
export function reassign(
  a: Side,
  b: Side,
  steps: readonly Step[],
  relations: Relations,
  model: Model,
  d: Defaults
): Step[] {
  const scorer = new LinkScorer(a, b, model)
  const matcher = new Matcher(a, b, relations)
  let current = [...steps]
  const aloneA = new Set(current.filter(({ n }) => n === 0).map(({ i }) => i))
  const aloneB = new Set(current.filter(({ m }) => m === 0).map(({ j }) => j))
  const tries: { i: number; j: number; score: number }[] = []
  const consider = (i: number, j: number) => {
    const score = scoreOf(scorer, matcher, i, 1, j, 1) - model.shapeCost(1, 1)
    if (score > d.movedCost + 1) tries.push({ i, j, score })
  }
  for (const j of aloneB) for (let i = 0; i < a.size; i++) if (!aloneA.has(i)) consider(i, j)
  for (const i of aloneA) for (let j = 0; j < b.size; j++) if (!aloneB.has(j)) consider(i, j)
  tries.sort((x, y) => y.score - x.score)
  const used = { a: new Set<number>(), b: new Set<number>() }
  const moved: Step[] = []
  for (const { i, j, score } of tries.slice(0, mostTries)) {
    if (used.a.has(i) || used.b.has(j)) continue
    const found = without([...used.a, i], [...used.b, j])
    if (!found) continue
    const gain = pathScore(found, model) + score - d.movedCost - pathScore(current, model)
    if (gain <= 0) continue
    used.a.add(i)
    used.b.add(j)
    moved.push({ i, j, m: 1, n: 1, score, posterior: 1 / (1 + Math.exp(-gain)) })
    current = found
  }
  return moved.length === 0 ? [...steps] : [...current, ...moved].sort((x, y) => x.i - y.i || x.j - y.j)

  /** The best path of what is left, in the numbers of the whole; null where a link would reach over a gap. */
  function without(outA: readonly number[], outB: readonly number[]): Step[] | null {
    const keptA = Array.from({ length: a.size }, (_, i) => i).filter((i) => !outA.includes(i))
    const keptB = Array.from({ length: b.size }, (_, j) => j).filter((j) => !outB.includes(j))
    const left = pickSentences(a, keptA)
    const right = pickSentences(b, keptB)
    const square = wholeSquare(left.size, right.size)
    const rows = edgeRows(
      left,
      right,
      new LinkScorer(left, right, model),
      new Matcher(left, right, relations),
      square,
      breadths.first
    )
    const path = bestPath(rows, square, model)
    if (path.some(({ i, m, j, n }) => hasGap(keptA, i, m) || hasGap(keptB, j, n))) return null
    return path.map((step) => ({
      ...step,
      i: keptA[step.i] ?? a.size,
      j: keptB[step.j] ?? b.size
    }))
  }
}

/** Whether some of the kept numbers, one after another, leave one out. */
function hasGap(kept: readonly number[], from: number, count: number): boolean {
  return count > 1 && (kept[from + count - 1] ?? 0) - (kept[from] ?? 0) !== count - 1
}
