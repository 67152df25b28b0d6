import { create } from 'zustand'
import { type CodingUnit, unitFrom, unitUntil } from '../../shared/coding/units'
import type { Span } from '../../shared/model/offsets'
import { currentProject } from '../state/project'
import { type Passage, useSurface } from '../state/surface'

/** The coding mode: the unit that is marked and coded with one key; null while one reads. */
export const useCodingMode = create<{ readonly unit: CodingUnit | null }>(() => ({ unit: null }))

export function isCoding(): boolean {
  return useCodingMode.getState().unit !== null
}

/** Begins to code sentence by sentence (or by paragraphs) from the caret on, or ends it. */
export function toggleCoding(): void {
  if (isCoding()) leaveCoding()
  else codeBy('sentence')
}

export function leaveCoding(): void {
  useCodingMode.setState({ unit: null })
  useSurface.getState().surface?.clear()
}

export function codeBy(unit: CodingUnit): void {
  useCodingMode.setState({ unit })
  const { selection, caret, surface } = useSurface.getState()
  const document = selection?.document ?? caret?.document ?? surface?.documents[0]
  if (document === undefined) return
  const walk = currentProject().texts[document]
  const from = selection?.start ?? caret?.offset ?? 0
  // The unit that holds the caret, not the one after it.
  const passed = new Set(currentProject().state.documents[document]?.furniture)
  const before = walk && unitUntil(walk, from, unit, passed)?.end
  const here = walk && (unitFrom(walk, before ?? 0, unit, passed) ?? unitFrom(walk, 0, unit, passed))
  if (here) show(document, here)
}

/** Marks the next unit after a passage that has been coded. Does nothing where one is not coding. */
export function goOn(after: Passage): void {
  move(after, 1)
}

/** Goes one unit on or back without coding. */
export function skip(direction: 1 | -1): void {
  const { selection, caret } = useSurface.getState()
  const from =
    selection ?? (caret ? { document: caret.document, start: caret.offset, end: caret.offset } : null)
  if (from) move(from as Passage, direction)
}

function move({ document, start, end }: Passage, direction: 1 | -1): void {
  const { unit } = useCodingMode.getState()
  const { texts, state } = currentProject()
  const walk = texts[document]
  if (unit === null || !walk) return
  const passed = new Set(state.documents[document]?.furniture)
  const next = direction === 1 ? unitFrom(walk, end, unit, passed) : unitUntil(walk, start, unit, passed)
  if (next) show(document, next)
}

function show(document: Passage['document'], unit: Span): void {
  const { surface } = useSurface.getState()
  const passage = { document, ...unit }
  surface?.select(passage)
  surface?.reveal(passage)
}
