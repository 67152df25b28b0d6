import type { Annotation } from '../model/annotation'
import type { AnnotationIndex } from '../model/annotation-index'
import type { AnnotationId, DocumentId } from '../model/ids'
import type { Span } from '../model/offsets'

/** A stretch of a document's canonical text, in UTF-16 code units. */
export interface Passage extends Span {
  readonly document: DocumentId
}

/** A place in a text: a UTF-16 offset. */
export interface Caret {
  readonly document: DocumentId
  readonly offset: number
}

/**
 * What was chosen apart from where the caret is: one annotation, nothing at all (after Escape or a deletion), or no
 * choice, where whatever lies at the caret counts. It is only a wish: `keyTarget` says whether it still means anything.
 */
export type Choice =
  | { readonly kind: 'atCaret' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'annotation'; readonly id: AnnotationId; readonly caret: Caret }

/** What a key acts on. */
export type KeyTarget =
  | { readonly kind: 'selection'; readonly passage: Passage }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'nothing' }

export interface TargetInput {
  readonly selection: Passage | null
  readonly caret: Caret | null
  readonly choice: Choice
  /** The annotations of each text that is shown, as they are now. */
  readonly passages: Readonly<Record<DocumentId, AnnotationIndex>>
}

export const atCaret: Choice = { kind: 'atCaret' }
export const chosenNothing: Choice = { kind: 'nothing' }
const noTarget: KeyTarget = { kind: 'nothing' }

/**
 * What a key acts on: the selection; else the annotation that was chosen, as long as it exists and the caret has not
 * left it; else the innermost annotation at the caret, of equally long ones the newest; else nothing.
 */
export function keyTarget({ selection, caret, choice, passages }: TargetInput): KeyTarget {
  if (selection) return { kind: 'selection', passage: selection }
  if (!caret || choice.kind === 'nothing') return noTarget
  const own = passages[caret.document]
  const annotation = stillChosen(choice, caret, own) ?? own?.at(caret.offset)[0]
  return annotation ? { kind: 'annotation', annotation } : noTarget
}

/** What remains of a choice when the caret is put somewhere: an annotation that it does not leave, else nothing of it. */
export function choiceAfterMove(
  choice: Choice,
  { caret, passages }: Pick<TargetInput, 'caret' | 'passages'>
): Choice {
  if (choice.kind !== 'annotation' || !caret) return atCaret
  return stillChosen(choice, caret, passages[caret.document]) ? { ...choice, caret } : atCaret
}

/** The annotation that was chosen, while it exists and the caret has not left it. */
function stillChosen(
  choice: Choice,
  caret: Caret,
  passages: AnnotationIndex | undefined
): Annotation | undefined {
  if (choice.kind !== 'annotation') return undefined
  const annotation = passages?.get(choice.id)
  if (!annotation) return undefined
  const { start, end } = annotation.selector
  const inside = start <= caret.offset && caret.offset <= end
  // Its ends may have been moved from under the caret: that is not leaving it.
  const unmoved = choice.caret.document === caret.document && choice.caret.offset === caret.offset
  return inside || unmoved ? annotation : undefined
}
