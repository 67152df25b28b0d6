import type { VariorumDocument } from '../../shared/model/document'
import { keyLabel } from '../state/commands'
import { i18n } from '../state/i18n'
import { currentProject } from '../state/project'
import { useSurface } from '../state/surface'
import { annotationsAtCaret, currentTarget } from './target'

/** What keys lack to act on, each in words for the person who pressed one; null where there is what they need. */

export function needsSelection(): string | null {
  return currentTarget().kind === 'selection' ? null : i18n.t('needs.selection')
}

export function needsTarget(): string | null {
  return currentTarget().kind === 'nothing' ? i18n.t('needs.target') : null
}

export function needsAnnotation(): string | null {
  switch (currentTarget().kind) {
    case 'annotation':
      return null
    case 'selection':
      return i18n.t('needs.clearSelection', { key: keyLabel('Escape') })
    case 'nothing':
      return i18n.t(annotationsAtCaret().length > 0 ? 'needs.chosen' : 'needs.highlight')
  }
}

/** A selection, an annotation, or a caret about which a sentence can be taken. */
export function needsPlace(): string | null {
  return currentTarget().kind === 'nothing' && useSurface.getState().caret === null
    ? i18n.t('needs.caret')
    : null
}

/** A text that has other versions. It comes before everything else: without them nothing is to be selected. */
export function needsVersions(): string | null {
  const { caret, surface } = useSurface.getState()
  const id = caret?.document ?? surface?.documents[0]
  const { documents } = currentProject().state
  const own = id === undefined ? undefined : documents[id]
  const isVersion = Object.values<VariorumDocument>(documents).some(
    (each) => each.id !== own?.id && each.works.some((work) => own?.works.includes(work))
  )
  return isVersion ? null : i18n.t('needs.versions')
}
