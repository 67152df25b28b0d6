import { create } from 'zustand'
import {
  atCaret,
  type Caret,
  type Choice,
  choiceAfterMove,
  chosenNothing,
  type Passage
} from '../../shared/coding/key-target'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { useProjectStore } from './project'

export type { Caret, Passage }

/** A view in which passages can be selected: the reader, or the comparison. Annotating works on whichever is shown. */
export interface Surface {
  /** The documents shown, in the order of the screen. */
  readonly documents: readonly DocumentId[]
  select(passage: Passage): void
  /** Lets go of the selection; the caret stays where it is. */
  clear(): void
  /** Puts the caret somewhere, with nothing selected. */
  placeCaret(caret: Caret): void
  /** The place in a text under a point of the window, in CSS pixels; null where no text is. */
  caretAt(x: number, y: number): Caret | null
  /** Brings a passage into view. Where it is well in sight nothing moves. */
  reveal(passage: Passage): void
  /** Where a passage stands on the screen, for what opens beside it. */
  boxOf(passage: Passage): DOMRect | null
  /** A DOM range of a passage; null where it is not drawn. It does not follow later changes of the page. */
  rangeOf(passage: Passage): Range | null
  focus(): void
  /** Whether keys go to it. */
  hasFocus(): boolean
}

export interface SurfaceState {
  readonly surface: Surface | null
  /** What is selected; null where nothing is. */
  readonly selection: Passage | null
  /** The reading caret, also where nothing is selected. */
  readonly caret: Caret | null
  /** What was chosen apart from the caret. What keys act on is derived from all three: see `keyTarget`. */
  readonly choice: Choice
}

const nothing = { selection: null, caret: null, choice: atCaret }

export const useSurface = create<SurfaceState>(() => ({ surface: null, ...nothing }))

export function showSurface(surface: Surface): () => void {
  useSurface.setState({ surface, ...nothing })
  return () => {
    if (useSurface.getState().surface === surface) useSurface.setState({ surface: null, ...nothing })
  }
}

/** Says where the caret is now, and what is selected. What has not changed stays the same object. */
export function moveCaret(caret: Caret | null, selection: Passage | null): void {
  const before = useSurface.getState()
  const sameCaret = caret?.document === before.caret?.document && caret?.offset === before.caret?.offset
  const sameSelection =
    selection?.document === before.selection?.document &&
    selection?.start === before.selection?.start &&
    selection?.end === before.selection?.end
  if (sameCaret && sameSelection) return
  const passages = useProjectStore.getState().project?.passages ?? {}
  useSurface.setState({
    caret: sameCaret ? before.caret : caret,
    selection: sameSelection ? before.selection : selection,
    choice: choiceAfterMove(before.choice, { caret, passages })
  })
}

/** Chooses an annotation at the caret: keys act on it until the caret leaves it. */
export function chooseAnnotation(id: AnnotationId): void {
  if (useSurface.getState().selection) useSurface.getState().surface?.clear()
  const { caret } = useSurface.getState()
  if (caret) useSurface.setState({ choice: { kind: 'annotation', id, caret } })
}

/** Lets go of what is selected while it is not known yet what will be: keys act on nothing meanwhile. */
export function releaseSelection(): void {
  if (useSurface.getState().selection) useSurface.setState({ selection: null, choice: chosenNothing })
}

/** From here on keys act on nothing, until the caret is moved or an annotation is chosen. */
export function chooseNothing(): void {
  useSurface.setState({ choice: chosenNothing })
}

/** Whatever was chosen: keys act on what lies at the caret. */
export function forgetChoice(): void {
  useSurface.setState({ choice: atCaret })
}
