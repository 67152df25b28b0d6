import type { SentenceLink } from './align'
import { linksInOrder } from './order'

/** What a link is worth when the way through the source and the direct way disagree. */
const contradicted = 0.5

/**
 * Aligns two renderings through their source, so that the versions of a work agree with one another. Sentences of
 * both that answer one stretch of the source make a block. Inside a block the direct links are kept, for they are
 * finer; where a direct link reaches out of its block the block stands as one link, and its confidence is lowered.
 *
 * @param toA links of the source (`a`) with one rendering (`b`); `toB` with the other
 * @param direct links of the two renderings made without the source
 */
export function throughSource(
  toA: readonly SentenceLink[],
  toB: readonly SentenceLink[],
  direct: readonly SentenceLink[]
): SentenceLink[] {
  const blocks = blocksOf(toA, toB)
  const blockOfA = new Map<number, number>()
  const blockOfB = new Map<number, number>()
  blocks.forEach(({ a, b }, at) => {
    for (const each of a) blockOfA.set(each, at)
    for (const each of b) blockOfB.set(each, at)
  })
  const inside = blocks.map((): SentenceLink[] => [])
  const crossed = new Set<number>()
  for (const link of direct) {
    const touched = new Set([
      ...link.a.map((each) => blockOfA.get(each) ?? -1),
      ...link.b.map((each) => blockOfB.get(each) ?? -1)
    ])
    const [only] = touched
    if (touched.size === 1 && only !== undefined && only >= 0) inside[only]?.push(link)
    else if (link.a.length > 0 && link.b.length > 0) for (const at of touched) crossed.add(at)
  }
  const links = blocks.flatMap((block, at): SentenceLink[] => {
    const own = inside[at] ?? []
    const whole = size(own) === block.a.length + block.b.length
    if (whole && !crossed.has(at)) return own
    if (block.a.length === 0 || block.b.length === 0) {
      const confidence = crossed.has(at) ? block.confidence * contradicted : block.confidence
      return [
        ...block.a.map((each) => ({ a: [each], b: [], confidence, worth: 0 })),
        ...block.b.map((each) => ({ a: [], b: [each], confidence, worth: 0 }))
      ]
    }
    return [{ a: block.a, b: block.b, confidence: block.confidence * contradicted, worth: block.worth }]
  })
  return linksInOrder(links)
}

function size(links: readonly SentenceLink[]): number {
  return links.reduce((sum, { a, b }) => sum + a.length + b.length, 0)
}

interface Block {
  readonly a: number[]
  readonly b: number[]
  readonly confidence: number
  readonly worth: number
}

/** Links of either side that share a sentence of the source, joined. In the order of the source, then of a. */
function blocksOf(toA: readonly SentenceLink[], toB: readonly SentenceLink[]): Block[] {
  const all = [...toA.map((link) => ({ link, side: 0 })), ...toB.map((link) => ({ link, side: 1 }))]
  const parent = all.map((_, k) => k)
  const root = (k: number): number => {
    let at = k
    while (parent[at] !== at) at = parent[at] ?? at
    parent[k] = at
    return at
  }
  const ofSource = new Map<number, number>()
  all.forEach(({ link }, k) => {
    for (const each of link.a) {
      const known = ofSource.get(each)
      if (known === undefined) ofSource.set(each, k)
      else parent[root(k)] = root(known)
    }
  })
  const groups = new Map<number, { a: number[]; b: number[]; confidence: number; worth: number }>()
  all.forEach(({ link, side }, k) => {
    if (link.b.length === 0) return
    const key = root(k)
    const group = groups.get(key) ?? { a: [], b: [], confidence: 1, worth: Number.POSITIVE_INFINITY }
    ;(side === 0 ? group.a : group.b).push(...link.b)
    group.confidence = Math.min(group.confidence, link.confidence)
    group.worth = Math.min(group.worth, link.worth)
    groups.set(key, group)
  })
  return [...groups.values()].map(({ a, b, confidence, worth }) => ({
    a: a.sort((x, y) => x - y),
    b: b.sort((x, y) => x - y),
    confidence,
    worth: Number.isFinite(worth) ? worth : 0
  }))
}
