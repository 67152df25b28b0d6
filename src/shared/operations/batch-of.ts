import type { Batch, BatchLabel, SimpleOperation } from './operation'

/** Operations as one change; null where there are none. */
export function batchOf(label: BatchLabel, operations: readonly SimpleOperation[]): Batch | null {
  return operations.length === 0 ? null : { type: 'batch', label, operations: [...operations] }
}
