import { create } from 'zustand'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, ThemeId } from '../../shared/model/ids'
import { newAnnotation, newTheme } from '../../shared/model/new-records'
import type { Span } from '../../shared/model/offsets'
import { themeColours } from '../../shared/model/palette'
import { span } from '../../shared/model/span'
import type { SimpleOperation } from '../../shared/operations/operation'
import { childrenOf } from '../../shared/operations/theme-order'
import { backward, forward } from '../../shared/text/motion'
import { call } from '../app/api/bridge'
import { i18n } from '../app/api/i18n'
import { change, currentProject } from '../app/api/project'
import { type Passage, useSurface } from '../app/api/surface'
import { showError, showToast } from '../app/api/toasts'
import { activeAnnotation, neighbour, passageOf } from './active'

interface Annotating {
  readonly lastTheme: ThemeId | null
  readonly picking: boolean
  /** The annotation whose memo field takes the focus. */
  readonly memoFor: AnnotationId | null
}

export const useAnnotating = create<Annotating>(() => ({ lastTheme: null, picking: false, memoFor: null }))

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
    before.length === 0 ? add : { type: 'batch', label: 'recode', operations: [...before, add] }
  )
  if (!done) return null
  surface.clear()
  useSurface.setState({ active: annotation.id })
  return annotation.id
}

/** Applies a theme: to the selected passage, or to the active annotation (from which a second time takes it away). */
export async function applyTheme(theme: ThemeId, before: readonly SimpleOperation[] = []): Promise<void> {
  useAnnotating.setState({ lastTheme: theme })
  if (useSurface.getState().selection) {
    await annotate([theme], before)
    return
  }
  const active = activeAnnotation()
  if (!active) return
  const themes = active.themes.includes(theme)
    ? active.themes.filter((id) => id !== theme)
    : [...active.themes, theme]
  const update = updateOf(active, { themes })
  await change(
    before.length === 0 ? update : { type: 'batch', label: 'recode', operations: [...before, update] }
  )
}

/** Creates a theme at the end of the top level and applies it, as one step. */
export async function createAndApply(name: string): Promise<void> {
  const { themes } = currentProject().state
  const index = childrenOf(themes, null).length
  const colour = themeColours[index % themeColours.length] ?? themeColours[0]
  const theme = newTheme(name, colour, null)
  await applyTheme(theme.id, [{ type: 'theme.add', theme, index }])
}

/** Highlights with the last theme used, or without one. */
export async function highlight(): Promise<void> {
  const { lastTheme } = useAnnotating.getState()
  const known = lastTheme !== null && currentProject().state.themes[lastTheme] !== undefined
  await annotate(known ? [lastTheme] : [])
}

/** Opens the memo of the active annotation; a selected passage is annotated first. */
export async function writeMemo(): Promise<void> {
  const id = useSurface.getState().selection ? await annotate([]) : useSurface.getState().active
  if (id !== null) useAnnotating.setState({ memoFor: id })
}

export async function removeAnnotation(annotation: Annotation): Promise<void> {
  const { document, id } = annotation
  const next = neighbour(1, id) ?? neighbour(-1, id)
  if (await change({ type: 'annotation.remove', document, id }))
    useSurface.setState({ active: next && next.id !== id ? next.id : null })
}

export function saveMemo(annotation: Annotation, memo: string): Promise<boolean> {
  return change(updateOf(annotation, { memo }))
}

export function setThemes(annotation: Annotation, themes: ThemeId[]): Promise<boolean> {
  return change(updateOf(annotation, { themes }))
}

/** Moves an end of the active annotation (or of the selection) by one word. */
export async function moveEnd(end: 'start' | 'end', direction: 1 | -1): Promise<void> {
  const { selection, surface } = useSurface.getState()
  const active = activeAnnotation()
  const passage = selection ?? (active ? passageOf(active) : null)
  if (!passage || !surface) return
  const moved = movedPassage(passage, end, direction)
  if (!moved) return
  if (selection) return surface.select(moved)
  if (!active) return
  const { texts } = currentProject()
  const selector = describe(texts[active.document]?.text ?? '', moved, active.selector.revision)
  if (selector) await change(updateOf(active, { selector }))
}

/** Puts the passage on the clipboard with its citation. */
export async function copyPassage(): Promise<boolean> {
  const active = activeAnnotation()
  const passage = useSurface.getState().selection ?? (active ? passageOf(active) : null)
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

type Patch = { selector?: Annotation['selector']; themes?: ThemeId[]; memo?: string }

function updateOf({ document, id }: Annotation, patch: Patch): SimpleOperation {
  return { type: 'annotation.update', document, id, patch: { ...patch, modified: new Date().toISOString() } }
}

function movedPassage(passage: Passage, end: 'start' | 'end', direction: 1 | -1): Passage | null {
  const text = currentProject().texts[passage.document]
  if (!text) return null
  const move = direction === 1 ? forward : backward
  const to = move(text, end === 'start' ? passage.start : passage.end, 'word')
  const next: Span =
    end === 'start'
      ? span(direction === 1 ? skipSpace(text.text, to) : to, passage.end)
      : span(passage.start, to)
  return next.start < next.end ? { ...next, document: passage.document } : null
}

/** The start goes on to where the next word begins, over spaces and punctuation. */
function skipSpace(text: string, from: number): number {
  const rest = /^[\s\p{P}]*/u.exec(text.slice(from, from + 40))
  return from + (rest?.[0].length ?? 0)
}
