/**
 * Words of two vocabularies that look alike (Jehovah and Jehová, governed and governing): Dice's coefficient of their
 * character trigrams with marked ends, from `least` up.
 *
 * @param add told of each pair once: type of a, type of b, and how alike they are scaled to a probability
 */
export function cognates(
  a: readonly string[],
  b: readonly string[],
  add: (a: number, b: number, t: number) => void
): void {
  const index = new Map<string, number[]>()
  const sizes = new Int32Array(b.length)
  b.forEach((word, id) => {
    const grams = trigrams(word)
    sizes[id] = grams.length
    for (const gram of grams) {
      const known = index.get(gram)
      if (known) known.push(id)
      else index.set(gram, [id])
    }
  })
  const shared = new Int32Array(b.length)
  a.forEach((word, id) => {
    const grams = trigrams(word)
    const touched: number[] = []
    for (const gram of grams) {
      const places = index.get(gram)
      if (!places || places.length > tooCommon) continue
      for (const other of places) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + 1
      }
    }
    for (const other of touched) {
      const dice = (2 * (shared[other] ?? 0)) / (grams.length + (sizes[other] ?? 0))
      shared[other] = 0
      if (dice >= least && b[other] !== word) add(id, other, strength * dice)
    }
  })
}

const least = 0.5
const strength = 0.35
/** A trigram of more words than this says little and costs much. */
const tooCommon = 400

/** The trigrams of a word of at least four letters, ends marked; none for anything else. */
function trigrams(word: string): string[] {
  if (word.length < 4 || !/^\p{L}/u.test(word)) return []
  const marked = `^${word}$`
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= marked.length; at++) grams.add(marked.slice(at, at + 3))
  return [...grams]
}
