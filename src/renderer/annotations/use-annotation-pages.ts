import { useCallback, useEffect, useState } from 'react'
import type { AnnotationPage, ListedAnnotation, NamedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationQuery } from '../../shared/ipc/contract'
import type { AnnotationId } from '../../shared/model/ids'
import { call, openJob } from '../app/api/bridge'
import { useProject } from '../app/api/project'

const pageSize = 300
/** No answer holds more: the main process refuses to give more at once. */
const mostAtOnce = 2000

export interface AnnotationPages {
  /** Null until the first page is there. */
  readonly rows: readonly ListedAnnotation[] | null
  readonly total: number
  readonly more: () => void
}

/** The annotations that a filter lets through, page by page, as they are after each change. */
export function useAnnotationPages(query: string): AnnotationPages {
  const changes = useProject((project) => project.changes)
  const [wanted, setWanted] = useState(pageSize)
  const [page, setPage] = useState<AnnotationPage | null>(null)
  useEffect(() => {
    let current = changes >= 0
    let cancel = () => {}
    const load = async () => {
      const filter = JSON.parse(query) as AnnotationQuery
      const annotations: ListedAnnotation[] = []
      let total = 0
      do {
        const from = annotations.length
        const most = Math.min(wanted - from, mostAtOnce)
        const job = openJob('annotations.list', { filter, from, most, counted: true })
        cancel = job.cancel
        const answer = await job.answer
        if (!current || !answer.ok) return
        annotations.push(...answer.value.annotations)
        total = answer.value.total ?? 0
      } while (annotations.length < Math.min(wanted, total))
      setPage({ annotations, total })
    }
    void load()
    return () => {
      current = false
      cancel()
    }
  }, [query, changes, wanted])
  const more = useCallback(() => setWanted((before) => before + pageSize), [])
  return { rows: page?.annotations ?? null, total: page?.total ?? 0, more }
}

export interface Ticked {
  readonly ids: ReadonlySet<AnnotationId>
  /** Those that are ticked and that the filter still lets through, with what they carry now. */
  readonly chosen: readonly NamedAnnotation[]
  readonly toggle: (id: AnnotationId) => void
  readonly setAll: (on: boolean) => void
  readonly clear: () => void
}

/** Which annotations are ticked; also those that no page has shown yet, once all of them are. */
export function useTicked(query: string, rows: readonly ListedAnnotation[] | null): Ticked {
  const changes = useProject((project) => project.changes)
  const [ids, setIds] = useState<ReadonlySet<AnnotationId>>(new Set())
  const [names, setNames] = useState<readonly NamedAnnotation[]>([])
  const known = new Map<AnnotationId, NamedAnnotation>(names.map((each) => [each.id, each]))
  for (const { annotation } of rows ?? []) known.set(annotation.id, annotation)
  /** Whether something is ticked that only its name is known of. */
  const beyond = names.length > 0 && ids.size > 0
  useEffect(() => {
    if (!beyond || changes < 0) return
    let current = true
    void call('annotations.names', JSON.parse(query) as AnnotationQuery).then((answer) => {
      if (current && answer.ok) setNames(answer.value)
    })
    return () => {
      current = false
    }
  }, [beyond, query, changes])
  const clear = () => {
    setIds(new Set())
    setNames([])
  }
  const setAll = (on: boolean) => {
    if (!on) return clear()
    void call('annotations.names', JSON.parse(query) as AnnotationQuery).then((answer) => {
      if (!answer.ok) return
      setNames(answer.value)
      setIds(new Set(answer.value.map(({ id }) => id)))
    })
  }
  const toggle = (id: AnnotationId) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  const chosen = [...ids].flatMap((id) => known.get(id) ?? [])
  return { ids, chosen, toggle, setAll, clear }
}
