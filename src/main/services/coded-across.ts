import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { Annotation } from '../../shared/model/annotation'
import { hasTheme, themesOf } from '../../shared/model/codings'
import type { DocumentId, ParallelId, ThemeId } from '../../shared/model/ids'
import type { ProjectState } from '../../shared/model/state'

/**
 * "Coded here, not there": tells of an annotation whether it is coded in another version too, or is not. Texts without
 * other versions are neither. An annotation is coded there when a parallel passage carries each theme that counts: of
 * those asked for the ones it carries itself, all of its own where none are asked for.
 */
export function codedAcross(
  state: ProjectState,
  { coded, in: there }: NonNullable<AnnotationQuery['across']>,
  asked: ReadonlySet<ThemeId> | null
): (annotation: Annotation) => boolean {
  const partners = parallelPassages(state)
  const hasVersions = versioned(state, there)
  return (annotation) => {
    if (!hasVersions(annotation.document)) return false
    const wanted = themesOf(annotation).filter((theme) => asked?.has(theme) ?? true)
    const own = annotation.parallel === null ? [] : (partners.get(annotation.parallel) ?? [])
    const isCoded = own.some(
      (each) =>
        each.document !== annotation.document &&
        (there === undefined || each.document === there) &&
        wanted.every((theme) => hasTheme(each, theme))
    )
    return isCoded === coded
  }
}

function parallelPassages(state: ProjectState): Map<ParallelId, Annotation[]> {
  const groups = new Map<ParallelId, Annotation[]>()
  for (const own of state.annotations.values())
    for (const each of own.values()) {
      if (each.parallel === null) continue
      const group = groups.get(each.parallel)
      if (group) group.push(each)
      else groups.set(each.parallel, [each])
    }
  return groups
}

/** Tells of a document whether it has another version: any, or the one that counts. */
function versioned(state: ProjectState, there: DocumentId | undefined): (id: DocumentId) => boolean {
  const sizes = new Map<string, number>()
  for (const { works } of state.documents.values())
    for (const work of works) sizes.set(work, (sizes.get(work) ?? 0) + 1)
  const wanted = there === undefined ? null : new Set<string>(state.documents.get(there)?.works ?? [])
  return (id) => {
    const works = state.documents.get(id)?.works ?? []
    if (wanted) return id !== there && works.some((work) => wanted.has(work))
    return works.some((work) => (sizes.get(work) ?? 0) > 1)
  }
}
