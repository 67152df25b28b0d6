import type { DocumentId } from './ids'

/** The key of an alignment within its work: the two documents, the smaller id first. */
export function alignmentKey(a: DocumentId, b: DocumentId): string {
  return a < b ? `${a}--${b}` : `${b}--${a}`
}
