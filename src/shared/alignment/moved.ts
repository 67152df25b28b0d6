import type { Relations } from './evidence/relations'
import type { Side } from './evidence/side'
import { sliceSide } from './evidence/side'
import { LinkScorer } from './link-scorer'
import { Matcher } from './matches'
import type { Defaults, Model } from './model'
import { bestPath, type Step } from './path/best-path'
import { corridorAround, wholeSquare } from './path/corridor'
import { breadths, edgeRows } from './path/lattice'

interface Run {
  readonly from: number
  readonly count: number
}

/** Squares larger than this are not searched for moved passages. */
const mostNodes = 250_000
const mostPairs = 4000
/** Sentences that changed places with a neighbour are no rarity. */
const nearBy = 3

/**
 * Passages that stand elsewhere in the other text: what the monotone path left out of a is looked for in all it left
 * out of b. A link has to win back what a crossing costs, by itself or with the links beside it.
 */
export function linkMoved(
  a: Side,
  b: Side,
  steps: readonly Step[],
  relations: Relations,
  model: Model,
  d: Defaults
): Step[] {
  const runsA = runsOf(steps, ({ n, i, m }) => (n === 0 ? { from: i, count: m } : null))
  const runsB = runsOf(steps, ({ m, j, n }) => (m === 0 ? { from: j, count: n } : null))
  if (runsA.length === 0 || runsB.length === 0 || runsA.length * runsB.length > mostPairs) return [...steps]
  const local: Model = {
    ...model,
    gapOpen: d.movedGap,
    gapMore: d.movedGap / 2,
    paragraphs: { ...model.paragraphs, inside: Math.min(0, model.paragraphs.inside) }
  }
  const found: { readonly links: Step[]; readonly worth: number }[] = []
  for (const runA of runsA)
    for (const runB of runsB) {
      if (runA.count * runB.count > mostNodes) continue
      const path = align(runA, runB)
      const cost = standApart(steps, runA, runB) <= nearBy ? d.movedNearCost : d.movedCost
      for (const links of islands(path, cost)) {
        const worth = links.reduce((sum, link) => sum + link.score, 0) - cost
        if (worth > 0) found.push({ links, worth })
      }
    }
  return withMoved(
    steps,
    found.sort((x, y) => y.worth - x.worth).flatMap(({ links }) => links)
  )

  function align(runA: Run, runB: Run): Step[] {
    const left = sliceSide(a, runA.from, runA.count)
    const right = sliceSide(b, runB.from, runB.count)
    const corridor =
      left.size * right.size < 40_000
        ? wholeSquare(left.size, right.size)
        : corridorAround([], left.size, right.size, 60)
    const scorer = new LinkScorer(left, right, local)
    return bestPath(
      edgeRows(left, right, scorer, new Matcher(left, right, relations), corridor, breadths.first),
      corridor,
      local
    ).map((step) => ({ ...step, i: step.i + runA.from, j: step.j + runB.from }))
  }
}

/** How many sentences of b lie between the place of a run of a in the path and a run of b. */
function standApart(steps: readonly Step[], runA: Run, runB: Run): number {
  const place = steps.find(({ i }) => i >= runA.from)?.j ?? 0
  return runB.from >= place ? runB.from - place : place - (runB.from + runB.count)
}

/** Neighbouring steps that all link something. */
function islands(path: readonly Step[], cost: number): Step[][] {
  const found: Step[][] = []
  let open: Step[] = []
  for (const step of path) {
    if (step.m > 0 && step.n > 0 && step.score > -1) {
      open.push({ ...step, posterior: step.posterior * (1 / (1 + Math.exp(cost - step.score - 2))) })
      continue
    }
    if (open.length > 0) found.push(open)
    open = []
  }
  if (open.length > 0) found.push(open)
  return found
}

function runsOf(steps: readonly Step[], read: (step: Step) => Run | null): Run[] {
  const runs: Run[] = []
  for (const step of steps) {
    const own = read(step)
    if (!own) continue
    const last = runs.at(-1)
    if (last && last.from + last.count === own.from)
      runs[runs.length - 1] = { from: last.from, count: last.count + own.count }
    else runs.push(own)
  }
  return runs
}

/** The steps with the left-outs replaced that a moved link takes up; the better link where two want the same. */
function withMoved(steps: readonly Step[], links: readonly Step[]): Step[] {
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const kept: Step[] = []
  for (const link of links) {
    const ownA = Array.from({ length: link.m }, (_, x) => link.i + x)
    const ownB = Array.from({ length: link.n }, (_, y) => link.j + y)
    if (ownA.some((x) => takenA.has(x)) || ownB.some((y) => takenB.has(y))) continue
    for (const x of ownA) takenA.add(x)
    for (const y of ownB) takenB.add(y)
    kept.push(link)
  }
  if (kept.length === 0) return [...steps]
  const rest = steps.filter(
    ({ i, j, m, n }) => !(n === 0 && m === 1 && takenA.has(i)) && !(m === 0 && n === 1 && takenB.has(j))
  )
  return [...rest, ...kept].sort((x, y) => x.i - y.i || x.j - y.j)
}
