import type { Selector } from '../model/annotation'
import type { Utf16Offset } from '../model/offsets'
import type { AnchorStatus } from './judge'
import type { Fit } from './lay-along'

/** A passage to be found again: what a selector knows of it, whatever the revision. */
export type Sought = Pick<Selector, 'exact' | 'prefix' | 'suffix'> & {
  readonly start: number
  readonly end: number
}

/** Where a passage was found (UTF-16 offsets of the text searched), and how sure that is. */
export interface Anchored {
  readonly status: AnchorStatus
  /** For an orphan: where it was, for want of better. */
  readonly start: Utf16Offset
  readonly end: Utf16Offset
  readonly confidence: number
}

/** A passage by its letters and digits. */
export interface Pieces {
  readonly sought: Sought
  readonly prefix: string
  readonly quote: string
  readonly suffix: string
}

/** A place where it may stand, in skeleton characters. */
export interface Place extends Fit {
  readonly same: boolean
}
