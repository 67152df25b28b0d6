import { create } from 'zustand'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { ExportSource } from '../../shared/ipc/export-request'
import type {
  AnnotationId,
  DocumentId,
  FormulaId,
  MemoId,
  RenderingId,
  ThemeId,
  WorkId
} from '../../shared/model/ids'

/** Where the reader is. `at` is a UTF-16 offset to go to. */
export type Route =
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
  /** `words` are looked for as they are written; without them what stood there last is shown. */
  | {
      readonly name: 'concordance'
      readonly words?: string
      /** In the query language. */
      readonly query?: string
      readonly isBack?: boolean
    }
  /** Checking the quotations of a manuscript; which one stands in the window's own state. */
  | { readonly name: 'quotations' }
  /** The register of formulae, opened at one of them; without it what was open there last. */
  | { readonly name: 'formulae'; readonly formula?: FormulaId; readonly rendering?: RenderingId }
  /** What stands in several texts, opened at a passage by its number; without it what was open there last. */
  | { readonly name: 'recycled'; readonly passage?: number }
  /** What is exported, and what else is offered from where one came. */
  | { readonly name: 'export'; readonly source: ExportSource; readonly sources: readonly ExportSource[] }

export type RouteName = Route['name']

interface Navigation {
  readonly place: Route
  readonly past: readonly Route[]
  readonly future: readonly Route[]
}

const most = 100

export const useNavigation = create<Navigation>(() => ({ place: { name: 'library' }, past: [], future: [] }))

/** What a view says of where in it one is, so that Back leads there and not to where one came in. */
let whereNow: (place: Route) => Route = (place) => place

export function reportRoute(report: (place: Route) => Route): () => void {
  whereNow = report
  return () => {
    if (whereNow === report) whereNow = (place) => place
  }
}

export function navigate(place: Route): void {
  useNavigation.setState(({ place: before, past }) => ({
    place,
    past: [...past, whereNow(before)].slice(-most),
    future: []
  }))
}

export function navigateBack(): void {
  useNavigation.setState(({ place, past, future }) => {
    const before = past.at(-1)
    return before
      ? { place: before, past: past.slice(0, -1), future: [...future, whereNow(place)].slice(-most) }
      : {}
  })
}

export function navigateForward(): void {
  useNavigation.setState(({ place, past, future }) => {
    const next = future.at(-1)
    return next
      ? { place: next, past: [...past, whereNow(place)].slice(-most), future: future.slice(0, -1) }
      : {}
  })
}

/** Forgets the way here: another project was opened. */
export function navigateHome(): void {
  useNavigation.setState({ place: { name: 'library' }, past: [], future: [] })
}
