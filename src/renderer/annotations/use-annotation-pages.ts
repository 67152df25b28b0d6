import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AnnotationArrangement } from '../../shared/ipc/annotation-view'
import type { ListedAnnotation, NamedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationId } from '../../shared/model/ids'
import { useProject } from '../state/project'
import { useAsked } from '../state/use-answer'
import { loadPages } from './load-pages'
import { Ticking } from './ticking'

const pageSize = 300

export interface AnnotationPages {
  /** Null until the first page is there. */
  readonly rows: readonly ListedAnnotation[] | null
  readonly total: number
  /** Whether some rows are not there yet. */
  readonly hasMore: boolean
  readonly more: () => void
}

/** The annotations that a filter lets through, page by page, as they are after each change. */
export function useAnnotationPages(query: string, arrangement: AnnotationArrangement): AnnotationPages {
  const changes = useProject((project) => project.changes)
  const [wanted, setWanted] = useState(pageSize)
  const key = JSON.stringify([query, arrangement, wanted])
  const { latest: page } = useAsked(key, (signal) => loadPages(query, arrangement, wanted, signal), {
    again: changes
  })
  const more = useCallback(() => setWanted((before) => before + pageSize), [])
  const rows = page?.annotations ?? null
  return { rows, total: page?.total ?? 0, hasMore: rows !== null && (page?.rows ?? 0) > rows.length, more }
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
