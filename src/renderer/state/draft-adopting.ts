import type { FoundDraft } from '../../shared/drafts/draft'
import { cleaned, draftKey } from '../../shared/drafts/draft-target'
import { newId } from '../../shared/model/new-id'
import { call, on } from './bridge'
import { dropDrafts, forgetHanded, handAllOver, handOver, isHanded, takeOver } from './draft-keeping'
import { restored, typedIn, untouched } from './draft-machine'
import { detach, followProject, giveUp, keepMine, saveDraft, stopClocks } from './draft-saving'
import { draftOf, fieldDraft, newField, setField, useDrafts } from './draft-store'
import { i18n } from './i18n'
import { attempt, currentProject, useProjectStore } from './project'
import { showError, showToast } from './toasts'

/** Looks after what is typed in this window, and after drafts of last time; called once. */
export function beginDrafts(): void {
  let open: string | null = null
  const look = () => {
    const { project } = useProjectStore.getState()
    const next = project ? `${project.state.info.id} ${project.folder}` : null
    if (!project || next === open) return
    open = next
    handAllOver()
    stopClocks()
    forgetHanded()
    useDrafts.setState({ project: project.state.info.id, fields: {}, asides: [] })
    void adoptDrafts()
  }
  useProjectStore.subscribe(look)
  followProject()
  on('drafts', () => void adoptDrafts())
  addEventListener('beforeunload', handAllOver)
  look()
}

/** Takes in the drafts that no window looks after: into their fields and saved, or aside, for a person to decide. */
async function adoptDrafts(): Promise<void> {
  const answer = await call('drafts.adopt', null)
  if (!answer.ok || answer.value.project !== useDrafts.getState().project) return
  const found = answer.value.drafts.filter(({ draft }) => !isHanded(draft.id))
  takeOver(found.map(({ draft }) => draft.id))
  const trying: string[] = []
  for (const each of found) {
    const { id, target, text, base, about, typed } = each.draft
    const key = draftKey(target)
    const state = restored(each.draft, each.stored, cleaned(target, text))
    if (state === 'stored') dropDrafts([id])
    else if (typeof state === 'string' || fieldDraft(key)) layAside(each)
    else {
      setField(key, { ...newField(target, about, base), id, typed, state, isShown: false, isKept: true })
      trying.push(key)
    }
  }
  await Promise.all(trying.map(saveDraft))
  const count = trying.filter((key) => !fieldDraft(key)).length
  if (count > 0) showToast(i18n.t('drafts.recovered', { count }))
}

function layAside(found: FoundDraft): void {
  useDrafts.setState(({ asides }) => ({ asides: [...asides, found] }))
}

function takeAway({ draft }: FoundDraft): void {
  useDrafts.setState(({ asides }) => ({ asides: asides.filter((each) => each.draft.id !== draft.id) }))
}

/** A draft that was laid aside takes the place of the stored text that it was shown beside. */
export async function acceptDraft(found: FoundDraft): Promise<void> {
  const { draft } = found
  const key = draftKey(draft.target)
  const own = fieldDraft(key)
  if (own?.id === draft.id) {
    keepMine(key)
    return
  }
  const now = await call('drafts.stored', draft.target)
  if (!now.ok) return showError(now.error)
  const { text: stored } = now.value
  takeAway(found)
  // Another text than the one that was shown: it is to be seen first.
  if (stored === null || stored !== found.stored) return layAside({ draft, stored })
  // What is being typed in the field is no less worth: the two change places.
  const typed = own && draftOf(own)
  if (own && typed) {
    void handOver(key)
    detach(key)
    layAside({ draft: typed, stored })
  }
  const field = newField(draft.target, draft.about, stored)
  const state = typedIn(untouched(stored), draft.text)
  setField(key, { ...field, id: draft.id, typed: draft.typed, state, isShown: false, isKept: true })
  await saveDraft(key)
}

/** A person has read a draft and gives it up. */
export function discardDraft(found: FoundDraft): void {
  const key = draftKey(found.draft.target)
  if (fieldDraft(key)?.id === found.draft.id) giveUp(key)
  else {
    takeAway(found)
    dropDrafts([found.draft.id])
  }
}

/** Makes a memo of a draft whose record is gone: on its text where that is still there, else on the project. */
export async function keepAsMemo(found: FoundDraft): Promise<void> {
  const { target, about: title, text } = found.draft
  const { state, coder } = currentProject()
  const created = new Date().toISOString()
  const isOnText = target.kind === 'annotation' && state.documents[target.document] !== undefined
  const about = isOnText ? { kind: 'document' as const, id: target.document } : { kind: 'project' as const }
  const memo = { id: newId.memo(), about, title, text, coder, created, modified: created }
  const done = await attempt({ type: 'memo.add', memo })
  if (done.ok) discardDraft(found)
  else showError(done.error)
}
