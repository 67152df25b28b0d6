import { lineChance } from './line-chance'
import type { LineFacts } from './line-facts'
import type { SortKey } from './trail'
import { typicality } from './typicality'
import type { WordTable } from './word-table'

/**
 * Lines by keys, the first the weightiest. Stable and total: lines that are equal by every key stand in the order of document
 * and place. What has no word in a slot, no date or no answer comes last, in whichever direction.
 */
export function sorted(facts: LineFacts, order: Uint32Array, keys: readonly SortKey[]): Uint32Array {
  // From the lightest key to the weightest, each time leaving equal lines as they stand.
  let sorted: Uint32Array = order.toSorted()
  for (const key of keys.toReversed()) sorted = stablySorted(sorted, column(facts, key))
  return sorted
}

/** Whole numbers that spread no further than this are sorted by counting them, which takes as long as there are numbers. */
const widestCounted = 1 << 20

/** Lines by a column of numbers; lines that are equal by it stay as they stand. */
function stablySorted(order: Uint32Array, values: Float64Array): Uint32Array {
  let least = last
  let most = -last
  for (const line of order) {
    const value = values[line] ?? last
    if (value === last) continue
    if (!Number.isInteger(value)) return order.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = Math.max(0, most - least + 1)
  if (width > widestCounted) return order.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  // What has no value comes behind all others.
  const place = (line: number) => Math.min(width, (values[line] ?? last) - least)
  const next = new Uint32Array(width + 2)
  for (const line of order) next[place(line) + 1] = (next[place(line) + 1] ?? 0) + 1
  for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (const line of order) {
    const at = next[place(line)] ?? 0
    sorted[at] = line
    next[place(line)] = at + 1
  }
  return sorted
}

/** Behind everything that has a place. */
const last = Number.MAX_VALUE

/** A number for each line that sorts as the key says. */
function column(facts: LineFacts, key: SortKey): Float64Array {
  const lines = facts.document.length
  const values = new Float64Array(lines)
  const fill = (numberOf: (line: number) => number | null, isDescending: boolean) => {
    for (let line = 0; line < lines; line++) {
      const value = numberOf(line)
      values[line] = value === null ? last : isDescending ? -value : value
    }
    return values
  }
  switch (key.by) {
    case 'slot': {
      const { size, table, numbers } = facts[key.slot.startsWith('L') ? 'left' : 'right']
      const ranks = ranksOf(table)
      const at = Number(key.slot.charAt(1)) - 1
      return fill((line) => ranks[numbers[line * size + at] ?? -1] ?? null, key.descending)
    }
    case 'hit': {
      const ranks = ranksOf(facts.forms.table)
      return fill((line) => ranks[facts.forms.numbers[line] ?? -1] ?? null, key.descending)
    }
    case 'document':
      // Documents are numbered by title.
      return fill((line) => facts.document[line] ?? null, key.descending)
    case 'date': {
      const dates = facts.documents.map(({ published }) => (published ? dateNumber(published.date) : null))
      return fill((line) => dates[facts.document[line] ?? -1] ?? null, key.descending)
    }
    case 'random':
      return fill(lineChance(facts, key.seed), false)
    case 'typicality':
      return fill(typicality(facts), !key.descending)
    case 'answer': {
      const distinct = [...new Set(facts.answers ?? [])].filter((each) => each !== '').sort(collatorFor)
      const ranks = new Map(distinct.map((each, rank) => [each, rank]))
      return fill((line) => ranks.get(facts.answers?.[line] ?? '') ?? null, key.descending)
    }
  }
}

/** `2018-05-03` as a number; a year alone stands before its months. */
function dateNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return (year * 13 + month) * 32 + day
}

const known = new WeakMap<WordTable, { readonly count: number; readonly ranks: Int32Array }>()

/** Where each word of a table stands in the order of words; found once for the same table. */
function ranksOf(table: WordTable): Int32Array {
  const { words } = table
  const found = known.get(table)
  if (found?.count === words.length) return found.ranks
  const order = words.map((_, number) => number).sort((a, b) => collatorFor(words[a] ?? '', words[b] ?? ''))
  const ranks = new Int32Array(words.length)
  for (const [rank, number] of order.entries()) ranks[number] = rank
  known.set(table, { count: words.length, ranks })
  return ranks
}

const collator = new Intl.Collator(['en', 'zh'], { numeric: true })
const chinese = new Intl.Collator('zh', { numeric: true })
const han = /^\p{Script=Han}/u

/** Words of other scripts before Chinese ones, which stand by their reading. Words that look alike are told apart. */
function collatorFor(a: string, b: string): number {
  const [isA, isB] = [han.test(a), han.test(b)]
  if (isA !== isB) return isA ? 1 : -1
  return (isA ? chinese : collator).compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
