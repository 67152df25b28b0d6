import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../shared/alignment/versions'
import { span } from '../../shared/model/span'
import {
  accept,
  type Correction,
  give,
  mergeRows,
  moveTo,
  rowNow,
  splitRow,
  take,
  unlink
} from './corrections'

const at = (n: number) => span(n * 10, n * 10 + 9)
const row = (base: number[], version: number[]): Row => ({
  cells: [base.map(at), version.map(at)],
  confidence: [null, 0.9],
  byHand: [false, false],
  moved: [false, false]
})
const rows = [row([0], [0]), row([1, 2], [1, 2]), row([], [3]), row([3], [])]
const wanted = (correction: Correction | null) =>
  correction?.get(1)?.map(({ a, b }) => [a.map(({ start }) => start / 10), b.map(({ start }) => start / 10)])

describe('corrections of the links', () => {
  it('draw a neighbour in and give one away', () => {
    expect(wanted(take(rows, 0, 1, 1))).toEqual([
      [[0], [0, 1]],
      [[1, 2], [2]]
    ])
    expect(wanted(give(rows, 1, 1, -1))).toEqual([
      [[1, 2], [2]],
      [[0], [0, 1]]
    ])
    expect(wanted(give(rows, 2, 1, 1))).toEqual([[[3], [3]]])
  })

  it('link across, unlink, merge, split and accept', () => {
    expect(wanted(moveTo(rows, 1, at(3), 0))).toEqual([[[0], [0, 3]]])
    expect(wanted(unlink(rows, 0, 1))).toEqual([
      [[0], []],
      [[], [0]]
    ])
    expect(wanted(mergeRows(rows, 0))).toEqual([
      [
        [0, 1, 2],
        [0, 1, 2]
      ]
    ])
    expect(wanted(splitRow(rows, 1))).toEqual([
      [[1], [1]],
      [[2], [2]]
    ])
    expect(wanted(accept(rows, 0))).toEqual([[[0], [0]]])
    expect(splitRow(rows, 0)).toBeNull()
  })

  it('move a sentence that was picked up from the row that it is in by then', () => {
    // The first two rows have been made one since it was picked up in the third.
    const now = [row([0, 1], [0, 1]), row([2], [2]), row([3], [3])]
    expect(wanted(moveTo(now, 1, at(2), 0))).toEqual([
      [[2], []],
      [
        [0, 1],
        [0, 1, 2]
      ]
    ])
    expect(moveTo(now, 1, at(2), 1)).toBeNull()
    expect(moveTo(now, 1, at(7), 0)).toBeNull()
  })

  it('act on the row that was seen, wherever it is when their turn comes', () => {
    const seen = [row([0], [0]), row([1], [1]), row([], [2]), row([3], [])]
    const now = [row([0, 1], [0, 1]), row([], [2]), row([3], [])]
    expect(seen.map((each) => rowNow(now, each))).toEqual([0, 0, 1, 2])
    expect(rowNow(now, row([5], [5]))).toBe(-1)
    expect(rowNow(now, undefined)).toBe(-1)
    for (const act of [accept, mergeRows, splitRow]) expect(act(now, -1)).toBeNull()
    for (const act of [take, give]) expect(act(now, -1, 1, 1)).toBeNull()
    expect(unlink(now, -1, 1)).toBeNull()
  })

  it('never lose or double a sentence of the rows they touch', () => {
    const step = fc.constantFrom<1 | -1>(1, -1)
    fc.assert(
      fc.property(fc.nat(3), step, fc.constantFrom(take, give), (index, direction, act) => {
        const links = wanted(act(rows, index, 1, direction)) ?? []
        const said = links.flatMap(([, b]) => b ?? [])
        expect(new Set(said).size).toBe(said.length)
        for (const sentence of said) expect(sentence).toBeLessThanOrEqual(3)
      })
    )
  })
})
