import { textProblem } from '../../shared/drafts/draft-target'
import type { DraftId } from '../../shared/model/ids'
import { call } from './bridge'
import { draftOf, fieldDraft, setField, useDrafts } from './draft-store'

/** Drafts that the main process has, or is being sent. */
const handed = new Set<DraftId>()

/** Hands what is unsaved in a field to the main process, which keeps it outside the project. */
export async function handOver(key: string): Promise<void> {
  const { project } = useDrafts.getState()
  const field = fieldDraft(key)
  const draft = field && draftOf(field)
  if (!draft || !project || textProblem(draft.target, draft.text)?.kind === 'empty') return
  handed.add(draft.id)
  const answer = await call('drafts.keep', { project, drafts: [draft], dropped: [] })
  const isKept = answer.ok && answer.value.isWritten
  const now = fieldDraft(key)
  if (now?.id === draft.id && now.isKept !== isKept) setField(key, { ...now, isKept })
}

/** Hands over every field at once: the window may be gone in a moment. */
export function handAllOver(): void {
  for (const key of Object.keys(useDrafts.getState().fields)) void handOver(key)
}

/** What was saved, or given up, is no draft any more. */
export function dropDrafts(ids: readonly DraftId[]): void {
  const { project } = useDrafts.getState()
  const dropped = ids.filter((id) => handed.delete(id))
  if (project && dropped.length > 0) void call('drafts.keep', { project, drafts: [], dropped })
}

/** These are this window's to look after from now on. */
export function takeOver(ids: readonly DraftId[]): void {
  for (const id of ids) handed.add(id)
}

export function isHanded(id: DraftId): boolean {
  return handed.has(id)
}

export function forgetHanded(): void {
  handed.clear()
}
