import type { Word } from './words'

/** Words of two texts that answer each other, by their places in the lists of words. */
export interface WordPair {
  readonly a: number
  readonly b: number
  /** 1 for the same word in any case, less for another form of it or a word that looks like it. */
  readonly likeness: number
}

const leastLikeness = 0.55
const contextWidth = 3

/**
 * Aligns the words of two renderings in one language, one to one. After Sultan, Bethard and Sumner (2014): the surest
 * first — runs of the same words, then content words by their own likeness and that of the words around them, then
 * function words beside what is aligned. Likeness is of form: the same word, the same stem, shared letters.
 *
 * @returns pairs in the order of `a`; no word is in two
 */
export function alignWords(a: readonly Word[], b: readonly Word[]): WordPair[] {
  const ofA = new Map<number, WordPair>()
  const takenB = new Set<number>()
  const link = (x: number, y: number, likeness: number) => {
    if (ofA.has(x) || takenB.has(y)) return
    ofA.set(x, { a: x, b: y, likeness })
    takenB.add(y)
  }
  const ends = commonEnds(a, b)
  for (let k = 0; k < ends.first; k++) link(k, k, 1)
  for (let k = 1; k <= ends.last; k++) link(a.length - k, b.length - k, 1)
  for (const { x, y, length } of sharedRuns(a, b)) for (let k = 0; k < length; k++) link(x + k, y + k, 1)
  const candidates: (WordPair & { worth: number })[] = []
  a.forEach((word, x) => {
    if (!word.content || ofA.has(x)) return
    b.forEach((other, y) => {
      if (!other.content || takenB.has(y)) return
      const likeness = likenessOf(word, other)
      if (likeness >= leastLikeness)
        candidates.push({ a: x, b: y, likeness, worth: likeness + 0.4 * context(a, b, x, y) })
    })
  })
  candidates.sort((p, q) => q.worth - p.worth || Math.abs(p.a - p.b) - Math.abs(q.a - q.b))
  for (const { a: x, b: y, likeness } of candidates) link(x, y, likeness)
  a.forEach((word, x) => {
    if (word.content || ofA.has(x)) return
    for (const near of [-1, 1]) {
      const y = (ofA.get(x + near)?.b ?? Number.NaN) - near
      if (b[y]?.folded === word.folded) link(x, y, 1)
    }
  })
  return [...ofA.values()].sort((p, q) => p.a - q.a)
}

/** How many words are the same at the beginning, and at the end of the rest. */
function commonEnds(a: readonly Word[], b: readonly Word[]): { first: number; last: number } {
  const most = Math.min(a.length, b.length)
  let first = 0
  while (first < most && a[first]?.folded === b[first]?.folded) first++
  let last = 0
  while (last < most - first && a.at(-1 - last)?.folded === b.at(-1 - last)?.folded) last++
  return { first, last }
}

/** Runs of the same words with something said in them, longest first; they may overlap. */
function sharedRuns(a: readonly Word[], b: readonly Word[]): { x: number; y: number; length: number }[] {
  const runs: { x: number; y: number; length: number }[] = []
  let before = new Int32Array(b.length + 1)
  const lengths: Int32Array[] = []
  for (let x = 0; x < a.length; x++) {
    const row = new Int32Array(b.length + 1)
    for (let y = 0; y < b.length; y++) if (a[x]?.folded === b[y]?.folded) row[y + 1] = (before[y] ?? 0) + 1
    lengths.push(row)
    before = row
  }
  for (let x = 0; x < a.length; x++)
    for (let y = 0; y < b.length; y++) {
      const length = lengths[x]?.[y + 1] ?? 0
      const goesOn = (lengths[x + 1]?.[y + 2] ?? 0) > 0
      if (length < 2 || goesOn) continue
      const from = x - length + 1
      if (a.slice(from, x + 1).some((word) => word.content)) runs.push({ x: from, y: y - length + 1, length })
    }
  return runs.sort((p, q) => q.length - p.length || Math.abs(p.x - p.y) - Math.abs(q.x - q.y))
}

/** How alike two words are in form, 0 to 1. */
function likenessOf(a: Word, b: Word): number {
  if (a.folded === b.folded) return 1
  if (a.stem === b.stem) return 0.9
  if (a.folded.length < 4 || b.folded.length < 4 || /\p{N}/u.test(a.folded + b.folded)) return 0
  let shared = 0
  for (const pair of a.bigrams) if (b.bigrams.has(pair)) shared++
  return (0.85 * (2 * shared)) / (a.bigrams.size + b.bigrams.size)
}

/** How well the words around two words answer each other, 0 to 1. */
function context(a: readonly Word[], b: readonly Word[], x: number, y: number): number {
  let sum = 0
  let most = 0
  for (let k = -contextWidth; k <= contextWidth; k++) {
    if (k === 0 || !a[x + k]) continue
    most++
    for (let l = -contextWidth; l <= contextWidth; l++) {
      const [one, other] = [a[x + k], b[y + l]]
      if (l === 0 || !one || !other || one.stem !== other.stem) continue
      sum += one.content ? 1 : 0.4
      break
    }
  }
  return most === 0 ? 0 : Math.min(1, sum / most)
}
