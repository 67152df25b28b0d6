import type { CoderId } from '../model/ids'
import type { OperationName } from '../operations/name'

/** A change of the past, as the history shows it. */
export interface HistoryEntry {
  readonly seq: number
  readonly time: string
  readonly coder: CoderId
  readonly what: OperationName
  /** A quote, a title or a name that it was about; may be empty. */
  readonly about: string
  /** How many things it was made of. */
  readonly parts: number
  readonly standing: ChangeStanding
}

/**
 * How a change stands now: in effect; part of the making of the project, which Undo leaves alone; undone, and Redo does
 * it again; or undone and then overtaken by another change, so that only restoring brings it back.
 */
export type ChangeStanding = 'done' | 'made' | 'undone' | 'overtaken'

export interface HistoryPage {
  /** Every change that was made, newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Where the next page begins; null at the end. */
  readonly next: HistoryCursor | null
}

/** A place in the history: the next change to show, and the newest change in effect that is not newer than it. */
export interface HistoryCursor {
  readonly seq: number
  readonly inEffect: number
}

/** What an Undo or a Redo took back or did again. */
export interface Stepped {
  readonly what: OperationName
  /** How many texts it took away or brought. */
  readonly texts: number
  /** The number of the step itself. */
  readonly seq: number
}
