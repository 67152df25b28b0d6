import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../model/span'
import { rowChange, withChange } from './row-change'
import type { Row } from './versions'

const row = fc
  .integer({ min: 0, max: 4 })
  .map((at): Row => ({ cells: [[span(at, at + 1)]], confidence: [null], byHand: [false], moved: [false] }))
const rows = fc.array(row, { maxLength: 12 })

function changeOf(before: readonly Row[], after: readonly Row[]) {
  return rowChange(before.length, after, (a, b) => JSON.stringify(before[a]) === JSON.stringify(after[b]))
}

describe('the change between rows', () => {
  it('makes the rows after out of those before', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const change = changeOf(before, after)
        expect(withChange(before, change, change.rows)).toEqual(after)
      })
    )
  })

  it('is nothing where nothing has changed, and leaves the rows the same object', () => {
    fc.assert(
      fc.property(rows, (before) => {
        const change = changeOf(before, structuredClone(before))
        expect(change).toMatchObject({ removed: 0, rows: [] })
        expect(withChange(before, change, change.rows)).toBe(before)
      })
    )
  })

  it('holds no more than what has changed', () => {
    fc.assert(
      fc.property(rows, rows, rows, (head, middle, tail) => {
        const change = changeOf([...head, ...tail], [...head, ...middle, ...tail])
        expect(change.rows.length).toBeLessThanOrEqual(middle.length)
      })
    )
  })
})
