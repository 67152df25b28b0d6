import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConcordanceGroup } from '../../shared/concordance/lines'
import { LineRows } from './line-rows'

/** Groups of so many lines each, one after another. */
function groupsOf(counts: readonly number[]): ConcordanceGroup[] {
  let from = 0
  return counts.map((count, index) => {
    const group = { key: `g${index}`, label: '', from, count, documents: 1, years: null }
    from += count
    return group
  })
}

describe('the rows of a list of lines', () => {
  it('are the lines where nothing is grouped', () => {
    const rows = new LineRows(3, null, new Set())
    expect([0, 1, 2, 3].map((row) => rows.rowAt(row))).toEqual([
      { kind: 'line', line: 0 },
      { kind: 'line', line: 1 },
      { kind: 'line', line: 2 },
      null
    ])
    expect(new LineRows(0, null, new Set()).rowAt(0)).toBeNull()
  })

  it('have the head of each group above its lines; a folded one hides them', () => {
    const rows = new LineRows(5, groupsOf([2, 2, 1]), new Set(['g1']))
    expect(rows.count).toBe(6)
    expect(Array.from({ length: 6 }, (_, row) => rows.rowAt(row))).toEqual([
      { kind: 'group', group: 0 },
      { kind: 'line', line: 0 },
      { kind: 'line', line: 1 },
      { kind: 'group', group: 1 },
      { kind: 'group', group: 2 },
      { kind: 'line', line: 4 }
    ])
    expect(rows.rowOf(3)).toBe(3)
    expect(rows.runsBetween(5, 1)).toEqual([
      { from: 0, count: 2 },
      { from: 4, count: 1 }
    ])
    expect(rows.runsBetween(3, 4)).toEqual([])
  })

  it('lead from a line to its row and back, whatever is folded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(7)),
        (counts, folds) => {
          const groups = groupsOf(counts)
          const folded = new Set(folds.map((index) => `g${index}`))
          const total = counts.reduce((sum, count) => sum + count, 0)
          const rows = new LineRows(total, groups, folded)
          for (let line = 0; line < total; line++) {
            const group = groups.findIndex(({ from, count }) => line >= from && line < from + count)
            expect(rows.rowAt(rows.rowOf(line))).toEqual(
              folded.has(`g${group}`) ? { kind: 'group', group } : { kind: 'line', line }
            )
          }
        }
      )
    )
  })
})
