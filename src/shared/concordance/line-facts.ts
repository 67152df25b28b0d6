import type { VariorumDocument } from '../model/document'
import type { ThemeId } from '../model/ids'
import type { CopyFacts } from '../recycled/copies'
import type { WordTable } from './word-table'

/** What sorting and grouping know of a document. */
export type LineDocument = Pick<
  VariorumDocument,
  'id' | 'title' | 'language' | 'rendering' | 'published' | 'publisher' | 'attributes'
>

/** The folded words on one side of each line: `numbers[line * size + k]` is that of slot k + 1; -1 where there is none. */
export interface SideWords {
  readonly size: number
  readonly table: WordTable
  readonly numbers: Int32Array
}

/**
 * The hits of a concordance with what its trail asks for. Lines are numbered in the order of document and place; documents by
 * their index in `documents`.
 */
export interface LineFacts {
  readonly documents: readonly LineDocument[]
  readonly document: ArrayLike<number>
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  readonly left: SideWords
  readonly right: SideWords
  /** The hit itself, folded, by number in its table, and as it is written most often. */
  readonly forms: {
    readonly table: WordTable
    readonly numbers: Int32Array
    readonly written: readonly string[]
  }
  /** The themes over each line with those above them, in the order of the codebook; null where no step asks. */
  readonly themes: readonly (readonly ThemeId[])[] | null
  /** Which lines stand in copies of each other; null where no step asks. */
  readonly copies: CopyFacts | null
  /** The words that answer each line; null where no step asks. */
  readonly answers: readonly string[] | null
  /** Folds a word as those of the tables are. */
  readonly fold: (word: string) => string
}

/** What has to be known of the lines before a trail can be gone. */
export interface TrailNeeds {
  /** So many words on each side. */
  readonly left: number
  readonly right: number
  readonly forms: boolean
  readonly themes: boolean
  readonly answers: boolean
  readonly copies: boolean
}
