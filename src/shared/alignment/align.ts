import { buildCostModel, type CostModel } from './cost-model'
import { type Evidence, evidenceOf, guessLanguage, type Place, shareWords } from './evidence'
import { bestPath, type Step } from './search'

/** A link between sentence numbers (from 0). An empty side is a left-out. */
export interface SentenceLink {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** The model's own posterior probability of this link, 0 to 1. */
  readonly confidence: number
}

export interface AlignOptions {
  readonly languageA?: string
  readonly languageB?: string
  /** For each sentence what its place says: 'heading', 'start' (of a paragraph) or ''. Both sides or neither. */
  readonly placesA?: readonly Place[]
  readonly placesB?: readonly Place[]
}

/**
 * Aligns two lists of sentences in their order. Dynamic programming over links of one to four sentences against one,
 * two against two, and left-outs; the cost of a link is its length (after Gale and Church 1993, with the ratio and the
 * spread estimated from the texts) less what the sides share (words or figures, weighted by their rarity).
 * Confidence is the link's posterior from the forward-backward sums of the same model.
 * Passages that were moved are not found: the links never cross.
 */
export function align(
  a: readonly string[],
  b: readonly string[],
  options: AlignOptions = {}
): SentenceLink[] {
  const languageA = options.languageA ?? guessLanguage(a)
  const languageB = options.languageB ?? guessLanguage(b)
  const words = shareWords(languageA, languageB)
  const left = a.map((sentence, i) => evidenceOf(sentence, languageA, words, options.placesA?.[i]))
  const right = b.map((sentence, j) => evidenceOf(sentence, languageB, words, options.placesB?.[j]))
  if (left.length === 0 || right.length === 0) return onlyLeftOuts(left, right)
  const model: CostModel = buildCostModel(left, right, words)
  return bestPath(left.length, right.length, model).map(toLink)
}

function toLink({ i, j, m, n, confidence }: Step): SentenceLink {
  const run = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k)
  return { a: run(i, m), b: run(j, n), confidence }
}

function onlyLeftOuts(left: readonly Evidence[], right: readonly Evidence[]): SentenceLink[] {
  return [
    ...left.map((_, i) => ({ a: [i], b: [], confidence: 1 })),
    ...right.map((_, j) => ({ a: [], b: [j], confidence: 1 }))
  ]
}
