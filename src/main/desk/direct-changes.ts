import type { SimpleOperation } from '../../shared/operations/operation'

/**
 * Whether a window may make a change just as it says. Not where it puts a whole list, or a whole text, in the place of
 * one that others may have changed meanwhile: there are requests for these (see `Edit`), which say what comes and goes.
 */
export function isDirect(operation: SimpleOperation): boolean {
  switch (operation.type) {
    case 'project.create':
    case 'codebook.replace':
    case 'work.update':
    case 'document.furnish':
    case 'document.revise':
    case 'alignment.set':
      return false
    case 'group.update':
      return operation.patch.themes === undefined
    case 'document.update':
      return operation.patch.works === undefined
    default:
      return true
  }
}
