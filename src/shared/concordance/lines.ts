import type { AnnotationId, CoderId, ContentHash, DocumentId, ThemeId } from '../model/ids'
import type { Span } from '../model/offsets'
import type { AppError } from '../model/result'
import type { LineName, Slot } from './trail'

/** A word beside the hit, by offsets in `left` (slots L) or `right` (slots R) of its line. */
export interface SlotSpan extends Span {
  readonly slot: Slot
}

/** A line and the text that it is a place of: in another text, other words stand there. */
export interface NamedLine extends LineName {
  readonly revision: ContentHash
}

/** A highlight that shares characters with a hit. */
export interface LineCoding {
  readonly annotation: AnnotationId
  /** In the order of the highlight, each once. */
  readonly themes: readonly ThemeId[]
  readonly coders: readonly CoderId[]
  /** Whether the hit lies in it whole. */
  readonly covers: boolean
  readonly doubtful: boolean
}

/**
 * A line of a concordance. `text.slice(start, end)` of the named revision is `hit`, in whole graphemes. Title, date and
 * attributes are the document's, which windows have.
 */
export interface ConcordanceLine extends LineName {
  readonly revision: ContentHash
  /** The paragraph (index of the block) that the hit begins in. */
  readonly block: number
  /** What stands before and behind it in its paragraph, cut to whole words; directly next to the hit. */
  readonly left: string
  readonly hit: string
  readonly right: string
  /** The words L5 to R5, as far as the paragraph has them within `left` and `right`. */
  readonly slots: readonly SlotSpan[]
  /** Which group it is of (index in `ConcordanceView.groups`); null where lines are not grouped. */
  readonly group: number | null
  readonly codings: readonly LineCoding[]
}

/** The lines from `from` on, in the order and groups of the moment. */
export interface ConcordancePage {
  /** The state of the lines (`ConcordanceView.version`) that this page is of. */
  readonly version: number
  readonly from: number
  readonly lines: readonly ConcordanceLine[]
}

export interface ConcordanceGroup {
  /** What its lines have in common; an empty string: nothing (no date, no theme, no word there, no answer). */
  readonly key: string
  /** What is shown: words as they are written most often, a title, a theme's name. Empty where `key` is. */
  readonly label: string
  /** Its lines are those from `from` on, so many; groups follow one another. */
  readonly from: number
  readonly count: number
  readonly documents: number
  /** The earliest and latest year among its documents. */
  readonly years: { readonly first: number; readonly last: number } | null
}

/** Why a search ended before its end. */
export type ConcordanceStop = 'tooSlow' | 'tooMany' | 'failed'

/** What a concordance holds at a moment. */
export interface ConcordanceView {
  readonly id: string
  /** Grows with every change of the lines: more hits, another order, a step. */
  readonly version: number
  /** All hits found so far, and in how many documents. */
  readonly hits: number
  readonly documents: number
  /** The lines that the trail leaves, and of how many documents. */
  readonly lines: number
  readonly lineDocuments: number
  /** How many lines each step of the trail left; as long as the trail. */
  readonly left: readonly number[]
  /** Null where lines are not grouped. In the order of the lines. */
  readonly groups: readonly ConcordanceGroup[] | null
  /** Texts searched so far, of so many. */
  readonly searched: number
  readonly toSearch: number
  /** Every text has been searched, or the search was stopped. */
  readonly isComplete: boolean
  readonly stopped: ConcordanceStop | null
  /** Texts that could not be read; the others were searched. */
  readonly unread: readonly { readonly document: DocumentId; readonly problem: AppError }[]
  /** How long the search took so far, in milliseconds. */
  readonly tookMs: number
}

/** The words that answer a line in another version. */
export interface LineAnswer {
  readonly document: DocumentId
  readonly revision: ContentHash
  /** Where `text` begins in that version, UTF-16; `text` is the linked sentences, empty where the version leaves them out. */
  readonly start: number
  readonly text: string
  /** The words that answer the hit, by offsets in `text`; null where none do. */
  readonly said: Span | null
  /** 0 to 1. */
  readonly confidence: number
}

/** The answers of the other versions to a line, in the order of its work. */
export interface AnsweredLine extends LineName {
  readonly answers: readonly LineAnswer[]
}
