import type { DocumentId } from '../model/ids'
import type { Operation, SimpleOperation } from './operation'

/**
 * The part of an operation that a window needs which shows the annotations of some documents only,
 * and no alignments. Null where nothing of it concerns the window.
 */
export function sliceOperation(operation: Operation, shows: (id: DocumentId) => boolean): Operation | null {
  if (operation.type !== 'batch') return concerns(operation, shows) ? operation : null
  const operations = operation.operations.filter((each) => concerns(each, shows))
  return operations.length === 0 ? null : { ...operation, operations }
}

function concerns(op: SimpleOperation, shows: (id: DocumentId) => boolean): boolean {
  switch (op.type) {
    case 'annotation.add':
      return shows(op.annotation.document)
    case 'annotation.update':
    case 'annotation.remove':
      return shows(op.document)
    case 'alignment.set':
    case 'alignment.remove':
      return false
    default:
      return true
  }
}
