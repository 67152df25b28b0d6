import { create } from 'zustand'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, ThemeId } from '../../shared/model/ids'
import { newAnnotation, newTheme } from '../../shared/model/new-records'
import { themeColours } from '../../shared/model/palette'
import type { QualityMark } from '../../shared/model/quality'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childrenOf } from '../../shared/operations/theme-order'
import { call } from '../app/api/bridge'
import { i18n } from '../app/api/i18n'
import { rememberTheme, useMemory } from '../app/api/memory'
import { change, currentProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { showError, showToast } from '../app/api/toasts'
import { activeAnnotation, neighbour, targetPassage } from './active'
import { goOn } from './coding-mode'

interface Annotating {
  readonly picking: boolean
  /** The annotation whose memo field takes the focus. */
  readonly memoFor: AnnotationId | null
  /** The annotations to choose among, where several lie at one place. */
  readonly choosing: readonly AnnotationId[] | null
}

export const useAnnotating = create<Annotating>(() => ({ picking: false, memoFor: null, choosing: null }))

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

/** Annotates the selected passage. The new annotation becomes the active one. Null where nothing is selected. */
export async function annotate(
  themes: readonly ThemeId[],
  before: readonly SimpleOperation[] = []
): Promise<AnnotationId | null> {
  const { selection, surface } = useSurface.getState()
  const { state, texts, coder } = currentProject()
  if (!selection || !surface) return null
  const document = state.documents[selection.document]
  const text = texts[selection.document]
  if (!document || !text) return null
  const selector = describe(text.text, selection, currentText(document))
  if (!selector) return null
  const annotation = newAnnotation(document.id, selector, coder, { themes: [...themes] })
  const add: SimpleOperation = { type: 'annotation.add', annotation }
  const done = await change(
    before.length === 0 ? add : { type: 'batch', label: 'recode', operations: [...before, add] },
    () => {
      surface.clear()
      useSurface.setState({ active: annotation.id })
      goOn(selection)
    }
  )
  return done ? annotation.id : null
}

/** Applies a theme: to the selected passage, or to the active annotation (from which a second time takes it away). */
export function applyTheme(theme: ThemeId, before: readonly SimpleOperation[] = []): Promise<void> {
  return inTurn(() => applyNow(theme, before))
}

async function applyNow(theme: ThemeId, before: readonly SimpleOperation[]): Promise<void> {
  if (useSurface.getState().selection) {
    if ((await annotate([theme], before)) !== null) rememberTheme(theme)
    return
  }
  const active = activeAnnotation()
  if (!active) return
  const taken = active.themes.includes(theme)
  const themes = taken ? active.themes.filter((id) => id !== theme) : [...active.themes, theme]
  const update = updateOf(active, { themes })
  const done = await change(
    before.length === 0 ? update : { type: 'batch', label: 'recode', operations: [...before, update] }
  )
  if (done && !taken) rememberTheme(theme)
}

/** Creates a theme at the end of the top level and applies it, as one step. */
export async function createAndApply(name: string): Promise<void> {
  const { themes } = currentProject().state
  const index = childrenOf(themes, null).length
  const colour = themeColours[index % themeColours.length] ?? themeColours[0]
  const theme = newTheme(name, colour, null)
  await applyTheme(theme.id, [{ type: 'theme.add', theme, index }])
}

/** Codes in vivo (Strauss 1987): the passage's own words become the theme, or the theme that has that name already. */
export async function applyInVivo(): Promise<void> {
  const passage = targetPassage()
  if (!passage) return
  const { texts, state } = currentProject()
  const words = texts[passage.document]?.text.slice(passage.start, passage.end) ?? ''
  const name = Array.from(words.replace(/\s+/g, ' ').trim()).slice(0, 100).join('')
  const known = childrenOf(state.themes, null).find((theme) => theme.name === name)
  if (known) await applyTheme(known.id)
  else if (name !== '') await createAndApply(name)
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
    if (theme === null || (!useSurface.getState().selection && active?.themes.includes(theme))) return
    await applyNow(theme, [])
  })
}

export function lastTheme(): ThemeId | null {
  const { themes } = currentProject().state
  return useMemory.getState().recent.find((id) => themes[id] !== undefined) ?? null
}

/** Opens the memo of the active annotation; a selected passage is annotated first. */
export async function writeMemo(): Promise<void> {
  // Where nothing has to be made first the field takes the focus at once: the next key is typed into it.
  const { selection, active } = useSurface.getState()
  const id = selection ? await inTurn(() => annotate([])) : active
  if (id !== null) useAnnotating.setState({ memoFor: id })
}

export async function removeAnnotation(annotation: Annotation): Promise<void> {
  const { document, id } = annotation
  const next = neighbour(1, id) ?? neighbour(-1, id)
  if (await change({ type: 'annotation.remove', document, id }))
    useSurface.setState({ active: next && next.id !== id ? next.id : null })
}

export function setThemes(annotation: Annotation, themes: ThemeId[]): Promise<boolean> {
  return change(updateOf(annotation, { themes }))
}

/** Marks the wording of the active annotation, or takes the mark away; a selected passage is annotated first. */
export function toggleQuality(mark: QualityMark): Promise<void> {
  return inTurn(() => toggleNow(mark))
}

async function toggleNow(mark: QualityMark): Promise<void> {
  if (useSurface.getState().selection && (await annotate([])) === null) return
  const active = activeAnnotation()
  if (!active) return
  const quality = active.quality.includes(mark)
    ? active.quality.filter((each) => each !== mark)
    : [...active.quality, mark]
  await change(updateOf(active, { quality }))
}

/** Puts the passage on the clipboard with its citation. */
export async function copyPassage(): Promise<boolean> {
  const passage = targetPassage()
  if (!passage) return false
  const { document, start, end } = passage
  const quote = currentProject().texts[document]?.text.slice(start, end) ?? ''
  const cited = await call('annotation.citation', { document, start, end })
  if (!cited.ok) {
    showError(cited.error)
    return false
  }
  const written = await call('clipboard.write', `“${quote}” — ${cited.value}`)
  if (written.ok) showToast(i18n.t('annotation.copied'))
  return written.ok
}

type Patch = Partial<Pick<Annotation, 'selector' | 'themes' | 'quality'>>

export function updateOf({ document, id }: Annotation, patch: Patch): SimpleOperation {
  return { type: 'annotation.update', document, id, patch: { ...patch, modified: new Date().toISOString() } }
}

/** Brings the chooser up for the annotations at a place, where there are several. */
export function chooseAmong(annotations: readonly Annotation[]): void {
  useAnnotating.setState({ choosing: annotations.length > 1 ? annotations.map((each) => each.id) : null })
}

/** Lets one choose among the annotations at the caret; one alone becomes the active one. */
export function chooseHere(): void {
  const { caret } = useSurface.getState()
  const here = caret ? (currentProject().passages[caret.document]?.at(caret.offset) ?? []) : []
  const [only] = here
  if (only && here.length === 1) useSurface.setState({ active: only.id, selection: null })
  else chooseAmong(here)
}
