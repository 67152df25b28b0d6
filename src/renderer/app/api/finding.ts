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
  at: -1,
  problem: null,
  asked: 0
}))

export function openFind(): void {
  useFinding.setState(({ asked }) => ({ open: true, asked: asked + 1 }))
}

export function closeFind(): void {
  useFinding.setState({ open: false, found: [], at: -1, problem: null })
  useSurface.getState().surface?.focus()
}

let run = 0

/** Looks for a pattern; answers that come after a later question are dropped. The match after the caret is the first. */
export async function find(document: DocumentId, pattern: Pattern): Promise<void> {
  const own = ++run
  useFinding.setState({ pattern })
  if (pattern.query.trim() === '') return useFinding.setState({ found: [], at: -1, problem: null })
  const answer = await call('document.find', { document, pattern })
  if (own !== run) return
  if (!answer.ok) return useFinding.setState({ found: [], at: -1, problem: answer.error })
  const found = answer.value
  const from = useSurface.getState().caret?.offset ?? 0
  const next = found.findIndex(({ start }) => start >= from)
  useFinding.setState({ found, problem: null, at: found.length === 0 ? -1 : Math.max(0, next) })
}

export function nextMatch(direction: 1 | -1): void {
  useFinding.setState(({ found, at }) =>
    found.length === 0 ? {} : { at: (at + direction + found.length) % found.length }
  )
}
