import type { FixedStep } from '../constraints'
import type { Side } from '../evidence/side'
import type { LinkScorer } from '../link-scorer'
import type { Matcher, MatchRow } from '../matches'
import { longestLink } from '../model'
import type { Corridor } from './corridor'

/** The links worth considering from the nodes of one row: `starts[j - first]` begins those of node (i, j). */
export interface EdgeRow {
  readonly starts: Int32Array
  readonly m: Uint8Array
  readonly n: Uint8Array
  readonly score: Float64Array
}

/** How far off a length may be before a longer link is not tried. */
const mostExcess = 5
/** A link longer than this by its lengths is lengthened only while that makes it better. */
const tooLong = 1.6
/** A link shorter than this by its lengths is lengthened whatever it scores: one sentence may answer forty. */
const tooShort = 0.8
/** A chain of ever longer links is left when it has fallen this far below its best. */
const mostFall = 9

/** How far the search goes: the longest links, and how many sentences of b a link of m may have. */
export interface Breadth {
  readonly longest: number
  readonly across: (m: number) => number
}

export const breadths = {
  whole: { longest: longestLink, across: (m) => (m <= 4 ? 9 : 2) },
  first: { longest: 12, across: (m) => (m <= 4 ? 9 : 2) },
  /** For long texts, where every cell counts. */
  longFirst: { longest: 5, across: (m) => (m === 2 ? 3 : m === 3 ? 2 : 1) },
  long: { longest: longestLink, across: (m) => (m <= 3 ? 5 : 2) }
} satisfies Record<string, Breadth>

/** What a link made by hand scores: there is no other way past it. */
const fixedScore = 10
/** An edge this much worse than leaving its sentences out is not kept. */
const slack = 3

/** Scores every link in the corridor that could stand in a good path; rows are made from the last to the first. */
export function edgeRows(
  a: Side,
  b: Side,
  scorer: LinkScorer,
  matcher: Matcher,
  corridor: Corridor,
  { longest, across }: Breadth,
  fixed: readonly FixedStep[] = []
): EdgeRow[] {
  const { model } = scorer
  const rows: EdgeRow[] = new Array(a.size + 1)
  const matches: (MatchRow | undefined)[] = new Array(longest)
  const startsA = startsOf(a)
  const startsB = startsOf(b)
  const brackets = a.bracketed.includes(1) || b.bracketed.includes(1)
  const headings = a.places.includes('heading') && b.places.includes('heading')
  let ahead = fixed.length
  for (let i = a.size - 1; i >= 0; i--) {
    while (ahead > 0 && (fixed[ahead - 1]?.i ?? 0) >= i) ahead--
    const step = fixed[ahead]
    const most = Math.min(longest, (step?.i ?? a.size) - i)
    // A match row serves the links that begin up to `longest` rows before it: it spans all their columns.
    let [left, right] = [b.size, 0]
    for (let row = Math.max(0, i - longest + 1); row <= i; row++) {
      left = Math.min(left, corridor.first[row] ?? 0)
      right = Math.max(right, Math.min(b.size, (corridor.end[row] ?? 0) + longest))
    }
    matches[i % longest] = matcher.row(i, left, Math.max(left, right))
    const first = corridor.first[i] ?? 0
    const end = corridor.end[i] ?? 0
    const starts = new Int32Array(Math.max(0, end - first) + 1)
    const ms: number[] = []
    const ns: number[] = []
    const scores: number[] = []
    for (let j = first; j < end; j++) {
      if (step?.i === i && step.j === j) {
        ms.push(step.m)
        ns.push(step.n)
        scores.push(fixedScore)
      }
      const widest = Math.min(longest, b.size - j)
      const atStart = paragraphGain(startsA, startsB, i, j, model.paragraphs)
      const chainRows: MatchRow[] = []
      let bestOne = Number.NEGATIVE_INFINITY
      let previousOne = Number.NEGATIVE_INFINITY
      for (let m = 1; m <= most && widest > 0; m++) {
        const row = matches[(i + m - 1) % longest]
        if (row) chainRows.push(row)
        if (m > 1 && scorer.excess(i, m, j, 1) < 1 / mostExcess) {
          if (scorer.excess(i, m, j, Math.min(widest, 2)) < 1 / mostExcess) break
        }
        const broadest = m === 1 ? widest : Math.min(widest, across(m))
        let top = Number.NEGATIVE_INFINITY
        let one = Number.NEGATIVE_INFINITY
        let previous = Number.NEGATIVE_INFINITY
        scorer.chain(chainRows, i, j, broadest, (n, gain) => {
          const to = j + n
          const inCorridor = to >= (corridor.first[i + m] ?? 0) && to < (corridor.end[i + m] ?? 0)
          const mixed = headings && isMixed(a, b, i, m, j, n) ? model.mixedHeading : 0
          const noted = brackets
            ? model.lonelyBracket * Math.abs(sumOf(a.bracketed, i, m) - sumOf(b.bracketed, j, n))
            : 0
          const inside = insideStarts(startsA, i, m) + insideStarts(startsB, j, n)
          const score =
            gain - model.shapeCost(m, n) + atStart + inside * model.paragraphs.inside + mixed + noted
          if (n === 1) one = score
          if (inCorridor && score > -2 * model.gapOpen - model.gapMore * (m + n - 2) - slack) {
            ms.push(m)
            ns.push(n)
            scores.push(score)
          }
          top = Math.max(top, score)
          const worse = score < previous - 0.5
          previous = score
          const excess = scorer.excess(i, m, j, n)
          return (
            (score > top - mostFall || excess < tooShort) &&
            excess < mostExcess &&
            !(worse && excess > tooLong)
          )
        })
        if (one < bestOne - mostFall) break
        if (one < previousOne - 0.5 && scorer.excess(i, m, j, Math.min(widest, 2)) < 1 / tooLong) break
        previousOne = one
        bestOne = Math.max(bestOne, one)
      }
      starts[j - first + 1] = ms.length
    }
    rows[i] = { starts, m: Uint8Array.from(ms), n: Uint8Array.from(ns), score: Float64Array.from(scores) }
  }
  const last = Math.max(0, (corridor.end[a.size] ?? 0) - (corridor.first[a.size] ?? 0))
  rows[a.size] = {
    starts: new Int32Array(last + 1),
    m: new Uint8Array(0),
    n: new Uint8Array(0),
    score: new Float64Array(0)
  }
  return rows
}

/** For each sentence 1 where it begins a paragraph; nothing where the text has but one. */
export function startsOf(side: Side): Uint8Array {
  return Uint8Array.from(side.places, (place) => (place === '' ? 0 : 1))
}

function paragraphGain(
  startsA: Uint8Array,
  startsB: Uint8Array,
  i: number,
  j: number,
  gains: { readonly both: number; readonly one: number }
): number {
  const both = (startsA[i] ?? 0) + (startsB[j] ?? 0)
  return both === 2 ? gains.both : both === 1 ? gains.one : 0
}

function sumOf(flags: Uint8Array, from: number, count: number): number {
  let sum = 0
  for (let at = from; at < from + count; at++) sum += flags[at] ?? 0
  return sum
}

function insideStarts(starts: Uint8Array, from: number, count: number): number {
  let sum = 0
  for (let at = from + 1; at < from + count; at++) sum += starts[at] ?? 0
  return sum
}

function isMixed(a: Side, b: Side, i: number, m: number, j: number, n: number): boolean {
  const heading = a.places[i] === 'heading'
  for (let x = i; x < i + m; x++) if ((a.places[x] === 'heading') !== heading) return true
  for (let y = j; y < j + n; y++) if ((b.places[y] === 'heading') !== heading) return true
  return false
}
