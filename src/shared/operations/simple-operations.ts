import type { Operation, SimpleOperation } from './operation'

/** The operations of a batch in order, or the one operation itself. */
export function simpleOperations(operation: Operation): readonly SimpleOperation[] {
  return operation.type === 'batch' ? operation.operations : [operation]
}
