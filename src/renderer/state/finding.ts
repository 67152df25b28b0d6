import { create } from 'zustand'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import type { AppError } from '../../shared/model/result'
import { plainPattern } from '../../shared/search/find-in-text'
import type { Pattern } from '../../shared/search/pattern'
import { call } from './bridge'
import { Debounce } from './debounce'
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

/** While one types the text is searched once in so many milliseconds. */
const debounceMs = 80

/** Counts the questions: an answer to an older one is dropped. */
let run = 0
const due = new Debounce(() => {
  const { document, pattern } = useFinding.getState()
  if (document) void find(document, pattern)
}, debounceMs)
/** A question is open: what is shown is not what was asked for last. */
let asking = false
/** How many matches to go on by, once the answer is there: keys come faster than answers. */
let owed = 0

export function openFind(): void {
  useFinding.setState(({ asked }) => ({ open: true, asked: asked + 1 }))
}

/**
 * Closes the search. The match one is at stays selected, unless the focus is in the text already: then what is selected
 * there stays as it is. It is done when the match of what was typed last is known.
 */
export async function closeFind(): Promise<void> {
  const { found, at, document, pattern } = useFinding.getState()
  const { surface, selection, caret } = useSurface.getState()
  const late = asking
  const steps = owed
  forgetQuestions()
  useFinding.setState({ open: false, found: [], at: -1, problem: null })
  const inText = surface?.hasFocus() ?? false
  surface?.focus()
  if (inText || !document) return
  if (!late) return select(found[at])
  const answer = await call('document.find', { document, pattern })
  const now = useSurface.getState()
  if (answer.ok && now.selection === selection && now.caret === caret)
    select(answer.value[firstMatch(answer.value, steps)])

  function select(match: Span | undefined): void {
    if (match && document) surface?.select({ document, ...match })
  }
}

/** Looks for a pattern as soon as the typing pauses. */
export function findSoon(document: DocumentId, pattern: Pattern): void {
  useFinding.setState({ pattern, document })
  asking = true
  // What is still under way answers an older question: it may not end this one.
  run++
  due.touch()
}

/** Looks for a pattern at once. The first match is the one at or after the selection, or the caret. */
export async function find(document: DocumentId, pattern: Pattern): Promise<void> {
  due.cancel()
  const own = ++run
  asking = true
  useFinding.setState({ pattern, document })
  const answer = pattern.query.trim() === '' ? null : await call('document.find', { document, pattern })
  if (own !== run) return
  const steps = owed
  forgetQuestions()
  if (!answer?.ok) return useFinding.setState({ found: [], at: -1, problem: answer?.error ?? null })
  const found = answer.value
  useFinding.setState({ found, problem: null, at: firstMatch(found, steps) })
}

function forgetQuestions(): void {
  run++
  due.cancel()
  asking = false
  owed = 0
}

/** The match to begin with, gone on from by some steps; -1 where there is none. */
function firstMatch(found: readonly Span[], steps: number): number {
  if (found.length === 0) return -1
  const { selection, caret } = useSurface.getState()
  const from = selection?.start ?? caret?.offset ?? 0
  const first = Math.max(
    0,
    found.findIndex(({ start }) => start >= from)
  )
  return (((first + steps) % found.length) + found.length) % found.length
}

export function nextMatch(direction: 1 | -1): void {
  if (asking) owed += direction
  else
    useFinding.setState(({ found, at }) =>
      found.length === 0 ? {} : { at: (at + direction + found.length) % found.length }
    )
}
