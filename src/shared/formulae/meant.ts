import { numbersOf } from './numbers-in'
import { phraseTokens } from './phrase-key'
import { contentOf } from './phrase-likeness'

/** What is known about a place of a formula. */
interface PlaceOfFormula {
  readonly hit: string
  /** The rest of the sentence. */
  readonly left: string
  readonly right: string
  readonly forms: readonly string[]
  /** What the linked sentences of Chinese versions say; empty where none is linked. */
  readonly sources: readonly string[]
}

/** By how many words (characters in Chinese) that say something; the last for all that have more. */
const byWords = { spaced: [0.2, 0.5, 0.75, 0.92], characters: [0.1, 0.1, 0.5, 0.8, 0.95] } as const
/** A number and one word: four projects may be any four. */
const counted = 0.4
const sure = 0.97
/** The Chinese beside it says something else. */
const contradicted = 0.3

/**
 * How likely it is that words at a place stand there for the formula, and are no common speech: 0 to 1. Set by hand, not fitted:
 * quotation marks or the source form in a linked sentence make it sure, a linked sentence without the form speaks against it; else
 * it goes by how much the words say.
 */
export function chanceMeant({ hit, left, right, forms, sources }: PlaceOfFormula): number {
  if (/["“”«»「『《]\s*$/.test(left) && /^\s*[,.]?["“”«»」』》]/.test(right)) return sure
  const tokens = phraseTokens(hit)
  const key = (words: string) => phraseTokens(words).join(' ')
  const plain = plainChance(hit, tokens)
  if (sources.length === 0 || forms.length === 0) return plain
  const said = sources.map(key)
  return forms.map(key).some((form) => said.some((each) => each.includes(form))) ? sure : plain * contradicted
}

function plainChance(hit: string, tokens: readonly string[]): number {
  if (/\p{Script=Han}/u.test(hit)) return byWords.characters[Math.min(4, tokens.length)] ?? 0
  const content = contentOf(tokens)
  const numbers = numbersOf(tokens).length
  if (numbers === 1 && content.length <= 2) return counted
  return byWords.spaced[Math.min(3, content.length)] ?? 0
}

/** From here on nothing is said of it. */
export const plainlyMeant = 0.9
