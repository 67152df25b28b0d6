import { create } from 'zustand'
import type { AnnotationQuery } from '../../../shared/ipc/annotation-query'
import type { AnnotationId, DocumentId, MemoId, ThemeId, WorkId } from '../../../shared/model/ids'

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
  | { readonly name: 'themes'; readonly theme?: ThemeId }
  | { readonly name: 'memos'; readonly memo?: MemoId }
  | { readonly name: 'search'; readonly query: string }

export type PlaceName = Place['name']

interface Places {
  readonly place: Place
  readonly past: readonly Place[]
  readonly future: readonly Place[]
}

const most = 100

export const usePlaces = create<Places>(() => ({ place: { name: 'library' }, past: [], future: [] }))

/** What a view says of where in it one is, so that Back leads there and not to where one came in. */
let whereNow: (place: Place) => Place = (place) => place

export function reportWhere(report: (place: Place) => Place): () => void {
  whereNow = report
  return () => {
    if (whereNow === report) whereNow = (place) => place
  }
}

export function go(place: Place): void {
  usePlaces.setState(({ place: before, past }) => ({
    place,
    past: [...past, whereNow(before)].slice(-most),
    future: []
  }))
}

export function goBack(): void {
  usePlaces.setState(({ place, past, future }) => {
    const before = past.at(-1)
    return before
      ? { place: before, past: past.slice(0, -1), future: [...future, whereNow(place)].slice(-most) }
      : {}
  })
}

export function goForward(): void {
  usePlaces.setState(({ place, past, future }) => {
    const next = future.at(-1)
    return next
      ? { place: next, past: [...past, whereNow(place)].slice(-most), future: future.slice(0, -1) }
      : {}
  })
}

/** Forgets the way here: another project was opened. */
export function goHome(): void {
  usePlaces.setState({ place: { name: 'library' }, past: [], future: [] })
}
