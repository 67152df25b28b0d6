import { create } from 'zustand'
import type { AnnotationQuery } from '../../../shared/ipc/contract'
import type { AnnotationId, DocumentId, WorkId } from '../../../shared/model/ids'

/** Where the reader is. `at` is a UTF-16 offset to go to. */
export type Place =
  | { readonly name: 'library' }
  | {
      readonly name: 'reader'
      readonly document: DocumentId
      readonly at?: number
      readonly end?: number
      readonly annotation?: AnnotationId
    }
  | { readonly name: 'compare'; readonly work: WorkId; readonly base?: DocumentId }
  | { readonly name: 'annotations'; readonly filter: AnnotationQuery }
  | { readonly name: 'themes' }
  | { readonly name: 'search'; readonly query: string }

export type PlaceName = Place['name']

interface Places {
  readonly place: Place
  readonly past: readonly Place[]
}

export const usePlaces = create<Places>(() => ({ place: { name: 'library' }, past: [] }))

export function go(place: Place): void {
  usePlaces.setState(({ place: before, past }) => ({ place, past: [...past.slice(-49), before] }))
}

export function goBack(): void {
  usePlaces.setState(({ place, past }) => ({ place: past.at(-1) ?? place, past: past.slice(0, -1) }))
}

/** Forgets the way here: another project was opened. */
export function goHome(): void {
  usePlaces.setState({ place: { name: 'library' }, past: [] })
}
