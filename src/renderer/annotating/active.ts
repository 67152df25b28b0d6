import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId } from '../../shared/model/ids'
import { currentProject } from '../app/api/project'
import { type Passage, useSurface } from '../app/api/surface'

/** The annotation that keys act on, if it is shown. */
export function activeAnnotation(): Annotation | null {
  const { active } = useSurface.getState()
  return active === null ? null : shownAnnotation(active)
}

/** An annotation of one of the texts on the screen. */
export function shownAnnotation(id: AnnotationId): Annotation | null {
  const { passages } = currentProject()
  for (const document of useSurface.getState().surface?.documents ?? []) {
    const found = passages[document]?.get(id)
    if (found) return found
  }
  return null
}

export function passageOf({ document, selector }: Annotation): Passage {
  return { document, start: selector.start, end: selector.end }
}

/** What keys and buttons act on: the selection, or the passage of the active annotation. */
export function targetPassage(): Passage | null {
  const { selection } = useSurface.getState()
  const active = activeAnnotation()
  return selection ?? (active ? passageOf(active) : null)
}

export function hasSelection(): boolean {
  return useSurface.getState().selection !== null
}

export function hasActive(): boolean {
  return activeAnnotation() !== null
}

export function hasTarget(): boolean {
  return hasSelection() || hasActive()
}

/** Makes an annotation the active one and brings it into view. */
export function activate(annotation: Annotation): void {
  const { surface } = useSurface.getState()
  const passage = passageOf(annotation)
  surface?.clear()
  surface?.reveal(passage)
  const { document, start } = passage
  useSurface.setState({ active: annotation.id, caret: { document, offset: start } })
}

/** Goes to the next or previous annotation from the active one, or from the caret. */
export function step(direction: 1 | -1): void {
  const found = neighbour(direction, useSurface.getState().active)
  if (found) activate(found)
}

/** The annotation after or before another, or the caret, through all texts on the screen. */
export function neighbour(direction: 1 | -1, from: AnnotationId | null): Annotation | null {
  const { surface, caret } = useSurface.getState()
  if (!surface) return null
  const { passages } = currentProject()
  const here = from === null ? null : shownAnnotation(from)
  const document = here?.document ?? caret?.document ?? surface.documents[0]
  const at = document === undefined ? -1 : surface.documents.indexOf(document)
  if (document === undefined || at === -1) return null
  const own = passages[document]
  const rank = here ? (own?.rank(here) ?? 0) : (own?.rankOf(caret?.offset ?? 0) ?? 0)
  const next = direction === -1 ? rank - 1 : here ? rank + 1 : rank
  const found = next < 0 ? undefined : own?.ordered[next]
  if (found) return found
  const others = direction === 1 ? surface.documents.slice(at + 1) : surface.documents.slice(0, at).reverse()
  for (const other of others) {
    const beyond = passages[other]?.ordered.at(direction === 1 ? 0 : -1)
    if (beyond) return beyond
  }
  return null
}
