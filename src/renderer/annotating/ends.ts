import { describe } from '../../shared/anchoring/describe'
import { mergePassages, splitPassage } from '../../shared/coding/reshape'
import { expanded, shrunk } from '../../shared/coding/units'
import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { indexAt } from '../../shared/text/canonical'
import { backward, forward, unitAt, type Walkable } from '../../shared/text/motion'
import { i18n } from '../app/api/i18n'
import { change, currentProject } from '../app/api/project'
import { type Passage, useSurface } from '../app/api/surface'
import { showToast } from '../app/api/toasts'
import { inTurn, updateOf } from './actions'
import { activeAnnotation, targetPassage } from './active'

export type End = 'start' | 'end'
export type EndUnit = 'character' | 'word' | 'sentence'

/** Moves an end of the selection, or of the active annotation, by one unit. */
export function moveEnd(end: End, direction: 1 | -1, unit: EndUnit): Promise<void> {
  return inTurn(async () => {
    const passage = targetPassage()
    const walk = passage && currentProject().texts[passage.document]
    if (!passage || !walk) return
    const moved = movedSpan(walk, passage, end, direction, unit)
    if (moved) await setEnds(passage, moved)
  })
}

/** Gives the selection, or the active annotation, other ends. */
export async function setEnds({ document }: Passage, ends: Span): Promise<void> {
  const { selection, surface } = useSurface.getState()
  if (selection) return surface?.select({ document, ...ends })
  const active = activeAnnotation()
  if (!active) return
  const text = currentProject().texts[active.document]?.text ?? ''
  const selector = describe(text, ends, active.selector.revision)
  if (selector && (selector.start !== active.selector.start || selector.end !== active.selector.end))
    await change(updateOf(active, { selector }))
}

function movedSpan(
  walk: Walkable,
  { start, end }: Span,
  which: End,
  direction: 1 | -1,
  unit: EndUnit
): Span | null {
  const move = direction === 1 ? forward : backward
  const to = move(walk, which === 'start' ? start : end, unit)
  // A start that moves on goes to where the next word begins, over spaces and punctuation.
  const from = which === 'start' && direction === 1 && unit !== 'character' ? skipSpace(walk.text, to) : to
  const next = which === 'start' ? span(Math.min(from, walk.text.length), end) : span(start, to)
  return next.start < next.end ? next : null
}

function skipSpace(text: string, from: number): number {
  const rest = /^[\s\p{P}]*/u.exec(text.slice(from, from + 40))
  return from + (rest?.[0].length ?? 0)
}

/** Selects the word, sentence or paragraph at the caret, or at the start of the selection. */
export function selectUnit(unit: 'word' | 'sentence' | 'block'): void {
  const { selection, caret, surface } = useSurface.getState()
  const document = selection?.document ?? caret?.document
  const walk = document && currentProject().texts[document]
  if (!document || !walk) return
  const own = unitAt(walk, selection?.start ?? caret?.offset ?? 0, unit)
  if (own.end > own.start) surface?.select({ document, ...own })
}

/** What was selected before each expansion, for shrinking to go back. */
let expansions: { readonly to: Span; readonly from: Span }[] = []

export function resize(direction: 1 | -1): void {
  const { selection, caret, surface } = useSurface.getState()
  const document = selection?.document ?? caret?.document
  const walk = document && currentProject().texts[document]
  if (!document || !walk) return
  const now = selection ?? span(caret?.offset ?? 0, caret?.offset ?? 0)
  if (direction === 1) {
    const to = expanded(walk, now)
    expansions = [...expansions.slice(-9), { to, from: now }]
    surface?.select({ document, ...to })
    return
  }
  const last = expansions.at(-1)
  const known =
    last && last.to.start === now.start && last.to.end === now.end && last.from.end > last.from.start
  expansions = known ? expansions.slice(0, -1) : []
  surface?.select({ document, ...(known ? last.from : shrunk(walk, now)) })
}

/** Cuts the active annotation in two at the caret. */
export async function splitHere(): Promise<void> {
  const active = activeAnnotation()
  const { caret } = useSurface.getState()
  if (!active) return
  const text = currentProject().texts[active.document]?.text ?? ''
  const at = caret?.document === active.document ? caret.offset : -1
  const inside = at > active.selector.start && at < active.selector.end
  const batch = inside ? splitPassage(text, active, at, new Date().toISOString()) : null
  if (batch) await change(batch)
  else showToast(i18n.t('annotation.cannotSplit'))
}

/** Makes the active annotation one with the next that overlaps it or follows in its paragraph. */
export async function mergeWithNext(): Promise<void> {
  const active = activeAnnotation()
  if (!active) return
  const next = nextToMerge(active)
  const text = currentProject().texts[active.document]?.text ?? ''
  const batch = next && mergePassages(text, active, next, new Date().toISOString())
  if (batch) await change(batch)
  else showToast(i18n.t('annotation.nothingToMerge'))
}

function nextToMerge(active: Annotation): Annotation | null {
  const { passages, texts } = currentProject()
  const own = passages[active.document]
  const blocks = texts[active.document]?.blocks ?? []
  const next = own?.ordered[own.rank(active) + 1]
  if (!next) return null
  const near = next.selector.start <= active.selector.end
  const sameBlock = indexAt(blocks, next.selector.start) === indexAt(blocks, active.selector.end)
  return near || sameBlock ? next : null
}
