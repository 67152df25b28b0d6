import { lineChance } from './line-chance'
import type { LineFacts, WordTable } from './line-facts'
import type { SortKey } from './trail'
import { typicality } from './typicality'

/**
 * Lines by keys, the first the weightiest. Stable and total: lines that are equal by every key stand in the order of document
 * and place. What has no word in a slot, no date or no answer comes last, in whichever direction.
 */
export function sorted(facts: LineFacts, order: Uint32Array, keys: readonly SortKey[]): Uint32Array {
  const columns = keys.map((key) => column(facts, key))
  return order.toSorted((a, b) => {
    for (const values of columns) {
      const difference = (values[a] ?? 0) - (values[b] ?? 0)
      if (difference !== 0) return difference
    }
    return a - b
  })
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
