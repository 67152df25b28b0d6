import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whatFits } from './journal-sources'

const course = (name: string, from: number, to: number) =>
  new Map(Array.from({ length: to - from + 1 }, (_, at) => [from + at, `${name} ${from + at}`] as const))
const numbers = (lines: ReadonlyMap<number, string>) => [...lines.keys()]

describe('lines of a journal that lie elsewhere', () => {
  it('fill a hole', () => {
    const own = new Map([...course('a', 1, 3), ...course('a', 7, 9)])
    expect(numbers(whatFits(own, course('a', 2, 8)))).toEqual([4, 5, 6])
    expect(numbers(whatFits(own, course('a', 4, 6)))).toEqual([4, 5, 6])
  })

  it('go on where the journal ends, and begin it where it is lost', () => {
    expect(numbers(whatFits(course('a', 1, 3), course('a', 4, 5)))).toEqual([4, 5])
    expect(numbers(whatFits(new Map(), course('a', 5, 6)))).toEqual([5, 6])
    expect(numbers(whatFits(course('a', 5, 6), course('a', 1, 3)))).toEqual([1, 2, 3])
  })

  it('of a copy that went its own way are not taken from where it left', () => {
    const other = new Map([...course('a', 1, 5), ...course('b', 6, 12)])
    const own = new Map([...course('a', 1, 2), ...course('a', 4, 8)])
    expect(numbers(whatFits(own, other))).toEqual([3])
  })

  it('that join on nowhere are left alone', () => {
    expect(numbers(whatFits(course('a', 1, 3), course('b', 8, 9)))).toEqual([])
  })

  it('never change a line that there is, and of one course of events give back every line that is in either', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(some, some, (left, right) => {
        const own = new Map(left.map((seq) => [seq, `a ${seq}`]))
        const source = new Map(right.map((seq) => [seq, `a ${seq}`]))
        const fitting = whatFits(own, source)
        for (const seq of fitting.keys()) expect(own.has(seq)).toBe(false)
        if (right.some((seq) => own.has(seq)))
          expect([...own.keys(), ...fitting.keys()].sort()).toEqual([...new Set([...left, ...right])].sort())
      })
    )
  })
})
