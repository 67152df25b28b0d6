import { create } from 'zustand'
import type { AnnotationId, DocumentId } from '../../../shared/model/ids'
import type { Span } from '../../../shared/model/offsets'

/** A stretch of a document's canonical text, in UTF-16 code units. */
export interface Passage extends Span {
  readonly document: DocumentId
}

/** A view in which passages can be selected: the reader, or the comparison. Annotating works on whichever is shown. */
export interface Surface {
  /** The documents shown, in the order of the screen. */
  readonly documents: readonly DocumentId[]
  select(passage: Passage): void
  clear(): void
  /** Brings a passage into view. */
  reveal(passage: Passage): void
  /** Where a passage stands on the screen, for what opens beside it. */
  boxOf(passage: Passage): DOMRect | null
  focus(): void
}

/** A place in a text: a UTF-16 offset. */
export interface Caret {
  readonly document: DocumentId
  readonly offset: number
}

interface SurfaceState {
  readonly surface: Surface | null
  /** What is selected; null where nothing is. */
  readonly selection: Passage | null
  /** The reading caret, also where nothing is selected. */
  readonly caret: Caret | null
  /** The annotation that keys and the side panel act on. */
  readonly active: AnnotationId | null
}

const nothing = { selection: null, caret: null, active: null }

export const useSurface = create<SurfaceState>(() => ({ surface: null, ...nothing }))

export function showSurface(surface: Surface): () => void {
  useSurface.setState({ surface, ...nothing })
  return () => {
    if (useSurface.getState().surface === surface) useSurface.setState({ surface: null, ...nothing })
  }
}
