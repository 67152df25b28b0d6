import type { DraftTarget } from '../../shared/drafts/draft'
import {
  cleaned,
  draftKey,
  ruleOf,
  savingOperation,
  storedText,
  textProblem
} from '../../shared/drafts/draft-target'
import type { AppError } from '../../shared/model/result'
import { call } from './bridge'
import { Debounce } from './debounce'
import { dropDrafts, handOver, isHanded } from './draft-keeping'
import {
  canSend,
  type DraftState,
  keptMine,
  received,
  refused,
  saved,
  sent,
  tookTheirs,
  typedIn
} from './draft-machine'
import { fieldDraft, isGone, newField, removeField, setField, useDrafts } from './draft-store'
import { attempt, useProjectStore } from './project'

/** Milliseconds: when what is typed is saved, when it is handed over as a draft, and when a refused save is tried again. */
const saving = { pause: 900, atLatest: 5000 }
const keeping = { pause: 250, atLatest: 1000 }
const retryMilliseconds = 5000

const clocks = new Map<string, { readonly save: Debounce; readonly keep: Debounce }>()
const underWay = new Set<Promise<void>>()
let attempts = 0
let retry: ReturnType<typeof setTimeout> | null = null

/** A key was pressed in a field. `stored` is what the field shows where nothing is typed. */
export function typeDraft(target: DraftTarget, about: string, stored: string, text: string): void {
  const key = draftKey(target)
  const field = fieldDraft(key) ?? newField(target, about, stored)
  const state = typedIn(field.state, text)
  setField(key, { ...field, state, typed: new Date().toISOString(), isShown: true })
  if (isUnchanged(target, state) && text === state.stored) {
    giveUp(key)
    return
  }
  const clock = clockOf(key)
  clock.keep.touch()
  if (ruleOf(target).savesInPauses) clock.save.touch()
}

/** Saves at once what can be saved, and hands over what is not saved yet: on leaving a field. */
export function flushDraft(key: string): void {
  const field = fieldDraft(key)
  if (!field) return
  if (isUnchanged(field.target, field.state)) {
    giveUp(key)
    return
  }
  const clock = clocks.get(key)
  clock?.keep.now()
  clock?.save.cancel()
  void saveDraft(key)
}

/** The field is gone from the screen. A name that was emptied and not written anew stays as it was. */
export function leaveDraft(key: string): void {
  const field = fieldDraft(key)
  if (!field) return
  setField(key, { ...field, isShown: false })
  if (textProblem(field.target, field.state.typed ?? '')?.kind === 'empty') giveUp(key)
  else flushDraft(key)
}

export function showDraft(key: string): void {
  const field = fieldDraft(key)
  if (field && !field.isShown) setField(key, { ...field, isShown: true })
}

/** Saves every field, and waits for the answers: before the window or the project closes. */
export async function flushAll(): Promise<void> {
  for (const key of Object.keys(useDrafts.getState().fields)) flushDraft(key)
  await Promise.all(underWay)
}

export function keepMine(key: string): void {
  update(key, keptMine)
  void saveDraft(key)
}

export function takeTheirs(key: string): void {
  update(key, tookTheirs)
}

/** Tries a save, where there is something to save that can stand. */
export function saveDraft(key: string): Promise<void> {
  const trying = trySave(key).finally(() => underWay.delete(trying))
  underWay.add(trying)
  return trying
}

async function trySave(key: string): Promise<void> {
  const field = fieldDraft(key)
  if (!field || !canSend(field.state)) return
  const { target, state } = field
  const { typed, base } = state
  if (typed === null || textProblem(target, typed) !== null || isUnchanged(target, state)) return
  if (useProjectStore.getState().project?.state.info.id !== useDrafts.getState().project) return
  const number = ++attempts
  const text = cleaned(target, typed)
  update(key, (before) => sent(before, number, text))
  const done = await attempt(savingOperation(target, text, base, new Date().toISOString()))
  if (done.ok) {
    update(key, (before) => saved(before, number))
    // Something more was typed meanwhile; a field that is left has nobody to end it with.
    if (fieldDraft(key)?.isShown === false) await trySave(key)
    else if (fieldDraft(key) && ruleOf(target).savesInPauses) clockOf(key).save.touch()
  } else await learn(key, number, done.error)
}

/** A save was refused: finds out what the project holds instead, or tries again later. */
async function learn(key: string, number: number, error: AppError): Promise<void> {
  update(key, (before) => refused(before, number, error))
  const field = fieldDraft(key)
  if (!field) return
  clocks.get(key)?.keep.now()
  if (error.key === 'textChanged') {
    const now = await call('drafts.stored', field.target)
    if (now.ok && now.value.text !== null) {
      const { text } = now.value
      update(key, (before) => received(before, text))
    }
  }
  if (error.kind !== 'Invalid') retry ??= setTimeout(retryAll, retryMilliseconds)
}

/** Saves again what was refused: after a while, and as soon as the project can be written to again. */
function retryAll(): void {
  if (retry !== null) clearTimeout(retry)
  retry = null
  for (const [key, { state, isKept }] of Object.entries(useDrafts.getState().fields)) {
    if (state.refusal && !isGone(state)) void saveDraft(key)
    if (isKept === false) void handOver(key)
  }
}

/** Every change of what is known of the project: other texts in the fields, and the end of a problem. */
export function followProject(): () => void {
  return useProjectStore.subscribe(({ project }, { project: before }) => {
    if (!project || project.state.info.id !== useDrafts.getState().project) return
    if (project.tables !== before?.tables)
      for (const [key, { target, state }] of Object.entries(useDrafts.getState().fields)) {
        const stored = storedText(project.tables, target)
        if (stored === null) continue
        update(key, (now) => received(now, stored))
        // Deleted, and there again: by Undo, say.
        if (isGone(state)) void saveDraft(key)
      }
    if (before?.problem && !project.problem) retryAll()
  })
}

function update(key: string, change: (state: DraftState) => DraftState): void {
  const field = fieldDraft(key)
  if (!field) return
  const state = change(field.state)
  if (state === field.state) return
  if (state.typed === null && state.sending === null) {
    giveUp(key)
    return
  }
  setField(key, { ...field, state })
  // A draft is worth what it says of its base: what is known of that is kept with it.
  const isSent = state.sending !== field.state.sending
  if (isSent || state.base !== field.state.base) keepAgain(key)
}

/** A draft that the main process has is brought up to date there. */
function keepAgain(key: string): void {
  const field = fieldDraft(key)
  if (field && isHanded(field.id)) void handOver(key)
}

/** Nothing in the field is unsaved any more, or a person gave it up. */
export function giveUp(key: string): void {
  const field = fieldDraft(key)
  detach(key)
  if (field) dropDrafts([field.id])
}

/** Takes what is typed out of its field, but lets the draft of it be. */
export function detach(key: string): void {
  clocks.get(key)?.keep.cancel()
  clocks.get(key)?.save.cancel()
  clocks.delete(key)
  if (fieldDraft(key)) removeField(key)
}

/** Whether what is typed would be saved as what is there already. */
function isUnchanged(target: DraftTarget, { typed, sending, stored, base }: DraftState): boolean {
  return sending === null && stored === base && (typed === null || cleaned(target, typed) === stored)
}

function clockOf(key: string) {
  const known = clocks.get(key)
  if (known) return known
  const clock = {
    save: new Debounce(() => void saveDraft(key), saving.pause, saving.atLatest),
    keep: new Debounce(() => void handOver(key), keeping.pause, keeping.atLatest)
  }
  clocks.set(key, clock)
  return clock
}

/** Lets all clocks go: the fields are another project's. */
export function stopClocks(): void {
  for (const { save, keep } of clocks.values()) {
    save.cancel()
    keep.cancel()
  }
  clocks.clear()
}
