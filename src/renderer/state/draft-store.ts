import { create } from 'zustand'
import type { Draft, DraftTarget, FoundDraft } from '../../shared/drafts/draft'
import { textProblem } from '../../shared/drafts/draft-target'
import type { DraftId, ProjectId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { type DraftState, isConflict, untouched } from './draft-machine'

/** A field with something typed in it that is not known to be saved. */
export interface FieldDraft {
  readonly id: DraftId
  readonly target: DraftTarget
  readonly about: string
  readonly typed: string
  readonly state: DraftState
  /** Whether the field is on the screen, so that it can speak for itself. */
  readonly isShown: boolean
  /** Whether the main process has put it on the disk, outside the project. Null before the first answer. */
  readonly isKept: boolean | null
}

interface DraftStore {
  /** The project that all of it belongs to. */
  readonly project: ProjectId | null
  readonly fields: Readonly<Record<string, FieldDraft>>
  /** Drafts of last time that do not fit what the project holds: for a person to decide on. */
  readonly asides: readonly FoundDraft[]
}

export const useDrafts = create<DraftStore>(() => ({ project: null, fields: {}, asides: [] }))

export function fieldDraft(key: string): FieldDraft | undefined {
  return useDrafts.getState().fields[key]
}

export function setField(key: string, field: FieldDraft): void {
  useDrafts.setState(({ fields }) => ({ fields: { ...fields, [key]: field } }))
}

export function removeField(key: string): void {
  useDrafts.setState(({ fields: { [key]: _, ...fields } }) => ({ fields }))
}

export function newField(target: DraftTarget, about: string, stored: string): FieldDraft {
  const typed = new Date().toISOString()
  const facts = { id: newId.draft(), target, about: about.slice(0, 200), typed }
  return { ...facts, state: untouched(stored), isShown: true, isKept: null }
}

/** A draft as the main process keeps it; null where nothing is unsaved. */
export function draftOf({ id, target, about, typed, state }: FieldDraft): Draft | null {
  if (state.typed === null) return null
  const sending = state.sending?.text ?? null
  return { id, target, about, typed, text: state.typed, base: state.base, sending }
}

/** Whether a field waits for a person, and not only for the disk. */
function needsDecision({ target, state }: FieldDraft): boolean {
  if (state.typed === null || state.sending) return false
  const { refusal } = state
  return (
    isConflict(state) ||
    isGone(state) ||
    textProblem(target, state.typed) !== null ||
    refusal?.kind === 'Invalid'
  )
}

/** Whether the record that was written in is no longer there. */
export function isGone({ refusal }: DraftState): boolean {
  return refusal?.key === 'recordMissing'
}

/** What waits for a decision and has no field on the screen to say so. */
export function openDrafts({ fields, asides }: Pick<DraftStore, 'fields' | 'asides'>): readonly FoundDraft[] {
  const left = Object.values(fields).flatMap((field): FoundDraft[] => {
    const draft = field.isShown ? null : draftOf(field)
    if (!draft || !needsDecision(field)) return []
    return [{ draft, stored: isGone(field.state) ? null : field.state.stored }]
  })
  return [...asides, ...left]
}
