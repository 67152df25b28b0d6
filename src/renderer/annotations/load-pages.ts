import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { AnnotationPage, ListedAnnotation } from '../../shared/ipc/answers'
import { openJob } from '../state/bridge'

/** No answer holds more: the main process refuses to give more at once. */
const mostAtOnce = 2000

/**
 * Asks for the first `wanted` annotations that a filter lets through, in as many parts as it takes. Null where it was
 * cancelled or could not be answered.
 */
export function loadPages(query: string, wanted: number) {
  let isCancelled = false
  let cancel = () => {}
  const load = async (): Promise<AnnotationPage | null> => {
    const filter = JSON.parse(query) as AnnotationQuery
    const annotations: ListedAnnotation[] = []
    let total = 0
    do {
      const from = annotations.length
      const most = Math.min(wanted - from, mostAtOnce)
      const job = openJob('annotations.list', { filter, from, most, counted: true })
      cancel = job.cancel
      const answer = await job.answer
      if (isCancelled || !answer.ok) return null
      annotations.push(...answer.value.annotations)
      total = answer.value.total ?? 0
    } while (annotations.length < Math.min(wanted, total))
    return { annotations, total }
  }
  return {
    page: load(),
    cancel: () => {
      isCancelled = true
      cancel()
    }
  }
}
