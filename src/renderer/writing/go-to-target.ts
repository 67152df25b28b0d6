import type { LinkTarget } from '../../shared/memos/links'
import { navigate, type Route } from '../state/navigation'
import { currentProject } from '../state/project'

/** Follows a link of a memo. */
export function goToTarget(target: LinkTarget): void {
  navigate(placeOf(target))
}

function placeOf(target: LinkTarget): Route {
  switch (target.kind) {
    case 'passage':
      return { name: 'reader', document: target.document, annotation: target.id }
    case 'document':
      return { name: 'reader', document: target.id }
    case 'theme':
      return { name: 'themes', theme: target.id }
    case 'formula':
      return { name: 'concordance', words: target.phrase }
  }
}

/** What a link says now: the theme's or text's present name; what was written where that cannot be known. */
export function labelOf(
  target: LinkTarget,
  written: string
): { readonly label: string; readonly gone: boolean } {
  const { themes, documents } = currentProject().state
  if (target.kind === 'theme') return { label: themes[target.id]?.name ?? written, gone: !themes[target.id] }
  if (target.kind === 'document')
    return { label: documents[target.id]?.title ?? written, gone: !documents[target.id] }
  return { label: written, gone: target.kind === 'passage' && !documents[target.document] }
}
