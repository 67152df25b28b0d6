import type { ListedMemo } from '../../shared/ipc/answers'
import type { Memo } from '../../shared/model/memo'
import type { ProjectState } from '../../shared/model/state'

/** Every memo there is, those on passages too, the latest first. */
export function listMemos(state: ProjectState): ListedMemo[] {
  const listed: ListedMemo[] = Object.values<Memo>(state.memos).map((memo) => ({
    memo,
    annotation: null,
    title: memo.title,
    text: memo.text,
    modified: memo.modified,
    coder: memo.coder
  }))
  for (const own of state.annotations.values())
    for (const annotation of own.values())
      if (annotation.memo !== '')
        listed.push({
          memo: null,
          annotation,
          title: annotation.selector.exact,
          text: annotation.memo,
          modified: annotation.modified,
          coder: annotation.coder
        })
  return listed.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0))
}
