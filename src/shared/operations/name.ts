import type { BatchLabel, Operation, SimpleOperation } from './operation'

/** What an operation is called in the catalogue. Of a highlight it says what was changed: its memo, its marks, its ends. */
export type OperationName =
  | SimpleOperation['type']
  | BatchLabel
  | 'annotation.memo'
  | 'annotation.quality'
  | 'annotation.selector'

export function operationName(operation: Operation): OperationName {
  if (operation.type === 'annotation.update') {
    const { patch } = operation
    const [field, ...more] = (['memo', 'quality', 'selector'] as const).filter((each) => each in patch)
    return field && more.length === 0 ? `annotation.${field}` : operation.type
  }
  if (operation.type !== 'batch') return operation.type
  // A highlight whose theme was made with it is a highlight first of all.
  const highlights =
    operation.label === 'recode' && operation.operations.some((each) => each.type === 'annotation.add')
  return highlights ? 'annotation.add' : operation.label
}
