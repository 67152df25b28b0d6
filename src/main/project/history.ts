import type { Operation } from '../../shared/operations/operation'
import type { JournalRecord } from '../store/journal-record'

/** A change that can be taken back or done again. */
export interface Change {
  readonly seq: number
  readonly operation: Operation
  readonly inverse: Operation
}

interface Stack {
  readonly top: Change
  readonly below: Stack | null
}

/** What can be undone and what redone; immutable, so that a failed write simply forgets the newer one. */
export interface History {
  readonly undo: Stack | null
  readonly redo: Stack | null
}

export const emptyHistory: History = { undo: null, redo: null }

/** The history after one more journal record. A new change clears what could be redone; the first one stays. */
export function record(history: History, { seq, kind, operation, inverse }: JournalRecord): History {
  const { undo, redo } = history
  if (operation.type === 'project.create') return history
  switch (kind) {
    case 'do':
      return { undo: { top: { seq, operation, inverse }, below: undo }, redo: null }
    case 'undo':
      return undo === null ? history : { undo: undo.below, redo: { top: undo.top, below: redo } }
    case 'redo':
      return redo === null ? history : { undo: { top: redo.top, below: undo }, redo: redo.below }
  }
}
