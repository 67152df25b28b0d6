import { expect, it } from 'vitest'
import type { DispersionRow } from '../../shared/concordance/statistics'
import type { DocumentId } from '../../shared/model/ids'
import { type ChartWords, timeChart, yearWithPart } from './spread-charts'

it('a date is a year with the part of it that has passed; in the middle of what is not known', () => {
  expect(yearWithPart('2019')).toBe(2019.5)
  expect(yearWithPart('2019-07')).toBeCloseTo(2019.54, 2)
  expect(yearWithPart('2019-01-01')).toBeCloseTo(2019, 2)
  expect(yearWithPart('2019-12-31')).toBeLessThan(2020)
  expect(yearWithPart('soon')).toBeNull()
})

const words: ChartWords = {
  ...{ title: 'T', columns: [], unit: '', noValue: '–' },
  says: (name, hits) => `${name}: ${hits}`,
  part: (name) => name
}

it('texts stand along time by their date, also those without a hit; those without date or words are left out', () => {
  const row = (id: string, hits: number, size: number): DispersionRow => ({
    ...{ document: id as DocumentId, hits, words: size, length: 9, bins: [hits] }
  })
  const dates: Readonly<Record<string, string | null>> = { a: '2020', b: '2018', c: null, d: '2019' }
  const opened: string[] = []
  const { drawing, rows } = timeChart(
    [row('a', 2, 1000), row('b', 0, 500), row('c', 1, 10), row('d', 0, 0)],
    (id) => ({ title: id, date: dates[id] ?? null }),
    words,
    (id) => opened.push(id)
  )
  expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['b', 0, 500, 0],
    ['a', 2, 1000, 2]
  ])
  if (drawing.kind !== 'intervals') throw new Error(drawing.kind)
  const [first, last] = drawing.marks
  expect(first).toMatchObject({ at: 2018.5, value: 0, says: 'b (2018): 0', open: null })
  last?.open?.()
  expect(opened).toEqual(['a'])
})
