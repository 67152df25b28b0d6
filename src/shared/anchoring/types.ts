import type { Selector } from '../model/annotation'
import type { Utf16Offset } from '../model/offsets'
import type { Fit } from './approximate-match'
import type { AnchorStatus } from './classify'

/** A passage to be found again: what a selector knows of it, whatever the revision. */
export type AnchorQuery = Pick<Selector, 'exact' | 'prefix' | 'suffix' | 'occurrence'> & {
  readonly start: number
  readonly end: number
}

/** Where a passage was found (UTF-16 offsets of the text searched), and how sure that is. */
export interface AnchorResult {
  readonly status: AnchorStatus
  /** For an orphan: where it was, for want of better. */
  readonly start: Utf16Offset
  readonly end: Utf16Offset
  readonly confidence: number
}

/** A passage by its letters and digits. */
export interface NormalisedQuery {
  readonly sought: AnchorQuery
  readonly prefix: string
  readonly quote: string
  readonly suffix: string
}

/** A place where it may stand, in normalised characters. */
export interface AnchorCandidate extends Fit {
  readonly same: boolean
  /** What stood around it stood around the passage, and around no other place like it, in the old text. */
  readonly own?: boolean
}
