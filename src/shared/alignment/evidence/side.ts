import type { Lexicon } from '../lexicon'
import { tokensOf } from './tokens'

/** Where a sentence stands: headings and first sentences of paragraphs often answer each other. */
export type Place = 'heading' | 'start' | ''

/** One text made ready for alignment: its sentences as numbered token types. */
export interface Side {
  readonly language: string
  readonly size: number
  /** For each sentence its token types (numbers into `types`), and the sort of each token. */
  readonly tokens: readonly Int32Array[]
  readonly sorts: readonly Uint8Array[]
  /** Letters, figures and Han characters of each sentence; never 0. */
  readonly lengths: Float64Array
  readonly types: readonly string[]
  /** How often each type stands in the text, and that over all tokens. */
  readonly counts: Float64Array
  readonly total: number
  readonly places: readonly Place[]
  /** For each sentence 1 where it stands in brackets as a whole, as notes and insertions do. */
  readonly bracketed: Uint8Array
  readonly sentences: readonly string[]
}

const inBrackets =
  /^\s*(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|［[^［］]*］|【[^【】]*】|〔[^〔〕]*〕)\s*[.。]?\s*$/

export function sideOf(
  sentences: readonly string[],
  language: string,
  lexicon: Lexicon,
  places: readonly Place[] = []
): Side {
  const ids = new Map<string, number>()
  const types: string[] = []
  const counts: number[] = []
  let total = 0
  const tokens: Int32Array[] = []
  const sorts: Uint8Array[] = []
  const lengths = new Float64Array(sentences.length)
  sentences.forEach((sentence, index) => {
    const own = tokensOf(sentence, language, lexicon)
    tokens.push(
      Int32Array.from(own, ({ type }) => {
        const known = ids.get(type)
        const id = known ?? types.length
        if (known === undefined) {
          ids.set(type, id)
          types.push(type)
          counts.push(0)
        }
        counts[id] = (counts[id] ?? 0) + 1
        total++
        return id
      })
    )
    sorts.push(Uint8Array.from(own, ({ sort }) => sort))
    lengths[index] = Math.max(1, sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
  })
  return {
    language,
    size: sentences.length,
    tokens,
    sorts,
    lengths,
    types,
    counts: Float64Array.from(counts),
    total,
    places: sentences.map((_, index) => places[index] ?? ''),
    bracketed: Uint8Array.from(sentences, (sentence) => (inBrackets.test(sentence) ? 1 : 0)),
    sentences
  }
}

/**
 * Some sentences of a side, with the numbers that its types have in the whole; counted are those of its own sentences
 * alone.
 */
export function ownSide(side: Side, from: number, count: number): Side {
  const own = sliceSide(side, from, count)
  const counts = new Float64Array(side.types.length)
  let total = 0
  for (const tokens of own.tokens)
    for (const type of tokens) {
      counts[type] = (counts[type] ?? 0) + 1
      total++
    }
  return { ...own, counts, total }
}

/** Some of the sentences of a side, with the vocabulary of the whole. */
export function sliceSide(side: Side, from: number, count: number): Side {
  const to = from + count
  return {
    ...side,
    size: count,
    tokens: side.tokens.slice(from, to),
    sorts: side.sorts.slice(from, to),
    lengths: side.lengths.slice(from, to),
    places: side.places.slice(from, to),
    bracketed: side.bracketed.slice(from, to),
    sentences: side.sentences.slice(from, to)
  }
}

/** The sentences of a side with these numbers, with the vocabulary of the whole. */
export function pickSentences(side: Side, kept: readonly number[]): Side {
  if (kept.length === side.size) return side
  const pick = <T>(list: readonly T[]): T[] => kept.flatMap((at) => list[at] ?? [])
  return {
    ...side,
    size: kept.length,
    tokens: kept.map((at) => side.tokens[at] ?? new Int32Array(0)),
    sorts: kept.map((at) => side.sorts[at] ?? new Uint8Array(0)),
    lengths: Float64Array.from(kept, (at) => side.lengths[at] ?? 1),
    places: pick(side.places),
    bracketed: Uint8Array.from(kept, (at) => side.bracketed[at] ?? 0),
    sentences: pick(side.sentences)
  }
}
