import { withChange } from '../../shared/alignment/row-change'
import type { ComparedRows } from '../../shared/ipc/compare-answers'

/**
 * The rows that a window has with what an answer says of them; null where it is about rows that are not here, so that all
 * of them have to be asked for. Rows that stay are the same objects.
 */
export function mergedRows(before: ComparedRows | null, answer: ComparedRows): ComparedRows | null {
  if (before?.id === answer.id) return before
  if (answer.since === null) return answer
  if (before?.id !== answer.since.id) return null
  return { ...answer, rows: withChange(before.rows, answer.since, answer.rows) }
}
