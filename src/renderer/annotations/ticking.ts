import { createStore } from 'zustand/vanilla'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { ListedAnnotation, NamedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationId } from '../../shared/model/ids'
import { call } from '../state/bridge'

interface TickedNow {
  readonly ids: ReadonlySet<AnnotationId>
  /** What a filter lets through, also on pages that nobody has seen yet: asked for once all of it is ticked. */
  readonly names: { readonly query: string; readonly all: readonly NamedAnnotation[] } | null
}

const none: TickedNow = { ids: new Set(), names: null }

/** Which annotations of a list are ticked. What was wished last holds, however late the answer to an older wish comes. */
export class Ticking {
  readonly store = createStore<TickedNow>(() => none)
  /** Counts what was wished of all; an answer to an older wish is dropped. */
  private wishes = 0
  private query = ''

  /** The filter as it is now. Ticks stay: what the filter does not let through is not among the chosen. */
  show(query: string): void {
    if (query !== this.query) this.wishes++
    this.query = query
  }

  toggle(id: AnnotationId): void {
    this.store.setState(({ ids }) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      return { ids: next }
    })
  }

  clear(): void {
    this.wishes++
    this.store.setState(none)
  }

  /** Ticks all that the filter lets through, on whatever page; or none. */
  async setAll(on: boolean): Promise<void> {
    if (!on) return this.clear()
    const { query } = this
    const own = ++this.wishes
    const answer = await call('annotations.names', JSON.parse(query) as AnnotationQuery)
    if (own !== this.wishes || !answer.ok) return
    const all = answer.value
    this.store.setState({ ids: new Set(all.map(({ id }) => id)), names: { query, all } })
  }

  /** Asks again what the filter lets through, where something is ticked of which only its name is known. */
  async refresh(): Promise<void> {
    const { query } = this
    const { ids, names } = this.store.getState()
    if (names === null || ids.size === 0) return
    const answer = await call('annotations.names', JSON.parse(query) as AnnotationQuery)
    // Cleared or filtered otherwise while it was asked.
    if (query !== this.query || this.store.getState().names === null || !answer.ok) return
    this.store.setState({ names: { query, all: answer.value } })
  }

  /** Those that are ticked and that the filter lets through, with what they carry now; `rows` are those that are shown. */
  chosen(rows: readonly ListedAnnotation[] | null): readonly NamedAnnotation[] {
    const { ids, names } = this.store.getState()
    const named = names?.query === this.query ? names.all : []
    const known = new Map<AnnotationId, NamedAnnotation>(named.map((each) => [each.id, each]))
    for (const { annotation } of rows ?? []) known.set(annotation.id, annotation)
    return [...ids].flatMap((id) => known.get(id) ?? [])
  }
}
