import type { Grouping, Selection, SortKey, Trail, TrailStep } from '../../shared/concordance/trail'

/**
 * The steps of reading, and how many of them are in effect: whoever walks back keeps the later ones in sight, until
 * another step takes their place.
 */
export interface Walk {
  readonly steps: Trail
  readonly upTo: number
}

export const noSteps: Walk = { steps: [], upTo: 0 }

/** A trail that is walked to its end. */
export function walkedWhole(steps: Trail): Walk {
  return { steps, upTo: steps.length }
}

/** The steps in effect. */
export function inEffect({ steps, upTo }: Walk): Trail {
  return steps.slice(0, upTo)
}

export function ordering(keys: readonly SortKey[]): TrailStep {
  return { do: 'order', keys: [...keys], name: '', memo: '' }
}

export function grouping(by: Grouping | null): TrailStep {
  return { do: 'group', grouping: by, name: '', memo: '' }
}

export function selecting(selection: Selection): TrailStep {
  return { do: 'select', selection, name: '', memo: '' }
}

/**
 * Takes a step from where one stands; what lay beyond goes. Another order right after an order takes its place, unless
 * something is said of that one; so does a grouping.
 */
export function taken(walk: Walk, step: TrailStep): Walk {
  const before = inEffect(walk)
  const last = before.at(-1)
  const replaces = last && last.do !== 'select' && last.do === step.do && last.name === '' && last.memo === ''
  return walkedWhole([...(replaces ? before.slice(0, -1) : before), step])
}

/**
 * Back to the order of text and place. An order taken last is taken away; where one lies before other steps, they stay, and
 * titles sort from here on. Lines that nothing sorts stay as they are.
 */
export function unordered(walk: Walk): Walk {
  if (orderOf(walk).length === 0) return walk
  const byTitle = ordering([{ by: 'document', descending: false }])
  const next = taken(walk, byTitle)
  const before = inEffect(next).slice(0, -1)
  const isAlone = orderOf(walkedWhole(before)).length === 0
  return isAlone ? walkedWhole(before) : next
}

/** What holds for another query too: how its lines are sorted and put together. Which lines were chosen does not. */
export function carriedOver(walk: Walk): Walk {
  const keys = orderOf(walk)
  const by = groupingOf(walk)
  return walkedWhole([...(keys.length > 0 ? [ordering(keys)] : []), ...(by ? [grouping(by)] : [])])
}

/** Goes back or forward to so many steps. */
export function walkedTo({ steps }: Walk, upTo: number): Walk {
  return { steps, upTo: Math.max(0, Math.min(steps.length, upTo)) }
}

/** Without one of the steps. */
export function withoutStep({ steps, upTo }: Walk, at: number): Walk {
  return { steps: steps.filter((_, index) => index !== at), upTo: at < upTo ? upTo - 1 : upTo }
}

/** What a person calls a step, and says of it. */
export function noted(
  { steps, upTo }: Walk,
  at: number,
  note: Partial<Pick<TrailStep, 'name' | 'memo'>>
): Walk {
  return { steps: steps.map((step, index) => (index === at ? { ...step, ...note } : step)), upTo }
}

/** What lines are sorted by; empty: by text and place. */
export function orderOf(walk: Walk): readonly SortKey[] {
  const last = inEffect(walk).findLast((step) => step.do === 'order')
  return last?.do === 'order' ? last.keys : []
}

/** What lines are put together by. */
export function groupingOf(walk: Walk): Grouping | null {
  const last = inEffect(walk).findLast((step) => step.do === 'group')
  return last?.do === 'group' ? last.grouping : null
}
