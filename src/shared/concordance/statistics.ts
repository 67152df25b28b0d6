import type { DocumentId } from '../model/ids'

/** An answer about words of many texts. */
interface OfTexts {
  /** So many texts could not be read: they count as empty. */
  readonly unread: number
}

/** How strongly two words go together. Each is explained in the guide. */
export interface CollocateRow {
  /** Folded; `form` is how it is written most often. */
  readonly word: string
  readonly form: string
  /** How often it stands within the window of a hit, left and right. */
  readonly observed: number
  readonly left: number
  readonly right: number
  /** How often it stands in all searched texts. */
  readonly frequency: number
  /** How often it would stand in the windows by chance. */
  readonly expected: number
  /** In how many documents it goes with the hit. */
  readonly documents: number
  /** Dunning (1993), signed: negative where it is rarer than by chance. */
  readonly logLikelihood: number
  readonly mi: number
  readonly mi3: number
  /** Rychlý (2008); at most 14. */
  readonly logDice: number
}

export interface CollocatesAnswer extends OfTexts {
  /** The rows from `from` on by the measure asked for, the strongest first. */
  readonly rows: readonly CollocateRow[]
  readonly total: number
  /** Words of all searched texts, and of the windows together. */
  readonly corpusWords: number
  readonly windowWords: number
}

/** Where the hits stand in a document: a strip. */
export interface DispersionRow {
  readonly document: DocumentId
  /** UTF-16. */
  readonly length: number
  readonly words: number
  readonly hits: number
  /** Hits in each of `bins` equally long parts of it. */
  readonly bins: readonly number[]
}

export interface DispersionAnswer {
  readonly rows: readonly DispersionRow[]
  /** Juilland's D and Gries's DP over the searched documents; null with fewer than two. */
  readonly juillandD: number | null
  readonly dp: number | null
}

/** How often per thousand words, with Wilson's 95 per cent interval. */
export interface FrequencyRow {
  /** A document's id, a year, an attribute's value; empty where there is none. */
  readonly key: string
  readonly hits: number
  readonly words: number
  readonly documents: number
  readonly perThousand: number
  readonly low: number
  readonly high: number
}

/** What other versions say for lines: each with how many lines; an empty key where nothing answers. */
export interface RenderingsAnswer {
  readonly rows: readonly { readonly key: string; readonly label: string; readonly count: number }[]
  /** So many lines were looked at, of so many. */
  readonly lines: number
  readonly of: number
}

export interface WordRow {
  readonly word: string
  readonly form: string
  readonly count: number
  readonly documents: number
}

export interface WordsAnswer extends OfTexts {
  readonly rows: readonly WordRow[]
  /** So many rows there are with the beginning that was asked for. */
  readonly total: number
  /** How many different ones there are, and how many in all. */
  readonly types: number
  readonly tokens: number
}

export interface KeywordRow {
  readonly word: string
  readonly form: string
  readonly count: number
  readonly countElsewhere: number
  readonly perThousand: number
  readonly perThousandElsewhere: number
  /** Signed: negative where it is rarer here. */
  readonly logLikelihood: number
  /** How much more often than elsewhere, in per cent; null where it stands nowhere else. */
  readonly percentDifference: number | null
  /** Hardie (2014): the binary logarithm of the ratio of the relative frequencies. */
  readonly logRatio: number
}

export interface KeywordsAnswer extends OfTexts {
  readonly rows: readonly KeywordRow[]
  readonly total: number
  readonly words: number
  readonly wordsElsewhere: number
}
