import { create } from 'zustand'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import type { Coding } from '../../shared/model/coding'
import { sameCoding } from '../../shared/model/codings'
import { freeColour } from '../../shared/model/free-colour'
import type { AnnotationId, ThemeId } from '../../shared/model/ids'
import { newAnnotation, newTheme } from '../../shared/model/new-records'
import type { QualityMark } from '../../shared/model/quality'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childNamed } from '../../shared/operations/theme-named'
import { childrenOf } from '../../shared/operations/theme-order'
import { themeAlong } from '../../shared/operations/theme-path'
import { tidyThemeName } from '../../shared/text/theme-name'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { setPreferences, usePreferences } from '../state/preferences'
import { change, currentProject, edit } from '../state/project'
import { chooseAnnotation, chooseNothing, useSurface } from '../state/surface'
import { showError, showToast } from '../state/toasts'
import { rememberTheme, useUiState } from '../state/ui-state'
import { showUndoableToast } from '../state/undoing'
import { goOn } from './coding-mode'
import { presentText } from './present-text'
import { selectUnit } from './select-unit'
import { activeAnnotation, annotationsAtCaret, currentTarget, shownAnnotation, targetPassage } from './target'

interface Annotating {
  /** The picker is open: beside what was pressed to open it, or (null) beside the passage. */
  readonly picking: { readonly beside: DOMRect | null } | null
  /** The annotation whose memo field takes the focus. */
  readonly memoFor: AnnotationId | null
  /** The annotations to choose among, where several lie at one place. */
  readonly choosing: readonly AnnotationId[] | null
}

export const useAnnotating = create<Annotating>(() => ({ picking: null, memoFor: null, choosing: null }))

let last: Promise<unknown> = Promise.resolve()

/**
 * Keys may come faster than changes are known here: each of these actions waits for the one before, so that it sees what
 * that one has made of the passage. Without it a second theme would be put beside an old list and a third would undo it.
 */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act)
  last = next.catch(() => {})
  return next
}

/**
 * Annotates the selected passage. The new annotation is what keys act on next, unless the reader has gone on to another
 * passage meanwhile. Null where nothing is selected.
 */
async function annotate(
  themes: readonly ThemeId[],
  before: readonly SimpleOperation[] = []
): Promise<AnnotationId | null> {
  const { selection, surface } = useSurface.getState()
  const { coder } = currentProject()
  if (!selection || !surface) return null
  const text = presentText(selection.document)
  const selector = text && describe(text.text, selection, text.revision)
  if (!selector) return null
  const annotation = newAnnotation(selection.document, selector, coder, { themes: [...themes] })
  const add: SimpleOperation = { type: 'annotation.add', annotation }
  const done = await change(
    before.length === 0 ? add : { type: 'batch', label: 'recode', operations: [...before, add] },
    () => {
      if (useSurface.getState().selection !== selection) return
      surface.clear()
      chooseAnnotation(annotation.id)
      goOn(selection)
    }
  )
  return done ? annotation.id : null
}

/** The annotation that a key acts on. A selected passage is annotated first; null where there is nothing. */
export async function targetAnnotation(): Promise<Annotation | null> {
  if (currentTarget().kind !== 'selection') return activeAnnotation()
  const id = await annotate([])
  return id === null ? null : shownAnnotation(id)
}

/** Applies a theme: to the selected passage, or to the active annotation (from which a second time takes away what the same person put there). */
export function applyTheme(theme: ThemeId, before: readonly SimpleOperation[] = []): Promise<void> {
  return inTurn(() => applyNow(theme, before))
}

async function applyNow(theme: ThemeId, before: readonly SimpleOperation[]): Promise<void> {
  if (currentTarget().kind === 'selection') {
    if ((await annotate([theme], before)) !== null) rememberTheme(theme)
    return
  }
  const active = activeAnnotation()
  if (!active) return
  const { coder } = currentProject()
  const taken = active.codings.some((each) => sameCoding(each, { theme, coder }))
  const code = taken ? codingRemove(active, { theme, coder }) : codingAdd(active, theme)
  const done = await change(
    before.length === 0 ? code : { type: 'batch', label: 'recode', operations: [...before, code] }
  )
  if (done && !taken) rememberTheme(theme)
}

/** Creates a theme at the end of the top level and applies it, as one step. */
export async function createAndApply(name: string): Promise<void> {
  const { themes } = currentProject().state
  const known = childNamed(themes, null, name)
  if (known) return applyTheme(known.id)
  const index = childrenOf(themes, null).length
  const theme = newTheme(tidyThemeName(name), freeColour(themes), null)
  await applyTheme(theme.id, [{ type: 'theme.add', theme, index }])
}

/** Applies the theme that a path leads to; what is missing on the way is made with it, as one step. */
export async function createPathAndApply(path: readonly string[]): Promise<void> {
  const { id, make } = themeAlong(currentProject().state.themes, path)
  if (id !== null) await applyTheme(id, make)
}

/** Codes in vivo (Strauss 1987): the passage's own words become the theme, or the theme that has that name already. */
export async function applyInVivo(): Promise<void> {
  const passage = await inTurn(async () => targetPassage())
  if (!passage) return
  const { texts } = currentProject()
  const words = texts[passage.document]?.text.slice(passage.start, passage.end) ?? ''
  const name = Array.from(words.replace(/\s+/g, ' ').trim()).slice(0, 100).join('')
  if (name !== '') await createAndApply(name)
}

/** Highlights the selected passage without a theme. */
export function annotatePlainly(): Promise<unknown> {
  return inTurn(() => annotate([]))
}

/** Highlights with the last theme used, or without one. */
export function highlight(): Promise<unknown> {
  return inTurn(() => {
    const theme = lastTheme()
    return annotate(theme === null ? [] : [theme])
  })
}

/** Applies the last theme once more: to the selection, or to the active annotation where it lacks it. */
export function again(): Promise<void> {
  return inTurn(async () => {
    const theme = lastTheme()
    const active = activeAnnotation()
    const { coder } = currentProject()
    if (theme === null || active?.codings.some((each) => sameCoding(each, { theme, coder }))) return
    await applyNow(theme, [])
  })
}

/** The theme that a highlight is given: the one used last; null where none was, or it is gone. */
export function lastTheme(): ThemeId | null {
  const { themes } = currentProject().state
  return useUiState.getState().recent.find((id) => themes[id] !== undefined) ?? null
}

/** Opens the picker: beside what was pressed for it, or beside the passage. Without one it takes the sentence at the caret. */
export function openPicker(beside: DOMRect | null = null): void {
  if (currentTarget().kind === 'nothing') selectUnit('sentence')
  if (currentTarget().kind !== 'nothing') useAnnotating.setState({ picking: { beside } })
}

/** A field that is asked for is there after the next picture; the wait for it ends after so many milliseconds. */
const fieldPatienceMs = 1000

/**
 * Opens the memo of the active annotation; a selected passage is annotated first. It is done when the field has the
 * focus, so that what is typed on goes into it.
 */
export async function writeMemo(): Promise<void> {
  const annotation = await inTurn(targetAnnotation)
  if (!annotation) return
  const focused = new Promise<void>((resolve) => {
    // A field that did not come must not take the focus whenever it comes.
    const timer = setTimeout(() => useAnnotating.setState({ memoFor: null }), fieldPatienceMs)
    const stop = useAnnotating.subscribe(({ memoFor }) => {
      if (memoFor === annotation.id) return
      clearTimeout(timer)
      stop()
      resolve()
    })
  })
  if (!usePreferences.getState().aside) setPreferences({ aside: true })
  useAnnotating.setState({ memoFor: annotation.id })
  await focused
}

/** Deletes an annotation, unless it is gone already. Keys act on nothing then; a toast takes it back. */
export function removeAnnotation({ id }: Annotation): Promise<void> {
  return inTurn(() => removeNow(shownAnnotation(id)))
}

/** Deletes the annotation that keys act on. */
export function removeActive(): Promise<void> {
  return inTurn(() => removeNow(activeAnnotation()))
}

async function removeNow(annotation: Annotation | null): Promise<void> {
  if (!annotation) return
  const { document, id } = annotation
  const done = await change({ type: 'annotation.remove', document, id }, chooseNothing)
  if (done) showUndoableToast(i18n.t('annotation.deleted'))
}

/** Takes away what somebody coded an annotation with, unless it is gone by then. */
export function removeCoding({ id }: Annotation, coding: Pick<Coding, 'theme' | 'coder'>): Promise<void> {
  return inTurn(async () => {
    const now = shownAnnotation(id)
    if (now?.codings.some((each) => sameCoding(each, coding))) await change(codingRemove(now, coding))
  })
}

function codingAdd({ document, id }: Annotation, theme: ThemeId): SimpleOperation {
  const now = new Date().toISOString()
  const coding = { theme, coder: currentProject().coder, created: now }
  return { type: 'coding.add', document, id, coding, modified: now }
}

function codingRemove(
  { document, id }: Annotation,
  { theme, coder }: Pick<Coding, 'theme' | 'coder'>
): SimpleOperation {
  return { type: 'coding.remove', document, id, theme, coder, modified: new Date().toISOString() }
}

/** Marks the wording of the active annotation, or takes the mark away; a selected passage is annotated first. */
export function toggleQuality(mark: QualityMark): Promise<void> {
  return inTurn(async () => toggleNow(await targetAnnotation(), mark))
}

/** The same for a certain annotation. */
export function toggleQualityOf({ id }: Annotation, mark: QualityMark): Promise<void> {
  return inTurn(() => toggleNow(shownAnnotation(id), mark))
}

async function toggleNow(annotation: Annotation | null, mark: QualityMark): Promise<void> {
  if (!annotation) return
  const { document, id, quality } = annotation
  const own = [mark]
  const isMarked = quality.includes(mark)
  const wanted = { add: isMarked ? [] : own, remove: isMarked ? own : [] }
  await edit({ type: 'annotation.quality', document, id, ...wanted })
}

/** Puts the words of the passage on the clipboard, and nothing else. */
export async function copyWords(): Promise<void> {
  const passage = targetPassage()
  if (!passage) return
  const words = currentProject().texts[passage.document]?.text.slice(passage.start, passage.end) ?? ''
  if (words === '') return
  const written = await call('clipboard.write', words)
  if (written.ok) showToast(i18n.t('annotation.wordsCopied'))
  else showError(written.error)
}

/** Puts the passage on the clipboard with its citation. */
export async function copyPassage(): Promise<boolean> {
  const passage = targetPassage()
  if (!passage) return false
  const { document, start, end } = passage
  const quote = currentProject().texts[document]?.text.slice(start, end) ?? ''
  if (quote === '') return false
  const written = await call('clipboard.passage', { document, start, end, quote })
  if (written.ok) showToast(i18n.t('annotation.copied'))
  else showError(written.error)
  return written.ok
}

type Patch = Partial<Pick<Annotation, 'selector'>>

export function updateOf({ document, id }: Annotation, patch: Patch): SimpleOperation {
  return { type: 'annotation.update', document, id, patch: { ...patch, modified: new Date().toISOString() } }
}

/** Brings the chooser up for the annotations at a place, where there are several. */
export function chooseAmong(annotations: readonly Annotation[]): void {
  useAnnotating.setState({ choosing: annotations.length > 1 ? annotations.map((each) => each.id) : null })
}

/** Lets one choose among the annotations at the caret; one alone is chosen at once. */
export function chooseHere(): void {
  const here = annotationsAtCaret()
  const [only] = here
  if (!only) showToast(i18n.t('needs.highlight'))
  else if (here.length === 1) chooseAnnotation(only.id)
  else chooseAmong(here)
}
