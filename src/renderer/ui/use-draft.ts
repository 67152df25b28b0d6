import { useCallback, useEffect } from 'react'
import type { DraftTarget, FoundDraft } from '../../shared/drafts/draft'
import { draftKey, storedText, type TextProblem, textProblem } from '../../shared/drafts/draft-target'
import type { AppError } from '../../shared/model/result'
import { isConflict } from '../state/draft-machine'
import { flushDraft, leaveDraft, showDraft, typeDraft } from '../state/draft-saving'
import { useDrafts } from '../state/draft-store'
import { useProject } from '../state/project'

export interface DraftField {
  readonly key: string
  readonly text: string
  readonly type: (text: string) => void
  /** Saves at once what is not saved yet: on leaving the field. */
  readonly flush: () => void
  /** Why what stands in the field cannot be saved. */
  readonly problem: TextProblem | null
  /** What the project holds by now, where it is another text than the one that is being written over. */
  readonly theirs: string | null
  /** Why the last save was refused, while it has not succeeded. */
  readonly refusal: AppError | null
  /** Whether what is unsaved is kept outside the project, so that it outlives this window. */
  readonly isKept: boolean
  /** Drafts of last time for this field that do not fit what it holds. */
  readonly asides: readonly FoundDraft[]
}

const none: readonly FoundDraft[] = []

/**
 * What is being typed over a stored text (`stored`, of a record called `about`). It lives outside the component: it is
 * saved in the pauses of typing and on leaving, tried again until that succeeds, and kept as a draft until then.
 */
export function useDraft(target: DraftTarget, stored: string, about: string): DraftField {
  const key = draftKey(target)
  const draft = useDrafts((store) => store.fields[key])
  const asides = useDrafts((store) => store.asides)
  // Lists are drawn a moment after the change: what the project holds is asked of the project itself.
  const held = useProject((project) => storedText(project.tables, target)) ?? stored
  const isThere = draft !== undefined
  useEffect(() => {
    if (isThere) showDraft(key)
  }, [key, isThere])
  useEffect(() => () => leaveDraft(key), [key])
  const flush = useCallback(() => flushDraft(key), [key])
  const state = draft?.state
  const text = state?.typed ?? held
  return {
    key,
    text,
    type: (next) => typeDraft(target, about, held, next),
    flush,
    problem: state?.typed == null ? null : textProblem(target, text),
    theirs: state && isConflict(state) ? state.stored : null,
    refusal: state?.refusal ?? null,
    isKept: draft?.isKept !== false,
    asides: asides.length === 0 ? none : asides.filter((each) => draftKey(each.draft.target) === key)
  }
}
