import type { DocumentId, WorkId } from '../model/ids'
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
    case 'coding.add':
    case 'coding.remove':
      return shows(op.document)
    case 'alignment.set':
    case 'alignment.remove':
      return false
    default:
      return true
  }
}

/** The works of which an operation changes an alignment. */
export function realignedWorks(operation: Operation): WorkId[] {
  const all = operation.type === 'batch' ? operation.operations : [operation]
  const works = all.flatMap((each) => {
    if (each.type === 'alignment.set') return [each.alignment.work]
    return each.type === 'alignment.remove' ? [each.work] : []
  })
  return [...new Set(works)]
}
