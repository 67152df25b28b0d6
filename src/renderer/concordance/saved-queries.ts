import type { SavedQueryId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import type { SavedQuery } from '../../shared/model/saved-query'
import { i18n } from '../state/i18n'
import { change, currentProject } from '../state/project'
import { showToast } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import { concordance } from './concordance-desk'
import { inEffect, walkedWhole } from './trail-walk'

/** What stands in the place, as it would be kept. Null where there are no lines. */
function whatStands(): Pick<SavedQuery, 'query' | 'settings' | 'trail'> | null {
  const { shown, walk } = concordance.state
  return shown && { query: shown.query, settings: shown.settings, trail: [...inEffect(walk)] }
}

/** Keeps what stands in the place under a name: in the project, as a change that can be undone. */
export async function saveQuery(name: string): Promise<void> {
  const stands = whatStands()
  if (!stands) return
  const now = new Date().toISOString()
  const query: SavedQuery = {
    id: newId.savedQuery(),
    name,
    ...stands,
    memo: '',
    coder: currentProject().coder,
    created: now,
    modified: now
  }
  if (!(await change({ type: 'query.add', query }))) return
  // Another may have been opened while it was written.
  if (isAsSaved(query)) concordance.store.setState({ saved: query.id })
  showToast(i18n.t('concordance.saved', { name }))
}

/** Puts what stands in the place into the saved query that was opened. */
export async function updateQuery({ id, name }: SavedQuery): Promise<void> {
  const stands = whatStands()
  if (!stands) return
  const patch = { ...stands, modified: new Date().toISOString() }
  if (await change({ type: 'query.update', id, patch })) showToast(i18n.t('concordance.saved', { name }))
}

/** Names a saved query otherwise, or says something else of it. */
export async function describeQuery(
  { id, name, memo }: SavedQuery,
  next: Partial<Pick<SavedQuery, 'name' | 'memo'>>
): Promise<void> {
  const wanted = { name, memo, ...next }
  if (wanted.name === '' || (wanted.name === name && wanted.memo === memo)) return
  const patch = { ...next, modified: new Date().toISOString() }
  await change({ type: 'query.update', id, patch, expected: { name, memo } })
}

export async function removeQuery({ id, name }: SavedQuery): Promise<void> {
  if (!(await change({ type: 'query.remove', id }))) return
  if (concordance.state.saved === id) concordance.store.setState({ saved: null })
  showUndoableToast(i18n.t('concordance.removed', { name }))
}

/** Opens a saved query: it is searched anew, and its steps are taken again. */
export function openQuery({ id, query, settings, trail }: SavedQuery): void {
  concordance.open(query, settings, walkedWhole(trail), id)
}

/** Whether what stands in the place is what is kept. */
export function isAsSaved(kept: SavedQuery): boolean {
  const stands = whatStands()
  return (
    stands !== null &&
    stands.query === kept.query &&
    JSON.stringify(stands.settings) === JSON.stringify(kept.settings) &&
    JSON.stringify(stands.trail) === JSON.stringify(kept.trail)
  )
}

/** The saved queries of a project, by name. */
export function byName(queries: Readonly<Record<SavedQueryId, SavedQuery>>): SavedQuery[] {
  return Object.values<SavedQuery>(queries).sort((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true })
  )
}
