import type { Annotation } from '../../shared/model/annotation'
import { i18n } from '../state/i18n'
import { currentProject } from '../state/project'
import { chooseAnnotation, useSurface } from '../state/surface'
import { showToast } from '../state/toasts'
import { activeAnnotation, passageOf } from './target'

/** Goes to an annotation: the caret is put at its beginning, and it is what keys act on. */
export function activate(annotation: Annotation): void {
  const { surface } = useSurface.getState()
  const passage = passageOf(annotation)
  surface?.placeCaret({ document: passage.document, offset: passage.start })
  surface?.reveal(passage)
  chooseAnnotation(annotation.id)
}

/** Goes to the next or previous annotation from the one that keys act on, or from the caret. */
export function step(direction: 1 | -1): void {
  const found = neighbour(direction)
  if (found) activate(found)
  else showToast(i18n.t('needs.further'))
}

/** The annotation after or before the active one, or the caret, through all texts on the screen. */
function neighbour(direction: 1 | -1): Annotation | null {
  const { surface, caret } = useSurface.getState()
  if (!surface) return null
  const { passages } = currentProject()
  const here = activeAnnotation()
  const document = here?.document ?? caret?.document ?? surface.documents[0]
  const at = document === undefined ? -1 : surface.documents.indexOf(document)
  if (document === undefined || at === -1) return null
  const own = passages[document]
  const rank = here ? (own?.rank(here) ?? 0) : (own?.rankOf(caret?.offset ?? 0) ?? 0)
  const next = direction === -1 ? rank - 1 : here ? rank + 1 : rank
  const found = next < 0 ? undefined : own?.ordered[next]
  if (found) return found
  const others = direction === 1 ? surface.documents.slice(at + 1) : surface.documents.slice(0, at).reverse()
  for (const other of others) {
    const beyond = passages[other]?.ordered.at(direction === 1 ? 0 : -1)
    if (beyond) return beyond
  }
  return null
}
