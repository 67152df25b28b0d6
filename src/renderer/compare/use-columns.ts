import { useMemo } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { shownAnnotation } from '../annotating/target'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { chooseAnnotation, moveCaret, useSurface } from '../state/surface'
import type { ColumnText } from './differences-in-row'

/** The texts of the versions shown, in the order of the columns. */
export function useColumns(shown: readonly VariorumDocument[]): readonly ColumnText[] {
  const t = useT()
  const texts = useProject((project) => project.texts)
  return useMemo(
    () =>
      shown.map((each) => ({
        name: each.rendering === 'unknown' ? each.title : t(`rendering.${each.rendering}`),
        text: texts[each.id]?.text ?? '',
        language: each.language,
        source: each.rendering === 'source'
      })),
    [shown, texts, t]
  )
}

/** A click on a highlight chooses it, unless words are being selected. */
export function activateMark(annotation: AnnotationId, document: DocumentId, offset: number): void {
  if (window.getSelection()?.isCollapsed === false) return
  const { caret } = useSurface.getState()
  const here = shownAnnotation(annotation)
  const { start = 0, end = -1 } = here?.selector ?? {}
  // The click itself has put the caret into it; where it has not, its beginning will do.
  const inside = caret?.document === document && start <= caret.offset && caret.offset <= end
  if (!inside) moveCaret({ document, offset }, null)
  chooseAnnotation(annotation)
}
