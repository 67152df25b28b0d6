import type { Annotation } from '../model/annotation'
import type { ParallelId } from '../model/ids'
import { newId } from '../model/new-id'
import type { SimpleOperation } from './operation'

/**
 * The operations that make passages of different versions parallel. Passages that are parallel with one of them join
 * in: what was two groups is one. `among` are the annotations of all versions. Those in `fresh` are added as they are.
 */
export function makeParallel(
  passages: readonly Annotation[],
  fresh: readonly Annotation[],
  among: Iterable<Annotation>,
  now: string
): SimpleOperation[] {
  const groups = new Set(passages.flatMap((each) => each.parallel ?? []))
  const [parallel = newId.parallel()] = groups
  const members = new Map(passages.map((each) => [each.id, each]))
  // Where nothing is parallel yet nothing joins in, and there may be many to go through.
  for (const each of groups.size > 0 ? among : [])
    if (each.parallel !== null && groups.has(each.parallel)) members.set(each.id, each)
  const joining = [...members.values()].filter((each) => each.parallel !== parallel)
  return [
    ...joining.map((each) => setParallel(each, parallel, now)),
    ...fresh.map((each): SimpleOperation => ({ type: 'annotation.add', annotation: { ...each, parallel } }))
  ]
}

export function setParallel(
  { document, id }: Pick<Annotation, 'document' | 'id'>,
  parallel: ParallelId | null,
  now: string
): SimpleOperation {
  return { type: 'annotation.update', document, id, patch: { parallel, modified: now } }
}

/** Annotations with those of the same group right behind the first of it; otherwise in their order. */
export function partnersTogether<Passage extends Pick<Annotation, 'parallel'>>(
  annotations: readonly Passage[]
): Passage[] {
  const groups = new Map<ParallelId, Passage[]>()
  for (const each of annotations) {
    if (each.parallel === null) continue
    const group = groups.get(each.parallel)
    if (group) group.push(each)
    else groups.set(each.parallel, [each])
  }
  const together: Passage[] = []
  for (const each of annotations) {
    const group = each.parallel === null ? [each] : (groups.get(each.parallel) ?? [])
    // A group stands where its first passage does.
    if (group[0] === each) for (const own of group) together.push(own)
  }
  return together
}
