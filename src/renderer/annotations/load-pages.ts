import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import { type AnnotationArrangement, isArranged } from '../../shared/ipc/annotation-view'
import type { AnnotationPage, ListedAnnotation } from '../../shared/ipc/answers'
import { ok, type Result } from '../../shared/model/result'
import { callUntil } from '../state/call-until'

/** So many rows are more than a window shows: they come before all are counted, and before more are drawn. */
const firstRows = 40

/** The first rows of what a filter lets through, as they are arranged, without counting the others. */
export async function loadFirst(
  query: string,
  arrangement: AnnotationArrangement,
  signal: AbortSignal
): Promise<Result<readonly ListedAnnotation[]>> {
  const filter = JSON.parse(query) as AnnotationQuery
  // In another order than that of the texts the first are known once all are.
  const counted = isArranged(arrangement)
  const asked = { filter, from: 0, most: firstRows, counted, arrangement, context: true }
  const answer = await callUntil(signal, 'annotations.list', asked)
  return answer.ok ? ok(answer.value.annotations) : answer
}

/** No answer holds more: the main process refuses to give more at once. */
const mostAtOnce = 2000

/** Asks for the first `wanted` rows of what a filter lets through, as they are arranged, in as many parts as it takes. */
export async function loadPages(
  query: string,
  arrangement: AnnotationArrangement,
  wanted: number,
  signal: AbortSignal
): Promise<Result<AnnotationPage>> {
  const filter = JSON.parse(query) as AnnotationQuery
  const annotations: ListedAnnotation[] = []
  let total = 0
  let rows = 0
  do {
    const from = annotations.length
    const most = Math.min(wanted - from, mostAtOnce)
    const asked = { filter, from, most, counted: true, arrangement, context: true }
    const answer = await callUntil(signal, 'annotations.list', asked)
    if (!answer.ok) return answer
    annotations.push(...answer.value.annotations)
    total = answer.value.total ?? 0
    rows = answer.value.rows ?? 0
    // Fewer than were counted: something went meanwhile, and the list is asked for again.
    if (answer.value.annotations.length === 0) break
  } while (annotations.length < Math.min(wanted, rows))
  return ok({ annotations, total, rows })
}
