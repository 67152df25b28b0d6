import type { Side } from '../evidence/side'
import type { LinkScorer } from '../link-scorer'
import type { Matcher } from '../matches'
import type { Corridor, Node } from './corridor'

const worst = -1e9
/** What the best path does at a node: links one with one, leaves one of a out, or one of b. */
const link = 0
const leaveA = 1
const leaveB = 2
/** Bits of a choice; a node has one for each of the three states, and they share a byte. */
const choiceBits = 2

/**
 * A first path through a wide corridor: links of one sentence with one, and left-outs whose cost is affine (Gotoh 1982).
 * It only tells where to look closer, as the first pass of Moore (2002) does, and takes a byte for each node.
 */
export function coarsePath(
  a: Side,
  b: Side,
  scorer: LinkScorer,
  matcher: Matcher,
  corridor: Corridor
): Node[] {
  const { gapOpen, gapMore } = scorer.model
  const oneToOne = scorer.model.shapeCost(1, 1)
  const choices: Uint8Array[] = new Array(a.size + 1)
  /** For each column of the row below: the best of what follows, after a link and within a run left out of a. */
  let below = { first: 0, any: new Float64Array(0), inA: new Float64Array(0) }
  for (let i = a.size; i >= 0; i--) {
    const first = corridor.first[i] ?? 0
    const width = Math.max(0, (corridor.end[i] ?? 0) - first)
    const any = new Float64Array(width)
    const inA = new Float64Array(width)
    const own = new Uint8Array(width)
    const row = i < a.size && width > 0 ? [matcher.row(i, first, Math.min(b.size, first + width))] : []
    let rightInB = worst
    for (let at = width - 1; at >= 0; at--) {
      const j = first + at
      if (i === a.size && j === b.size) {
        rightInB = 0
        continue
      }
      let linked = worst
      const across = below.any[j + 1 - below.first] ?? worst
      if (row.length > 0 && j < b.size && across > worst / 2)
        scorer.chain(row, i, j, 1, (_, score) => {
          linked = score - oneToOne + across
          return false
        })
      const down = below.inA[j - below.first] ?? worst
      // Left-outs of a come before those of b, as in `bestPath`.
      const afterLink = choose(linked, down - gapOpen, rightInB - gapOpen)
      const afterA = choose(linked, down - gapMore, rightInB - gapOpen)
      const afterB = choose(linked, worst, rightInB - gapMore)
      own[at] = afterLink | (afterA << choiceBits) | (afterB << (2 * choiceBits))
      const inB = afterB === link ? linked : rightInB - gapMore
      any[at] = Math.max(linked, down - gapOpen, rightInB - gapOpen)
      inA[at] = Math.max(linked, down - gapMore, rightInB - gapOpen)
      rightInB = inB
    }
    choices[i] = own
    below = { first, any, inA }
  }
  return trace(choices, a.size, b.size, corridor)
}

function choose(linked: number, withoutA: number, withoutB: number): number {
  if (linked >= withoutA && linked >= withoutB) return link
  return withoutA >= withoutB ? leaveA : leaveB
}

/** The nodes where the path links something, and where it goes on from there. */
function trace(choices: readonly Uint8Array[], rows: number, columns: number, { first }: Corridor): Node[] {
  const nodes: Node[] = []
  let state = link
  for (let [i, j] = [0, 0]; i < rows || j < columns; ) {
    const byte = choices[i]?.[j - (first[i] ?? 0)]
    if (byte === undefined) break
    state = (byte >> (choiceBits * state)) & 3
    nodes.push([i, j])
    if (state !== leaveB) i++
    if (state !== leaveA) j++
  }
  return nodes
}
