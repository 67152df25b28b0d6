import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AnnotationArrangement } from '../../shared/ipc/annotation-view'
import type { ListedAnnotation, NamedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationId } from '../../shared/model/ids'
import { useProject } from '../state/project'
import { useAsked } from '../state/use-answer'
import { loadFirst, loadPages } from './load-pages'
import { Ticking } from './ticking'

const pageSize = 300

export interface AnnotationPages {
  /** Null until the first are there. */
  readonly rows: readonly ListedAnnotation[] | null
  /** How many there are in all; null until they are counted. */
  readonly total: number | null
  /** Whether some rows are not there yet. */
  readonly hasMore: boolean
  readonly more: () => void
}

/** The annotations that a filter lets through, page by page, as they are after each change. */
export function useAnnotationPages(query: string, arrangement: AnnotationArrangement): AnnotationPages {
  const changes = useProject((project) => project.changes)
  const [wanted, setWanted] = useState(pageSize)
  const asked = JSON.stringify([query, arrangement])
  // A window has its first rows soon, however many there are: all of them are counted then.
  const [askedFirst] = useState(asked)
  const first = useAsked(askedFirst, (signal) => loadFirst(query, arrangement, signal))
  const key = first.latest || first.error ? `${asked} ${wanted}` : null
  const { latest: page } = useAsked(key, (signal) => loadPages(query, arrangement, wanted, signal), {
    again: changes
  })
  const more = useCallback(() => setWanted((before) => before + pageSize), [])
  const rows = page?.annotations ?? (asked === askedFirst ? first.latest : null)
  const hasMore = page !== null && (page.rows ?? 0) > page.annotations.length
  return { rows, total: page?.total ?? null, hasMore, more }
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
  const [ticking] = useState(() => new Ticking())
  ticking.show(query)
  const { ids, names } = useStore(ticking.store)
  /** Whether something is ticked that only its name is known of. */
  const beyond = names !== null && ids.size > 0
  useEffect(() => {
    if (beyond && changes >= 0 && query !== '') void ticking.refresh()
  }, [ticking, beyond, query, changes])
  return {
    ids,
    chosen: ticking.chosen(rows),
    toggle: (id) => ticking.toggle(id),
    setAll: (on) => void ticking.setAll(on),
    clear: () => ticking.clear()
  }
}
