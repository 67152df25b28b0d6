/** A link by sentence numbers. */
export type Pair = readonly [a: readonly number[], b: readonly number[]]

export interface Tally {
  given: number
  rightGiven: number
  wanted: number
  rightWanted: number
  blockGiven: number
  blockRight: number
  blockWanted: number
  blockFound: number
  aloneGiven: number
  aloneWanted: number
  aloneRight: number
}

export const noTally = (): Tally => ({
  given: 0,
  rightGiven: 0,
  wanted: 0,
  rightWanted: 0,
  blockGiven: 0,
  blockRight: 0,
  blockWanted: 0,
  blockFound: 0,
  aloneGiven: 0,
  aloneWanted: 0,
  aloneRight: 0
})

const full = ([a, b]: Pair) => a.length > 0 && b.length > 0
const name = ([a, b]: Pair) => `${a.join(' ')}|${b.join(' ')}`

/**
 * Counts an answer against known links as the literature does. Strict: the very same links. Block: answers finer than
 * the gold are forgiven. Alone: sentences without a counterpart.
 */
export function count(
  gold: readonly Pair[],
  answer: readonly Pair[],
  sizes: readonly [number, number],
  into: Tally
): void {
  const expected = complete(gold, sizes)
  const given = complete(answer, sizes)
  const expectedNames = new Set(expected.map(name))
  const givenNames = new Set(given.map(name))
  const wanted = expected.filter(full)
  into.given += given.length
  into.rightGiven += given.filter((each) => expectedNames.has(name(each))).length
  into.wanted += wanted.length
  into.rightWanted += wanted.filter((each) => givenNames.has(name(each))).length
  blocks(wanted, given.filter(full), into)
  const alone = given.filter((each) => !full(each))
  into.aloneGiven += alone.length
  into.aloneWanted += expected.length - wanted.length
  into.aloneRight += alone.filter((each) => expectedNames.has(name(each))).length
}

function blocks(gold: readonly Pair[], answer: readonly Pair[], into: Tally): void {
  const ofA = new Map(gold.flatMap(([a], k) => a.map((each): [number, number] => [each, k])))
  const ofB = new Map(gold.flatMap(([, b], k) => b.map((each): [number, number] => [each, k])))
  const covered = gold.map(() => new Set<string>())
  const torn = new Set<number | undefined>()
  for (const [a, b] of answer) {
    const touched = new Set([...a.map((each) => ofA.get(each)), ...b.map((each) => ofB.get(each))])
    const [only] = touched
    into.blockGiven++
    if (touched.size === 1 && only !== undefined) {
      into.blockRight++
      for (const each of a) covered[only]?.add(`a${each}`)
      for (const each of b) covered[only]?.add(`b${each}`)
    } else for (const each of touched) torn.add(each)
  }
  into.blockWanted += gold.length
  into.blockFound += gold.filter(
    ([a, b], k) => !torn.has(k) && covered[k]?.size === a.length + b.length
  ).length
}

/** With the sentences that stand in no link, each alone. */
function complete(links: readonly Pair[], [sizeA, sizeB]: readonly [number, number]): Pair[] {
  const linked = links.filter(full)
  const inA = new Set(linked.flatMap(([a]) => a))
  const inB = new Set(linked.flatMap(([, b]) => b))
  const numbers = (size: number) => Array.from({ length: size }, (_, at) => at)
  return [
    ...linked,
    ...numbers(sizeA).flatMap((at): Pair[] => (inA.has(at) ? [] : [[[at], []]])),
    ...numbers(sizeB).flatMap((at): Pair[] => (inB.has(at) ? [] : [[[], [at]]]))
  ]
}

function f1(rightGiven: number, given: number, rightWanted: number, wanted: number): number {
  const p = given === 0 ? 0 : rightGiven / given
  const r = wanted === 0 ? 0 : rightWanted / wanted
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

export const strict = (t: Tally) => f1(t.rightGiven, t.given, t.rightWanted, t.wanted)
export const block = (t: Tally) => f1(t.blockRight, t.blockGiven, t.blockFound, t.blockWanted)
/** Null where no sentence is alone. */
export const alone = (t: Tally) =>
  t.aloneWanted === 0 ? null : f1(t.aloneRight, t.aloneGiven, t.aloneRight, t.aloneWanted)
