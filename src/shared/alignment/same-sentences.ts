/**
 * Which sentences of an earlier state of a text are which of its present one: a longest common subsequence, found as by
 * Hunt and Szymanski (1977) over the places where equal sentences stand. So of sentences that say the same, each stays
 * the one that it was: what is equal is told apart by what stands before and behind it.
 *
 * @returns for numbers of sentences before their number now; none for those that changed or went
 */
export function sameSentences(
  before: readonly string[],
  now: readonly string[]
): ReadonlyMap<number, number> {
  const same = new Map<number, number>()
  let head = 0
  while (head < before.length && head < now.length && before[head] === now[head]) same.set(head, head++)
  let [oldEnd, newEnd] = [before.length, now.length]
  while (oldEnd > head && newEnd > head && before[oldEnd - 1] === now[newEnd - 1])
    same.set(--oldEnd, --newEnd)
  for (const [old, at] of inMiddle(before.slice(head, oldEnd), now.slice(head, newEnd)))
    same.set(old + head, at + head)
  return same
}

interface Step {
  readonly old: number
  readonly at: number
  readonly back: Step | null
}

/** A sentence that stands oftener than this in what has changed tells nothing about which is which. */
const mostPlaces = 200

function inMiddle(before: readonly string[], now: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>()
  for (const [at, sentence] of now.entries()) {
    const known = places.get(sentence)
    if (known) known.push(at)
    else places.set(sentence, [at])
  }
  // tails[k]: of all common subsequences of k + 1 sentences the one that ends earliest in the present text.
  const tails: Step[] = []
  for (const [old, sentence] of before.entries()) {
    const own = places.get(sentence) ?? []
    if (own.length > mostPlaces) continue
    for (const at of own.toReversed()) {
      const length = firstNotBefore(tails, at)
      tails[length] = { old, at, back: tails[length - 1] ?? null }
    }
  }
  const pairs: [number, number][] = []
  for (let step = tails.at(-1) ?? null; step; step = step.back) pairs.push([step.old, step.at])
  return pairs.reverse()
}

function firstNotBefore(tails: readonly Step[], at: number): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tails[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
