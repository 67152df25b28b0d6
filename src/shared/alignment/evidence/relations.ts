import { stemmer } from 'stemmer'
import type { Lexicon, LexiconEntry } from '../lexicon'
import { cognates } from './cognates'
import { isChinese } from './language'
import { nameMatches } from './names'
import type { Side } from './side'

/** How token types of `a` and of `b` answer each other: for each type of one side, types of the other with t. */
export interface Relations {
  /** Per type of a: the types of b that may render it, and P(b | a). */
  readonly fromA: TypeTable
  /** Per type of b: the types of a, and P(a | b). */
  readonly fromB: TypeTable
}

/** Rows of (type, probability) pairs; one row for each type, by its number. */
export interface TypeTable {
  readonly types: readonly Int32Array[]
  readonly values: readonly Float64Array[]
}

/** A learnt pair of types with the probabilities of either direction. */
export interface LearntPair {
  readonly a: number
  readonly b: number
  readonly aGivenB: number
  readonly bGivenA: number
}

const strengths = { same: 0.6, mark: 0.5, dictionary: 0.5, character: 0.25, name: 0.6, learnt: 0.8 } as const

/**
 * What can be known of two vocabularies before the texts are aligned (the same word, a figure in any writing, a
 * cognate, a name by its pinyin, a sense of the dictionary).
 */
export function relate(a: Side, b: Side, lexicon: Lexicon): KnownPairs {
  const table = new PairTable()
  const inB = new Map(b.types.map((type, id) => [type, id]))
  a.types.forEach((type, id) => {
    const same = inB.get(type)
    if (same === undefined) return
    const t = type.startsWith('+')
      ? strengths.character
      : /^[?!"(]$/.test(type)
        ? strengths.mark
        : strengths.same
    table.add(id, same, t, t)
  })
  const chinese = [a, b].map((side) => isChinese(side.language))
  if (chinese[0] && !chinese[1]) addSenses(a, b, lexicon, (x, y, t, back) => table.add(x, y, t, back))
  if (chinese[1] && !chinese[0]) addSenses(b, a, lexicon, (x, y, t, back) => table.add(y, x, back, t))
  if (chinese[0] && !chinese[1])
    nameMatches(a, b, lexicon, (x, y) => table.add(x, y, strengths.name, strengths.name))
  if (chinese[1] && !chinese[0])
    nameMatches(b, a, lexicon, (x, y) => table.add(y, x, strengths.name, strengths.name))
  if (!chinese[0] && !chinese[1]) cognates(a.types, b.types, (x, y, t) => table.add(x, y, t, t))
  return {
    withLearnt: (learnt) => {
      const whole = learnt.length === 0 ? table : table.copy()
      for (const pair of learnt)
        whole.add(pair.a, pair.b, pair.bGivenA * strengths.learnt, pair.aGivenB * strengths.learnt)
      return whole.build(a.types.length, b.types.length)
    }
  }
}

/** What is known of two vocabularies; what the texts have taught can be laid over it. */
export interface KnownPairs {
  withLearnt(learnt: readonly LearntPair[]): Relations
}

type AddPair = (chinese: number, other: number, otherGivenChinese: number, chineseGivenOther: number) => void

/** The senses of each headword, by the stems of their words, where the other text has them. */
function addSenses(chinese: Side, other: Side, lexicon: Lexicon, add: AddPair): void {
  const byStem = new Map(other.types.map((type, id) => [type, id]))
  const found: [number, number, number][] = []
  const intoOther = new Float64Array(other.types.length)
  chinese.types.forEach((type, x) => {
    const character = type.startsWith('+')
    const entry = lexicon.lookUp(character ? type.slice(1) : type)
    if (!entry) return
    const stems = stemsOf(entry)
    const strength = character ? strengths.character : strengths.dictionary
    for (const [stem, weight] of stems) {
      const y = byStem.get(stem)
      if (y === undefined) continue
      found.push([x, y, weight * strength])
      intoOther[y] = (intoOther[y] ?? 0) + weight
    }
  })
  for (const [x, y, weight] of found) add(x, y, weight, weight / Math.max(1, intoOther[y] ?? 1))
}

/** The entries of a dictionary live as long as it does, and the same ones are asked for text after text. */
const stemsOfEntries = new WeakMap<LexiconEntry, ReadonlyMap<string, number>>()

function stemsOf(entry: LexiconEntry): ReadonlyMap<string, number> {
  const known = stemsOfEntries.get(entry)
  if (known) return known
  const stems = stemsOfSenses(entry.senses)
  stemsOfEntries.set(entry, stems)
  return stems
}

/** For each stem in the senses how likely the headword is rendered by it; a rough guess from how many there are. */
function stemsOfSenses(senses: readonly string[]): Map<string, number> {
  const stems = new Map<string, number>()
  let whole = 0
  for (const sense of senses) {
    const words = sense.split(/[ -]/).filter((word) => word.length > 1)
    for (const word of words) {
      const stem = stemmer(word)
      const weight = 1 / words.length
      stems.set(stem, Math.max(stems.get(stem) ?? 0, weight))
    }
    whole++
  }
  const scale = 1 / Math.max(1, whole) ** 0.4
  for (const [stem, weight] of stems) stems.set(stem, weight * scale)
  return stems
}

class PairTable {
  private readonly pairs = new Map<number, [number, number]>()

  copy(): PairTable {
    const copy = new PairTable()
    for (const [key, [bGivenA, aGivenB]] of this.pairs) copy.pairs.set(key, [bGivenA, aGivenB])
    return copy
  }

  add(a: number, b: number, bGivenA: number, aGivenB: number): void {
    const key = a * keyBase + b
    const known = this.pairs.get(key)
    if (!known) this.pairs.set(key, [bGivenA, aGivenB])
    else {
      known[0] = Math.max(known[0], bGivenA)
      known[1] = Math.max(known[1], aGivenB)
    }
  }

  build(sizeA: number, sizeB: number): Relations {
    const entries = [...this.pairs].map(([key, [bGivenA, aGivenB]]) => ({
      a: Math.floor(key / keyBase),
      b: key % keyBase,
      bGivenA,
      aGivenB
    }))
    return {
      fromA: rows(sizeA, entries, ({ a, b, bGivenA }) => [a, b, bGivenA]),
      fromB: rows(sizeB, entries, ({ a, b, aGivenB }) => [b, a, aGivenB])
    }
  }
}

const keyBase = 2 ** 24

function rows(
  size: number,
  entries: readonly LearntPair[],
  read: (pair: LearntPair) => [number, number, number]
): TypeTable {
  const types: number[][] = Array.from({ length: size }, () => [])
  const values: number[][] = Array.from({ length: size }, () => [])
  for (const entry of entries) {
    const [row, type, value] = read(entry)
    types[row]?.push(type)
    values[row]?.push(value)
  }
  return {
    types: types.map((row) => Int32Array.from(row)),
    values: values.map((row) => Float64Array.from(row))
  }
}
