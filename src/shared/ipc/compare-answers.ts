import type { Row } from '../alignment/versions'
import type { AnnotationId, ContentHash, DocumentId, ThemeId } from '../model/ids'
import type { Span } from '../model/offsets'

export interface ComparedWork {
  readonly rows: readonly Row[]
  /** Versions that do not look like versions of the base's text, and how much of them answers it, 0 to 1. */
  readonly unlike: readonly { readonly document: DocumentId; readonly likeness: number }[]
}

/**
 * A state of a comparison's rows: all of them; or, with `since`, those that stand in place of `removed` rows of an earlier
 * state from the one numbered `from` on.
 */
export interface ComparedRows extends ComparedWork {
  readonly id: string
  readonly since: { readonly id: string; readonly from: number; readonly removed: number } | null
}

/** Texts that look like versions of one. */
export interface VersionProposal {
  readonly documents: readonly DocumentId[]
  /** How much of the least alike of them answers the others, 0 to 1. */
  readonly likeness: number
}

/** What another version says where a passage stands; empty where it leaves it out. */
export interface RenderingHere {
  readonly document: DocumentId
  /** The text of the version that all offsets are of. */
  readonly revision: ContentHash
  /** Where `text` begins in its version; UTF-16 code units. */
  readonly start: number
  readonly text: string
  /** The words of it that answer the passage, by offsets in `text`; null where none do. */
  readonly said: Span | null
  readonly confidence: number
  /** The annotation there that is parallel with the one asked about; else one that stands there and could be. */
  readonly linked: LinkedPassage | null
  readonly there: LinkedPassage | null
}

/** What one needs to know of an annotation in a text that is not on the screen. */
export interface LinkedPassage {
  readonly id: AnnotationId
  readonly themes: readonly ThemeId[]
  readonly exact: string
  readonly start: number
}
