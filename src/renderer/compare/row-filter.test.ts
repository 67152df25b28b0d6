import { describe, expect, it } from 'vitest'
import type { Row } from '../../shared/alignment/versions'
import type { CellFindings, RowFindings } from '../../shared/alignment/words/findings'
import { span } from '../../shared/model/span'
import { filterRows, isDoubtful, rowFilters } from './row-filter'

const row = (base: number, version: number, more: Partial<Row> = {}): Row => ({
  cells: [base, version].map((count) => Array.from({ length: count }, (_, at) => span(at * 10, at * 10 + 9))),
  confidence: [null, 0.9],
  byHand: [false, false],
  moved: [false, false],
  ...more
})
const cell = (more: Partial<CellFindings> = {}): CellFindings => ({
  figures: 0,
  names: 0,
  leftOut: 0,
  added: 0,
  substituted: 0,
  moved: 0,
  share: 0,
  missing: null,
  ...more
})
const rows = [
  row(1, 1),
  row(1, 1, { confidence: [null, 0.4] }),
  row(1, 0),
  row(0, 1),
  row(1, 1, { confidence: [null, 0.4], byHand: [false, true] }),
  row(1, 1, { moved: [false, true] })
]
const found: RowFindings[] = [
  [null, cell({ share: 0.5 })],
  [null, cell({ figures: 1 })],
  [null, cell({ missing: 'there', share: 1 })],
  [null, cell({ missing: 'here', share: 1 })],
  [null, cell({ names: 1, moved: 3 })],
  [null, cell()]
]

describe('the rows of a comparison that are asked for', () => {
  it('are those of a kind, in the order of the text', () => {
    const sifted = Object.fromEntries(rowFilters.map((each) => [each, filterRows(rows, found, each, false)]))
    expect(sifted).toEqual({
      figures: [1],
      names: [4],
      leftOutRows: [2],
      addedRows: [3],
      reworded: [0],
      moved: [4, 5],
      doubtful: [1],
      byHand: [4]
    })
    expect(filterRows(rows, found, null, false)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('stand with those first that are furthest apart, equal ones in the order of the text', () => {
    expect(filterRows(rows, found, null, true)).toEqual([1, 2, 3, 0, 4, 5])
  })

  it('are told without what is found in their words, as far as that is possible', () => {
    const kinds = ['leftOutRows', 'addedRows', 'doubtful', 'byHand', 'moved', 'figures'] as const
    expect(kinds.map((each) => filterRows(rows, null, each, true))).toEqual([[2], [3], [1], [4], [5], []])
  })

  it('are doubtful until a person has decided on them', () => {
    expect(rows.map(isDoubtful)).toEqual([false, true, false, false, false, false])
  })
})
