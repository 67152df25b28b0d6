import type { ContentHash, DocumentId } from '../model/ids'
import type { RepeatsMatrix } from './repeats-matrix'

/** A place of a passage in a text of the project; UTF-16 offsets of the text `revision`. */
export interface RecycledAt {
  readonly document: DocumentId
  readonly revision: ContentHash
  readonly start: number
  readonly end: number
  /** How alike it is to the first of them, 0 to 1. */
  readonly likeness: number
}

/** A passage that stands nearly alike in several texts. */
export interface RecycledEntry {
  /** As it stands at the first place, long ones cut. */
  readonly words: string
  /** By date; those without one last. */
  readonly places: readonly RecycledAt[]
  /** Of all places, also those that are not told. */
  readonly count: number
  readonly documents: number
}

export interface RecycledAnswer {
  /** All there are, also those that are not told. */
  readonly total: number
  readonly passages: readonly RecycledEntry[]
  readonly matrix: RepeatsMatrix
}

/** A stretch of a text that stands nearly alike elsewhere (UTF-16): which passage of the answer it is, and in how many other texts it stands. */
export interface RecycledHere {
  readonly start: number
  readonly end: number
  readonly passage: number
  readonly others: number
}

/** What of a text stands elsewhere too, by start; of the passages that are told. */
export interface RecycledInText {
  readonly revision: ContentHash
  readonly places: readonly RecycledHere[]
}
