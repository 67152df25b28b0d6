import type { BatchLabel, Operation, SimpleOperation } from './operation'

/** What an operation is called in the catalogue. */
export type OperationName = SimpleOperation['type'] | BatchLabel

export function operationName(operation: Operation): OperationName {
  return operation.type === 'batch' ? operation.label : operation.type
}
