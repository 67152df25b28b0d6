import type { Place } from '../../../src/shared/alignment/evidence/side'
import { Luck } from '../../../src/shared/anchoring/testing/mutate'
import type { Pair } from './score'
import type { Known, KnownSet } from './sets'

/** What happens to renderings: sentences are left out, made one of two, moved, or notes are set in. */
export const variantKinds = ['omissions', 'notes', 'moved', 'merged'] as const
export type VariantKind = (typeof variantKinds)[number]

/** A sentence of a changed text, with the numbers of those that it is made of; none for one that is new. */
interface Sentence {
  readonly text: string
  readonly from: readonly number[]
}

/** A set with every text changed in one way, by a seed: the gold changes with it. Texts too short for it are left out. */
export function variantOf(set: KnownSet, kind: VariantKind, seed: number): KnownSet {
  const luck = new Luck(seed)
  const docs = set.docs.filter(({ gold }) => gold.length >= 10).map((doc) => changed(doc, kind, luck))
  return { name: `${set.name}, ${kind}`, languages: set.languages, docs }
}

function changed(doc: Known, kind: VariantKind, luck: Luck): Known {
  const src = sentencesOf(doc.src)
  const tgt = sentencesOf(doc.tgt)
  switch (kind) {
    case 'omissions':
      return rebuilt(doc, withoutSome(doc, src, 0, luck, 24), withoutSome(doc, tgt, 1, luck, 10))
    case 'notes':
      return rebuilt(doc, src, withNotes(tgt, luck))
    case 'moved':
      return rebuilt(doc, src, withBlockMoved(doc, tgt, luck))
    case 'merged':
      return rebuilt(doc, src, withMerged(tgt, luck))
  }
}

function sentencesOf(texts: readonly string[]): Sentence[] {
  return texts.map((text, at) => ({ text, from: [at] }))
}

/** The sentences without those of one link in so many. */
function withoutSome(
  { gold }: Known,
  sentences: readonly Sentence[],
  side: 0 | 1,
  luck: Luck,
  oneIn: number
): Sentence[] {
  const gone = new Set(gold.flatMap((link) => (luck.below(oneIn) === 0 ? link[side] : [])))
  return sentences.filter(({ from: [at] }) => at === undefined || !gone.has(at))
}

/** Notes as translators write them, in brackets, on a word that stands nearby. */
const notes: readonly ((word: string) => string)[] = [
  (word) => `(On “${word}” see the introduction.)`,
  (word) => `[Another copy has a gap after “${word}”; the older print is followed here.]`,
  (word) => `(The translator could not find out what is meant by ${word}.)`,
  (word) => `[Editors disagree whether ${word} belongs to this sentence or to the next.]`
]

function withNotes(sentences: readonly Sentence[], luck: Luck): Sentence[] {
  return sentences.flatMap((sentence) => {
    if (luck.below(14) > 0) return [sentence]
    const words = sentence.text.match(/\p{L}{4,}/gu) ?? ['it']
    return [sentence, { text: luck.pick(notes)(luck.pick(words)), from: [] }]
  })
}

/** A block of two to five sentences and the rest of their links, put at least as far off as it is long: no link is torn. */
function withBlockMoved({ gold }: Known, sentences: readonly Sentence[], luck: Luck): Sentence[] {
  const seams = seamsOf(gold, sentences.length)
  const size = 2 + luck.below(Math.min(4, Math.max(1, sentences.length >> 3)))
  const starts = seams.filter((at) => at + size < sentences.length)
  const start = starts[luck.below(starts.length)] ?? 0
  const end = seams.find((at) => at >= start + size) ?? sentences.length
  const places = seams.filter((at) => at <= start - size || at >= end + size)
  const to = places[luck.below(places.length)]
  if (to === undefined) return [...sentences]
  const block = sentences.slice(start, end)
  return to <= start
    ? [...sentences.slice(0, to), ...block, ...sentences.slice(to, start), ...sentences.slice(end)]
    : [...sentences.slice(0, start), ...sentences.slice(end, to), ...block, ...sentences.slice(to)]
}

/** Where a text may be cut without tearing a link: before each sentence that begins one, and at the end. */
function seamsOf(gold: readonly Pair[], size: number): number[] {
  const isInside = new Set<number>()
  for (const [, side] of gold)
    for (let at = Math.min(...side) + 1; at <= Math.max(...side); at++) isInside.add(at)
  return Array.from({ length: size + 1 }, (_, at) => at).filter((at) => !isInside.has(at))
}

/** One sentence in eight goes on into the next. */
function withMerged(sentences: readonly Sentence[], luck: Luck): Sentence[] {
  const made: Sentence[] = []
  for (let at = 0; at < sentences.length; at++) {
    const [one, next] = [sentences[at], sentences[at + 1]]
    if (!one) continue
    if (!next || luck.below(8) > 0) made.push(one)
    else {
      const text = `${one.text.replace(/[.。]\s*$/u, ';')} ${next.text.charAt(0).toLowerCase()}${next.text.slice(1)}`
      made.push({ text, from: [...one.from, ...next.from] })
      at++
    }
  }
  return made
}

/** The texts with their new gold: links that one sentence now belongs to both of are one. */
function rebuilt(doc: Known, src: readonly Sentence[], tgt: readonly Sentence[]): Known {
  const groups = doc.gold.map((_, at) => at)
  const rootOf = (at: number): number => (groups[at] === at ? at : rootOf(groups[at] ?? at))
  const linkOf = [0, 1].map(
    (side) => new Map(doc.gold.flatMap((link, at) => (link[side as 0 | 1] ?? []).map((each) => [each, at])))
  )
  const owners = [src, tgt].map((sentences, side) =>
    sentences.map(({ from }) => {
      const links = from.flatMap((at) => linkOf[side]?.get(at) ?? [])
      const [first] = links
      for (const other of links) if (first !== undefined) groups[rootOf(other)] = rootOf(first)
      return first
    })
  )
  const byRoot = new Map<number, [number[], number[]]>()
  owners.forEach((list, side) => {
    list.forEach((link, at) => {
      if (link === undefined) return
      const root = rootOf(link)
      const sides = byRoot.get(root) ?? [[], []]
      sides[side as 0 | 1].push(at)
      byRoot.set(root, sides)
    })
  })
  const gold = [...byRoot.values()].filter(([a, b]) => a.length > 0 && b.length > 0)
  return {
    src: src.map(({ text }) => text),
    tgt: tgt.map(({ text }) => text),
    placesSrc: placesOf(src, doc.placesSrc),
    placesTgt: placesOf(tgt, doc.placesTgt),
    gold: gold satisfies Pair[]
  }
}

function placesOf(sentences: readonly Sentence[], places: readonly Place[]): Place[] {
  return places.length === 0
    ? []
    : sentences.map(({ from: [at] }) => (at === undefined ? '' : (places[at] ?? '')))
}
