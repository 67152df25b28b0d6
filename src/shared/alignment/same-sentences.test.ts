import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameSentences } from './same-sentences'

const letters = (text: string) => [...text]
const pairs = (before: string, now: string) =>
  [...sameSentences(letters(before), letters(now))].sort(([a], [b]) => a - b)

describe('sentences that say the same', () => {
  it('stay the ones that they were when another is corrected', () => {
    expect(pairs('xaxbxc', 'xaxBxc')).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [4, 4],
      [5, 5]
    ])
  })

  it('stay the ones that they were when sentences come before them, or go', () => {
    expect(new Map(pairs('xaxbxc', 'xnaxbxc')).get(4)).toBe(5)
    expect(new Map(pairs('xaxbxc', 'axbxc')).get(4)).toBe(3)
  })

  it('are as many as there can be, in order, and equal', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, now) => {
        const found = [...sameSentences(before, now)].sort(([a], [b]) => a - b)
        for (const [old, at] of found) expect(before[old]).toBe(now[at])
        for (const [index, [, at]] of found.entries())
          if (index > 0) expect(at).toBeGreaterThan(found[index - 1]?.[1] ?? -1)
        expect(found.length).toBe(longest(before, now))
      }),
      { numRuns: 500 }
    )
  })
})

/** The length of a longest common subsequence, by the table of the textbook. */
function longest(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = rows[i] ?? []
      row[j] =
        a[i - 1] === b[j - 1]
          ? (rows[i - 1]?.[j - 1] ?? 0) + 1
          : Math.max(rows[i - 1]?.[j] ?? 0, row[j - 1] ?? 0)
    }
  return rows[a.length]?.[b.length] ?? 0
}
