import type { BatchLabel, Operation, SimpleOperation } from './operation'

/** What an operation is called in the catalogue. */
export type OperationName = SimpleOperation['type'] | BatchLabel

export function operationName(operation: Operation): OperationName {
  if (operation.type !== 'batch') return operation.type
  // A highlight whose theme was made with it is a highlight first of all.
  const highlights =
    operation.label === 'recode' && operation.operations.some((each) => each.type === 'annotation.add')
  return highlights ? 'annotation.add' : operation.label
}
