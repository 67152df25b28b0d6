import type { MemoId } from '../../shared/model/ids'
import type { MemoSubject } from '../../shared/model/memo'
import { newId } from '../../shared/model/new-id'
import { change, currentProject } from '../state/project'

/** Begins a memo. Its id; null where it could not be saved. */
export async function addMemo(about: MemoSubject): Promise<MemoId | null> {
  const now = new Date().toISOString()
  const id = newId.memo()
  const { coder } = currentProject()
  const memo = { id, about, title: '', text: '', coder, created: now, modified: now }
  return (await change({ type: 'memo.add', memo })) ? id : null
}
