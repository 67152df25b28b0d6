import type { Annotation } from '../model/annotation'
import { hasTheme, uniqueCodings } from '../model/codings'
import type { AnnotationId, ThemeId } from '../model/ids'
import type { Memo } from '../model/memo'
import { textLimits } from '../model/text-limits'
import type { SimpleOperation } from './operation'

/** Two memos on one passage: what the second says under the first, unless that stands there already. */
export function joinedMemos(first: string, second: string): string {
  const said = second.trim()
  if (said === '' || first.split('\n\n').includes(said) || first.trim() === said) return first
  return first.trim() === '' ? second : `${first}\n\n${second}`
}

/**
 * The operations that give annotations other themes in the place of those that are gone (`merged`). Where two of one coder
 * then have the very same words and a theme in common, they become one with the themes, marks and memos of both. They
 * stay two where both are linked to, or stand in different groups of parallel passages, so that nothing is torn.
 */
export function rethemedPassages(
  annotations: Iterable<Annotation>,
  memos: readonly Memo[],
  merged: ReadonlyMap<ThemeId, ThemeId>,
  now: string
): SimpleOperation[] {
  const isTouched = ({ codings }: Annotation) => codings.some(({ theme }) => merged.has(theme))
  const byWords = new Map<string, Annotation[]>()
  for (const each of annotations) {
    const { revision, start, end } = each.selector
    const key = [each.document, each.coder, revision, start, end].join(' ')
    const own = byWords.get(key)
    if (own) own.push(each)
    else byWords.set(key, [each])
  }
  const operations: SimpleOperation[] = []
  for (const alike of byWords.values()) {
    if (!alike.some(isTouched)) continue
    const kept = joinAlike(alike, memos, merged)
    for (const each of alike) {
      const { document, id } = each
      const own = kept.get(id)
      if (!own) operations.push({ type: 'annotation.remove', document, id })
      else if (own !== each) {
        const { codings, quality, memo, parallel } = own
        const patch = { codings, quality, memo, parallel, modified: now }
        operations.push({ type: 'annotation.update', document, id, patch })
      }
    }
  }
  return operations
}

function joinAlike(
  alike: readonly Annotation[],
  memos: readonly Memo[],
  merged: ReadonlyMap<ThemeId, ThemeId>
): Map<AnnotationId, Annotation> {
  const kept = new Map<AnnotationId, Annotation>()
  for (const each of alike) {
    const isChanged = each.codings.some(({ theme }) => merged.has(theme))
    const codings = uniqueCodings(
      each.codings.map((own) => ({ ...own, theme: merged.get(own.theme) ?? own.theme }))
    )
    const own = isChanged ? { ...each, codings } : each
    const twin = [...kept.values()].find(
      (other) =>
        other.codings.some(({ theme }) => hasTheme(own, theme)) && canJoin(other, own, alike, memos, merged)
    )
    if (!twin) {
      kept.set(own.id, own)
      continue
    }
    const stays = isLinked(own.id, memos) ? own : twin
    kept.delete(twin.id)
    kept.set(stays.id, {
      ...stays,
      codings: uniqueCodings([...twin.codings, ...codings]),
      quality: [...new Set([...twin.quality, ...own.quality])],
      memo: joinedMemos(twin.memo, own.memo),
      parallel: twin.parallel ?? own.parallel
    })
  }
  return kept
}

/** Only what this merge has brought together is joined: two that were alike before were so on purpose. */
function canJoin(
  a: Annotation,
  b: Annotation,
  alike: readonly Annotation[],
  memos: readonly Memo[],
  merged: ReadonlyMap<ThemeId, ThemeId>
): boolean {
  const wasChanged = ({ id }: Annotation) =>
    alike.find((each) => each.id === id)?.codings.some(({ theme }) => merged.has(theme)) ?? false
  return (
    (wasChanged(a) || wasChanged(b)) &&
    (a.parallel === null || b.parallel === null || a.parallel === b.parallel) &&
    !(isLinked(a.id, memos) && isLinked(b.id, memos)) &&
    joinedMemos(a.memo, b.memo).length <= textLimits.memo
  )
}

function isLinked(id: AnnotationId, memos: readonly Memo[]): boolean {
  return memos.some(({ text }) => text.includes(`/${id}|`) || text.includes(`/${id}]]`))
}
