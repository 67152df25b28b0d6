import { useSyncExternalStore } from 'react'
import { type KeyTarget, keyTarget, type Passage } from '../../shared/coding/key-target'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId } from '../../shared/model/ids'
import type { PassagesShown } from '../state/derived-state'
import { currentProject, useProjectStore } from '../state/project'
import { type SurfaceState, useSurface } from '../state/surface'

/** The last answer, and what it was an answer to: many ask between two changes. */
let known: {
  readonly surface: SurfaceState
  readonly passages: PassagesShown | undefined
  readonly target: KeyTarget
} | null = null

/** What a key, a card, a handle or the picker acts on at this moment. It is derived, and so cannot be out of date. */
export function currentTarget(): KeyTarget {
  const surface = useSurface.getState()
  const passages = useProjectStore.getState().project?.passages
  if (known?.surface === surface && known.passages === passages) return known.target
  const target = keyTarget({ ...surface, passages: passages ?? {} })
  known = { surface, passages, target }
  return target
}

/** The annotation that keys act on; null where they act on a selection, or on nothing. */
export function activeAnnotation(): Annotation | null {
  const target = currentTarget()
  return target.kind === 'annotation' ? target.annotation : null
}

function activeId(): AnnotationId | null {
  return activeAnnotation()?.id ?? null
}

/** The annotation that keys act on. The component is drawn again whenever it is another, or has changed. */
export function useActiveAnnotation(): Annotation | null {
  return useSyncExternalStore(onChange, activeAnnotation)
}

/** The same, where only which one it is matters. */
export function useActiveId(): AnnotationId | null {
  return useSyncExternalStore(onChange, activeId)
}

function onChange(listener: () => void): () => void {
  const stops = [useSurface.subscribe(listener), useProjectStore.subscribe(listener)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** The passage that keys act on: the selection, or that of the annotation. */
export function targetPassage(): Passage | null {
  const target = currentTarget()
  switch (target.kind) {
    case 'selection':
      return target.passage
    case 'annotation':
      return passageOf(target.annotation)
    case 'nothing':
      return null
  }
}

/** An annotation of one of the texts on the screen, as it is now. */
export function shownAnnotation(id: AnnotationId): Annotation | null {
  const { passages } = currentProject()
  for (const document of useSurface.getState().surface?.documents ?? []) {
    const found = passages[document]?.get(id)
    if (found) return found
  }
  return null
}

/** The annotations at the caret, the innermost first. */
export function annotationsAtCaret(): readonly Annotation[] {
  const { caret } = useSurface.getState()
  return caret ? (currentProject().passages[caret.document]?.at(caret.offset) ?? []) : []
}

export function passageOf({ document, selector }: Annotation): Passage {
  return { document, start: selector.start, end: selector.end }
}
