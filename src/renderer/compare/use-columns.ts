import { useEffect, useMemo } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { useProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import type { ColumnText } from './differences-in-row'
import { passageOfSelection } from './surface'

/** The texts of the versions shown, in the order of the columns. */
export function useColumns(shown: readonly VariorumDocument[]): readonly ColumnText[] {
  const texts = useProject((project) => project.texts)
  return useMemo(
    () =>
      shown.map((each) => ({
        text: texts[each.id]?.text ?? '',
        language: each.language,
        source: each.rendering === 'source'
      })),
    [shown, texts]
  )
}

/** Tells the surface what is selected in the comparison. */
export function useSelectedPassage(): void {
  useEffect(() => {
    const read = () => {
      const passage = passageOfSelection()
      if (passage === undefined) return
      useSurface.setState(
        passage
          ? { selection: passage, caret: { document: passage.document, offset: passage.start }, active: null }
          : { selection: null }
      )
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
}

/** A click on a highlight makes it the active one, unless words are being selected. */
export function activateMark(annotation: AnnotationId, document: DocumentId, offset: number): void {
  if (window.getSelection()?.isCollapsed === false) return
  useSurface.setState({ active: annotation, caret: { document, offset } })
}
