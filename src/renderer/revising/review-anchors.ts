import { create } from 'zustand'
import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { presentText } from '../annotating/present-text'
import { change } from '../state/project'
import { useSurface } from '../state/surface'

/** The passage in the tray that keys act on. */
export const useReview = create<{ readonly chosen: AnnotationId | null }>(() => ({ chosen: null }))

/** Chooses a passage of the tray and shows where it may stand now. */
export function choose(annotation: Annotation): void {
  useReview.setState({ chosen: annotation.id })
  const { proposal, document } = annotation
  const { surface } = useSurface.getState()
  if (!proposal || !surface) return
  surface.reveal({ document, ...proposal })
  surface.select({ document, ...proposal })
}

/** It stands where it was proposed. */
export function accept(annotation: Annotation): Promise<boolean> {
  const { proposal, document } = annotation
  // A proposal is of one state of the text.
  const isPresent = proposal !== null && presentText(document)?.revision === proposal.revision
  return isPresent ? place(annotation, proposal) : Promise.resolve(false)
}

/** It does not: it waits as an orphan. */
export function refuse({ document, id }: Annotation): Promise<boolean> {
  return settle({ type: 'annotation.update', document, id, patch: { proposal: null } })
}

/** It stands at the selection. */
export function placeAtSelection(annotation: Annotation): Promise<boolean> {
  const { selection } = useSurface.getState()
  return selection?.document === annotation.document ? place(annotation, selection) : Promise.resolve(false)
}

export function remove({ document, id }: Annotation): Promise<boolean> {
  return change({ type: 'annotation.remove', document, id })
}

function place({ document, id }: Annotation, span: Span): Promise<boolean> {
  const text = presentText(document)
  const selector = text && describe(text.text, span, text.revision)
  if (!selector) return Promise.resolve(false)
  const patch = { selector, proposal: null, modified: new Date().toISOString() }
  return settle({ type: 'annotation.update', document, id, patch })
}

function settle(
  operation: Extract<Parameters<typeof change>[0], { type: 'annotation.update' }>
): Promise<boolean> {
  return change({ type: 'batch', label: 'settle', operations: [operation] })
}
