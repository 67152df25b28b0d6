import type { ListedMemo } from '../../shared/ipc/answers'
import { type Mentioned, mentions } from '../../shared/memos/links'
import type { Annotation } from '../../shared/model/annotation'
import type { Memo } from '../../shared/model/memo'
import type { ProjectState } from '../../shared/model/state'
import { type BackLinks, sourcesOf } from '../../shared/operations/back-links'

/** Every memo there is, those on passages too, the latest first. Loads every annotation. */
export function listMemos(state: ProjectState): ListedMemo[] {
  const listed = Object.values<Memo>(state.memos).map(ofMemo)
  for (const own of state.annotations.values())
    for (const annotation of own.values()) if (annotation.memo !== '') listed.push(ofPassage(annotation))
  return listed.sort(latestFirst)
}

/** The memos that link to something, the latest first. Reads the passages of those documents alone that have some. */
export function memosMentioning(state: ProjectState, links: BackLinks, wanted: Mentioned): ListedMemo[] {
  const listed: ListedMemo[] = []
  for (const source of sourcesOf(links, wanted)) {
    if (source.kind === 'memo') {
      const memo = state.memos[source.id]
      if (memo && mentions(memo.text, wanted)) listed.push(ofMemo(memo))
      continue
    }
    const annotation = state.annotations.get(source.document)?.get(source.id)
    if (annotation && mentions(annotation.memo, wanted)) listed.push(ofPassage(annotation))
  }
  return listed.sort(latestFirst)
}

function ofMemo(memo: Memo): ListedMemo {
  const { title, text, modified, coder } = memo
  return { memo, annotation: null, title, text, modified, coder }
}

function ofPassage(annotation: Annotation): ListedMemo {
  const { memo: text, modified, coder, selector } = annotation
  return { memo: null, annotation, title: selector.exact, text, modified, coder }
}

function latestFirst(a: ListedMemo, b: ListedMemo): number {
  return a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0
}
