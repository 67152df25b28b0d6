import type { AnnotationQuery } from '../../shared/ipc/contract'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { inTextOrder } from '../../shared/model/passage-index'
import type { ProjectState } from '../../shared/model/state'
import { partnersTogether } from '../../shared/operations/parallel'
import { subtree } from '../../shared/operations/theme-order'
import { fold } from '../../shared/text/fold'
import { naturalOrder } from '../../shared/text/natural-order'
import { codedAcross } from './coded-across'

/**
 * The annotations a filter lets through (an absent field filters nothing; a theme takes in what lies under it): by title
 * of the document, then in the order of its text; parallel passages stand together. Of a coder are those
 * they highlighted or put a theme on; with a theme, those that they put that theme on.
 */
export function listAnnotations(state: ProjectState, filter: AnnotationQuery): Annotation[] {
  const themes = filter.themes
    ? new Set(filter.themes.flatMap((id) => subtree(state.themes, id).map((theme) => theme.id)))
    : null
  const documents = filter.documents ? new Set(filter.documents) : null
  const coders = filter.coders ? new Set(filter.coders) : null
  const marked = filter.marked?.length ? filter.marked : null
  const words = fold(filter.text?.trim() ?? '').text
  const title = (id: DocumentId) => state.documents.get(id)?.title ?? ''
  const chosen = [...(documents ?? state.annotations.keys())]
  const across = filter.across ? codedAcross(state, filter.across, themes) : null
  const found = chosen
    .sort((a, b) => naturalOrder(title(a), title(b)) || (a < b ? -1 : 1))
    .flatMap((id) => [...(state.annotations.get(id)?.values() ?? [])].sort(inTextOrder))
    .filter(
      (each) =>
        (!themes ||
          each.codings.some((own) => themes.has(own.theme) && (!coders || coders.has(own.coder)))) &&
        (!filter.unthemed || each.codings.length === 0) &&
        (!coders || coders.has(each.coder) || each.codings.some((own) => coders.has(own.coder))) &&
        (!marked || each.quality.some((mark) => marked.includes(mark))) &&
        !each.quality.some((mark) => filter.unmarked?.includes(mark)) &&
        (!filter.memo || each.memo !== '') &&
        (!across || across(each)) &&
        (words === '' || fold(`${each.selector.exact}\n${each.memo}`).text.includes(words))
    )
  return partnersTogether(found)
}
