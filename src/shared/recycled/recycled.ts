/** Where a passage stands; UTF-16 offsets of the text, the document by its place in the row. */
export interface RecycledPlace {
  readonly document: number
  readonly start: number
  readonly end: number
  /** How alike it is to the first place, 0 to 1; 1: word for word, but for small words, inflection and punctuation. */
  readonly likeness: number
}

/** A sentence, or some that follow each other, that stands nearly alike in several documents. */
export interface RecycledPassage {
  /** In tokens, at the first place. */
  readonly length: number
  readonly places: readonly RecycledPlace[]
}

/** From here on two sentences are nearly alike, by `runLikeness`. */
export const leastLikeness = 0.6
/** Shorter sentences are repeated by chance; in tokens (characters in Chinese). */
export const shortestSentence = 8

/** A sentence of a text that is long enough. */
export interface Sentence {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly tokens: Int32Array
}
