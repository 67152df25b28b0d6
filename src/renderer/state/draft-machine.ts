import type { AppError } from '../../shared/model/result'

/**
 * What is typed into one field, from the first key to the disk. Pure: every step gives a new state. The promise it
 * keeps: the last text typed is in the project, or still here, or was given up by a person who saw it.
 */
export interface DraftState {
  /** What the project holds, as far as this window knows. */
  readonly stored: string
  /** The stored text that the typed one was made from; a save is refused where the project holds another. */
  readonly base: string
  /** Typed and not known to be saved; null where everything is. */
  readonly typed: string | null
  /** On its way to the disk: `raw` as it was typed, `text` as it is saved. */
  readonly sending: { readonly number: number; readonly raw: string; readonly text: string } | null
  /** Why the last try was refused. */
  readonly refusal: AppError | null
}

export function untouched(stored: string): DraftState {
  return { stored, base: stored, typed: null, sending: null, refusal: null }
}

export function typedIn(state: DraftState, text: string): DraftState {
  return { ...state, base: state.typed === null ? state.stored : state.base, typed: text }
}

/** Whether the stored text became another than the one that was being written over: a person has to look at both. */
export function isConflict({ typed, sending, stored, base }: DraftState): boolean {
  return typed !== null && sending === null && stored !== base
}

/** Whether a save can be tried. One at a time: the next is made from what this one leaves. */
export function canSend({ typed, sending, stored, base }: DraftState): boolean {
  return typed !== null && sending === null && stored === base
}

/** A save goes out; `number` is what its answer is known by, `text` what it saves. */
export function sent(state: DraftState, number: number, text: string): DraftState {
  return state.typed === null ? state : { ...state, sending: { number, raw: state.typed, text } }
}

/** The answer to a save: it is on the disk. */
export function saved(state: DraftState, number: number): DraftState {
  const { sending, stored, base } = state
  if (sending?.number !== number) return state
  // A text that is not on the screen is told of no changes: then this answer is the only news of the own one.
  return concluded(state, stored === base ? sending.text : stored)
}

/** The answer to a save: nothing was changed. */
export function refused(state: DraftState, number: number, refusal: AppError): DraftState {
  return state.sending?.number === number ? { ...state, sending: null, refusal } : state
}

/** The project holds another text than before: one's own that comes back, or what others made of it. */
export function received(state: DraftState, stored: string): DraftState {
  const { typed, sending, base } = state
  if (stored === state.stored) return state
  if (stored === sending?.text) return concluded(state, stored)
  if (sending) return { ...state, stored }
  // Nothing typed, or nothing that differs: what the others made of it takes its place.
  return typed === null || typed === stored || typed === base ? untouched(stored) : { ...state, stored }
}

function concluded(state: DraftState, stored: string): DraftState {
  const { typed, sending } = state
  if (!sending) return state
  if (typed === sending.raw || typed === stored) return untouched(stored)
  return { stored, base: sending.text, typed, sending: null, refusal: null }
}

/** A person has seen both texts: the own one is to take the other's place. */
export function keptMine(state: DraftState): DraftState {
  return state.sending ? state : { ...state, base: state.stored, refusal: null }
}

/** A person has seen both texts: the own one is given up. */
export function tookTheirs(state: DraftState): DraftState {
  return state.sending ? state : untouched(state.stored)
}

/** What becomes of a draft of last time, by what the project holds now (null: its record is gone). */
export type Restored = 'stored' | 'gone' | 'aside' | DraftState

export function restored(
  draft: { readonly text: string; readonly base: string; readonly sending: string | null },
  stored: string | null,
  clean = draft.text
): Restored {
  if (stored === null) return 'gone'
  if (draft.text === stored || clean === stored) return 'stored'
  // The text has changed since: the draft is laid beside it, for a person to choose.
  const isOwn = stored === draft.base || stored === draft.sending
  return isOwn ? typedIn(untouched(stored), draft.text) : 'aside'
}
