import type { Span } from '../../model/offsets'
import { span } from '../../model/span'
import { alignWords, type WordPair } from './monolingual'
import { type Word, wordsOf } from './words'

/**
 * How a stretch of one rendering stands to another: `same` words, `moved` within the sentence, `substituted` by other
 * words in the same place, `left-out` (only in the first) or `added` (only in the second).
 */
export type DifferenceKind = 'same' | 'moved' | 'substituted' | 'left-out' | 'added'

export interface Difference {
  readonly kind: DifferenceKind
  /** UTF-16 offsets into either text; an empty side is null. */
  readonly a: Span | null
  readonly b: Span | null
}

/**
 * The differences between two renderings of one sentence in the same language, in the order of `a` (what is only in
 * `b` after the word it follows). Together the spans of either side hold each of its words exactly once.
 */
export function differences(a: string, b: string): Difference[] {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length * right.length > mostPairs) return whole(a, b)
  const pairs = alignWords(left, right)
  const steady = longestForward(pairs)
  const found: Difference[] = []
  let [x, y] = [0, 0]
  for (const pair of [...steady, { a: left.length, b: right.length, likeness: 1 }]) {
    found.push(...between(left, right, pairs, [x, pair.a], [y, pair.b]))
    if (pair.a < left.length) addPair(found, left, right, pair)
    x = pair.a + 1
    y = pair.b + 1
  }
  return joined(found)
}

/** Beyond this many pairs of words (a text without sentence ends) the two are only said to differ. */
const mostPairs = 2_000_000

function whole(a: string, b: string): Difference[] {
  return [{ kind: a === b ? 'same' : 'substituted', a: span(0, a.length), b: span(0, b.length) }]
}

function addPair(found: Difference[], left: readonly Word[], right: readonly Word[], pair: WordPair): void {
  const [one, other] = [left[pair.a], right[pair.b]]
  if (!one || !other) return
  const kind = one.folded === other.folded ? 'same' : 'substituted'
  found.push({ kind, a: span(one.start, one.end), b: span(other.start, other.end) })
}

/** What stands between two steady pairs: moved words apart, then the rest as substituted, left out or added. */
function between(
  left: readonly Word[],
  right: readonly Word[],
  pairs: readonly WordPair[],
  [fromA, toA]: readonly [number, number],
  [fromB, toB]: readonly [number, number]
): Difference[] {
  if (fromA === toA && fromB === toB) return []
  const movedA = new Map(
    pairs.filter((pair) => pair.a >= fromA && pair.a < toA).map((pair) => [pair.a, pair])
  )
  const movedB = new Set(pairs.filter((pair) => pair.b >= fromB && pair.b < toB).map((pair) => pair.b))
  const found: Difference[] = []
  const onlyA: number[] = []
  const onlyB: number[] = []
  left.slice(fromA, toA).forEach((word, k) => {
    const pair = movedA.get(fromA + k)
    const other = pair && right[pair.b]
    if (other) found.push({ kind: 'moved', a: span(word.start, word.end), b: span(other.start, other.end) })
    else onlyA.push(fromA + k)
  })
  for (let y = fromB; y < toB; y++) if (!movedB.has(y)) onlyB.push(y)
  const runsA = runs(onlyA, left)
  const runsB = runs(onlyB, right)
  const both = Math.min(runsA.length, runsB.length)
  runsA.forEach((run, k) => {
    found.push(
      k < both ? { kind: 'substituted', a: run, b: runsB[k] ?? null } : { kind: 'left-out', a: run, b: null }
    )
  })
  for (const run of runsB.slice(both)) found.push({ kind: 'added', a: null, b: run })
  return found
}

/** Neighbouring words, given by their places in the list, as one span. */
function runs(places: readonly number[], all: readonly Word[]): Span[] {
  const found: { start: number; end: number; last: number }[] = []
  for (const at of places) {
    const word = all[at]
    if (!word) continue
    const open = found.at(-1)
    if (open && open.last === at - 1) {
      open.end = word.end
      open.last = at
    } else found.push({ start: word.start, end: word.end, last: at })
  }
  return found.map(({ start, end }) => span(start, end))
}

/** The longest chain of pairs that goes forward in both texts. */
function longestForward(pairs: readonly WordPair[]): WordPair[] {
  const best: number[] = []
  const before: number[] = []
  let top = -1
  pairs.forEach((pair, k) => {
    best[k] = pair.likeness
    before[k] = -1
    for (let earlier = 0; earlier < k; earlier++)
      if ((pairs[earlier]?.b ?? 0) < pair.b && (best[earlier] ?? 0) + pair.likeness > (best[k] ?? 0)) {
        best[k] = (best[earlier] ?? 0) + pair.likeness
        before[k] = earlier
      }
    if (top < 0 || (best[k] ?? 0) > (best[top] ?? 0)) top = k
  })
  const chain: WordPair[] = []
  for (let k = top; k >= 0; k = before[k] ?? -1) {
    const pair = pairs[k]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}

/** Neighbours of one kind as one difference, where they are neighbours on both sides. */
function joined(found: readonly Difference[]): Difference[] {
  const out: Difference[] = []
  for (const each of found) {
    const last = out.at(-1)
    if (last && last.kind === each.kind && last.a && last.b && each.a && each.b && follows(last, each))
      out[out.length - 1] = {
        kind: each.kind,
        a: span(last.a.start, each.a.end),
        b: span(last.b.start, each.b.end)
      }
    else out.push(each)
  }
  return out
}

const closeBy = 2

function follows(last: Difference, next: Difference): boolean {
  const near = (one: Span | null, other: Span | null) =>
    one !== null && other !== null && other.start >= one.end && other.start - one.end <= closeBy
  return near(last.a, next.a) && near(last.b, next.b)
}
