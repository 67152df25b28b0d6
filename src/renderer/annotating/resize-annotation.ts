import { describe } from '../../shared/anchoring/describe'
import { mergePassages, splitPassage } from '../../shared/coding/reshape'
import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { Batch } from '../../shared/operations/operation'
import { indexAt } from '../../shared/text/canonical'
import { backward, forward, type NavigableText } from '../../shared/text/caret-motion'
import { i18n } from '../state/i18n'
import { change, currentProject, edit } from '../state/project'
import { type Passage, useSurface } from '../state/surface'
import { showToast } from '../state/toasts'
import { inTurn, updateOf } from './passage-actions'
import { presentText } from './present-text'
import { activeAnnotation, targetPassage } from './target'

export type End = 'start' | 'end'
export type EndUnit = 'character' | 'word' | 'sentence'

/** Moves an end of what keys act on, the selection or an annotation, by one unit. */
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
async function setEnds({ document }: Passage, ends: Span): Promise<void> {
  const active = activeAnnotation()
  if (!active) return useSurface.getState().surface?.select({ document, ...ends })
  const text = presentText(active.document)
  const selector = text && describe(text.text, ends, text.revision)
  if (selector && (selector.start !== active.selector.start || selector.end !== active.selector.end))
    await change(updateOf(active, { selector }))
}

function movedSpan(
  walk: NavigableText,
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

/** Cuts the active annotation in two at the caret. */
export function splitHere(): Promise<void> {
  return inTurn(splitNow)
}

async function splitNow(): Promise<void> {
  const active = activeAnnotation()
  const { caret } = useSurface.getState()
  const text = active && presentText(active.document)?.text
  if (!active || typeof text !== 'string') return
  const at = caret?.document === active.document ? caret.offset : -1
  const inside = at > active.selector.start && at < active.selector.end
  const batch = inside ? splitPassage(text, active, at, new Date().toISOString()) : null
  if (batch) await reshape(batch, [active])
  else showToast(i18n.t('annotation.cannotSplit'))
}

/** Makes the active annotation one with the next that overlaps it or follows in its paragraph. */
export function mergeWithNext(): Promise<void> {
  return inTurn(mergeNow)
}

async function mergeNow(): Promise<void> {
  const active = activeAnnotation()
  const text = active && presentText(active.document)?.text
  if (!active || typeof text !== 'string') return
  const next = nextToMerge(active)
  const batch = next && mergePassages(text, active, next, new Date().toISOString())
  if (batch) await reshape(batch, [active, next])
  else showToast(i18n.t('annotation.nothingToMerge'))
}

/** Makes a change that was worked out from highlights as they are seen here: refused where one has been changed since. */
function reshape(batch: Batch, from: readonly Annotation[]): Promise<boolean> {
  const seen = from.map(({ document, id, modified }) => ({ document, id, modified }))
  return edit({ type: 'annotations.reshape', seen, batch })
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
