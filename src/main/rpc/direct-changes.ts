import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { ProjectState } from '../../shared/model/state'
import type { SimpleOperation } from '../../shared/operations/operation'

/**
 * Whether a window may make a change just as it says. Not where it puts a whole list, or a whole text, in the place of
 * one that others may have changed meanwhile, or counts what they may be moving: there are requests for these (see
 * `Edit`), which say what comes and goes, and between which neighbours.
 */
export function isDirect(operation: SimpleOperation): boolean {
  switch (operation.type) {
    case 'project.create':
    case 'theme.move':
    case 'codebook.replace':
    case 'work.update':
    case 'document.furnish':
    case 'document.revise':
    case 'alignment.set':
      return false
    case 'formula.update': {
      // A whole list may take the place only of the list that was seen.
      const { patch, expected } = operation
      return (['forms', 'members', 'links'] as const).every(
        (list) => patch[list] === undefined || expected?.[list] !== undefined
      )
    }
    case 'group.update':
      return operation.patch.themes === undefined
    case 'document.update':
      return operation.patch.works === undefined
    default:
      return true
  }
}

/** The text that a highlight is put on in a state which is no longer the present one: it would be an orphan at once. */
export function outdatedText(
  { documents }: ProjectState,
  operations: readonly SimpleOperation[]
): VariorumDocument | null {
  for (const each of operations) {
    const placed =
      each.type === 'annotation.add'
        ? { document: each.annotation.document, selector: each.annotation.selector }
        : each.type === 'annotation.update'
          ? { document: each.document, selector: each.patch.selector }
          : null
    const document = placed && documents.get(placed.document)
    if (document && placed.selector && placed.selector.revision !== currentText(document)) return document
  }
  return null
}
