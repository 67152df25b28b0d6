import { naturalOrder } from '../text/natural-order'
import { groupKey, groupLabel, yearOf } from './group-keys'
import type { LineFacts, TrailNeeds } from './line-facts'
import type { ConcordanceGroup } from './lines'
import { selected } from './select-lines'
import { sorted } from './sort-lines'
import type { Grouping, Slot, Trail } from './trail'

/** The lines that a trail leaves, by number and in order; how many each step left; and their groups. */
export interface Arrangement {
  readonly order: Uint32Array
  readonly left: readonly number[]
  readonly groups: readonly ConcordanceGroup[] | null
}

/** Goes a trail from all lines on. */
export function arrange(facts: LineFacts, trail: Trail): Arrangement {
  let order: Uint32Array = Uint32Array.from({ length: facts.document.length }, (_, line) => line)
  let grouping: Grouping | null = null
  const left: number[] = []
  for (const step of trail) {
    if (step.do === 'select') order = selected(facts, order, step.selection)
    else if (step.do === 'order') order = sorted(facts, order, step.keys)
    else grouping = step.grouping
    left.push(order.length)
  }
  if (grouping === null) return { order, left, groups: null }
  return { ...grouped(facts, order, grouping), left }
}

/** Lines of a group together, each group's in the order that they had. */
function grouped(
  facts: LineFacts,
  order: Uint32Array,
  grouping: Grouping
): { order: Uint32Array; groups: ConcordanceGroup[] } {
  const byKey = new Map<string, number[]>()
  for (const line of order) {
    const key = groupKey(facts, grouping, line)
    const own = byKey.get(key)
    if (own) own.push(line)
    else byKey.set(key, [line])
  }
  const groups: ConcordanceGroup[] = []
  const next = new Uint32Array(order.length)
  let from = 0
  for (const [key, lines] of inOrder(facts, [...byKey], grouping)) {
    next.set(lines, from)
    const label = groupLabel(facts, grouping, key, lines[0] ?? 0)
    groups.push({ key, label, from, count: lines.length, ...documentsOf(facts, lines) })
    from += lines.length
  }
  return { order: next, groups }
}

/** Years in their order, documents by title, others by how many lines they have; what has nothing in common last. */
function inOrder(facts: LineFacts, groups: [string, number[]][], grouping: Grouping): [string, number[]][] {
  const named = (lines: readonly number[], key: string) => groupLabel(facts, grouping, key, lines[0] ?? 0)
  return groups.sort(([a, first], [b, second]) => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '')
    if (grouping.by === 'year') return a < b ? -1 : 1
    const byName = naturalOrder(named(first, a), named(second, b)) || (a < b ? -1 : 1)
    return grouping.by === 'document' ? byName : second.length - first.length || byName
  })
}

function documentsOf(
  facts: LineFacts,
  lines: readonly number[]
): Pick<ConcordanceGroup, 'documents' | 'years'> {
  const documents = new Set(lines.map((line) => facts.document[line] ?? 0))
  const years = [...documents].flatMap((at) => {
    const document = facts.documents[at]
    const year = document ? yearOf(document) : ''
    return year === '' ? [] : [Number(year)]
  })
  return {
    documents: documents.size,
    years: years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) }
  }
}

function reach(slot: Slot): TrailNeeds {
  const many = Number(slot.charAt(1))
  return slot.startsWith('L') ? { ...nothing, left: many } : { ...nothing, right: many }
}

const nothing: TrailNeeds = {
  left: 0,
  right: 0,
  forms: false,
  themes: false,
  answers: false,
  copies: false
}
/** So many words on each side tell how typical a line is. */
const typicalWords = 5

/** What a trail asks of the lines. */
export function needsOf(trail: Trail): TrailNeeds {
  return trail
    .flatMap((step): TrailNeeds[] => {
      if (step.do === 'group') return step.grouping ? [needsOfGrouping(step.grouping)] : []
      if (step.do === 'order')
        return step.keys.map((key) => {
          if (key.by === 'slot') return reach(key.slot)
          if (key.by === 'typicality') return { ...nothing, left: typicalWords, right: typicalWords }
          return { ...nothing, forms: key.by === 'hit', answers: key.by === 'answer' }
        })
      const { selection } = step
      if (selection.by === 'slot') return [reach(selection.slot)]
      if (selection.by === 'collocate') return [{ ...nothing, left: selection.left, right: selection.right }]
      if (selection.by === 'group') return [needsOfGrouping(selection.grouping)]
      return [{ ...nothing, themes: selection.by === 'theme', copies: selection.by === 'copies' }]
    })
    .reduce(
      (all, each) => ({
        left: Math.max(all.left, each.left),
        right: Math.max(all.right, each.right),
        forms: all.forms || each.forms,
        themes: all.themes || each.themes,
        answers: all.answers || each.answers,
        copies: all.copies || each.copies
      }),
      nothing
    )
}

function needsOfGrouping(grouping: Grouping): TrailNeeds {
  if (grouping.by === 'pattern') return { ...nothing, [grouping.side]: grouping.size }
  const { by } = grouping
  return { ...nothing, forms: by === 'form', themes: by === 'theme', answers: by === 'answer' }
}
