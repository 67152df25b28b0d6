import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import type { DocumentId } from '../../../shared/model/ids'
import { inTextOrder } from '../../../shared/model/passage-index'
import type { ProjectState } from '../../../shared/model/state'
import { isSettled } from '../../services/texts'

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
  const annotations = wanted.filter((each) => isSettled(state, each)).sort(inTextOrder)
  return { annotations, unsettled: wanted.length - annotations.length }
}
