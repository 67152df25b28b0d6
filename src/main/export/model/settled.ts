import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import { inTextOrder } from '../../../shared/model/annotation-index'
import type { DocumentId } from '../../../shared/model/ids'
import type { ProjectState } from '../../../shared/model/state'
import { isAnchoredInCurrentRevision } from '../../services/texts'

/** The annotations that stand in the present text of a document, in its order, and how many wait to be settled. */
export function settledAnnotations(
  state: ProjectState,
  id: DocumentId,
  { coders, doubtful }: Pick<ExportOptions, 'coders' | 'doubtful'>
): { readonly annotations: readonly Annotation[]; readonly unsettled: number } {
  const wanted = [...(state.annotations.get(id)?.values() ?? [])].flatMap((each): Annotation[] => {
    const codings = each.codings.filter(({ coder }) => !coders || coders.includes(coder))
    const isTheirs = !coders || coders.includes(each.coder) || codings.length > 0
    return isTheirs && (doubtful || !each.quality.includes('doubtful')) ? [{ ...each, codings }] : []
  })
  const annotations = wanted.filter((each) => isAnchoredInCurrentRevision(state, each)).sort(inTextOrder)
  return { annotations, unsettled: wanted.length - annotations.length }
}
