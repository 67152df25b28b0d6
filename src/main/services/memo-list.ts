import type { ListedMemo } from '../../shared/ipc/answers'
import { type Mentioned, mentions } from '../../shared/memos/links'
import type { Memo } from '../../shared/model/memo'
import type { ProjectState } from '../../shared/model/state'

/** Every memo there is, those on passages too, the latest first. */
export function listMemos(state: ProjectState): ListedMemo[] {
  return memosWhere(state, (text) => text !== '', { emptyToo: true })
}

/** The memos that link to something, the latest first. */
export function memosMentioning(state: ProjectState, wanted: Mentioned): ListedMemo[] {
  return memosWhere(state, (text) => text.includes('[[') && mentions(text, wanted))
}

function memosWhere(
  state: ProjectState,
  fits: (text: string) => boolean,
  { emptyToo = false } = {}
): ListedMemo[] {
  const listed: ListedMemo[] = []
  for (const memo of Object.values<Memo>(state.memos))
    if (emptyToo || fits(memo.text)) {
      const { title, text, modified, coder } = memo
      listed.push({ memo, annotation: null, title, text, modified, coder })
    }
  for (const own of state.annotations.values())
    for (const annotation of own.values())
      if (fits(annotation.memo)) {
        const { memo: text, modified, coder, selector } = annotation
        listed.push({ memo: null, annotation, title: selector.exact, text, modified, coder })
      }
  return listed.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0))
}
