import { create } from 'zustand'
import type { DocumentId } from '../../../shared/model/ids'
import type { Span } from '../../../shared/model/offsets'
import type { AppError } from '../../../shared/model/result'
import { type Pattern, plainPattern } from '../../../shared/search/find-in-text'
import { call } from './bridge'
import { useSurface } from './surface'

interface Finding {
  readonly open: boolean
  readonly pattern: Pattern
  readonly found: readonly Span[]
  /** The text in which they were found. */
  readonly document: DocumentId | null
  /** The match one is at; -1 where none is. */
  readonly at: number
  readonly problem: AppError | null
  /** Counts the times it was opened: the field takes the focus again each time. */
  readonly asked: number
}

/** The search within the text that is shown. */
export const useFinding = create<Finding>(() => ({
  open: false,
  pattern: { query: '', ...plainPattern },
  found: [],
  document: null,
  at: -1,
  problem: null,
  asked: 0
}))

/** Counts the questions: an answer to an older one is dropped. */
let run = 0

export function openFind(): void {
  useFinding.setState(({ asked }) => ({ open: true, asked: asked + 1 }))
}

/**
 * Closes the search. The match one is at stays selected, unless the focus is in the text already: then what is selected
 * there stays as it is.
 */
export function closeFind(): void {
  const { found, at, document } = useFinding.getState()
  const match = found[at]
  run++
  useFinding.setState({ open: false, found: [], at: -1, problem: null })
  const { surface } = useSurface.getState()
  const inText = surface?.hasFocus() ?? false
  surface?.focus()
  if (match && document && !inText) surface?.select({ document, ...match })
}

/** Looks for a pattern; answers that come after a later question are dropped. The first is the one at or after the selection, or the caret. */
export async function find(document: DocumentId, pattern: Pattern): Promise<void> {
  const own = ++run
  useFinding.setState({ pattern })
  if (pattern.query.trim() === '') return useFinding.setState({ found: [], at: -1, problem: null })
  const answer = await call('document.find', { document, pattern })
  if (own !== run) return
  if (!answer.ok) return useFinding.setState({ found: [], at: -1, problem: answer.error })
  const found = answer.value
  const { selection, caret } = useSurface.getState()
  const from = selection?.start ?? caret?.offset ?? 0
  const next = found.findIndex(({ start }) => start >= from)
  useFinding.setState({ found, document, problem: null, at: found.length === 0 ? -1 : Math.max(0, next) })
}

export function nextMatch(direction: 1 | -1): void {
  useFinding.setState(({ found, at }) =>
    found.length === 0 ? {} : { at: (at + direction + found.length) % found.length }
  )
}
