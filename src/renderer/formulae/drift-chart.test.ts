import { expect, it } from 'vitest'
import type { VariorumDocument } from '../../shared/model/document'
import type { RenderingId } from '../../shared/model/ids'
import { makeDocument } from '../../shared/testing/sample-records'
import { i18n } from '../state/i18n'
import { type DriftSource, driftChart, sharesChart } from './drift-chart'
import { factOf } from './drift-facts'
import type { PlacesShown } from './formulae-desk'

const text = (id: string, year: number | null, facts: Partial<VariorumDocument> = {}): VariorumDocument => ({
  ...makeDocument(id),
  published: year === null ? null : { date: String(year), precision: 'year' },
  ...facts
})
const series = ['one visit', 'run once'].map((name, at) => ({
  id: `r${at}` as RenderingId,
  name,
  colour: '#123456'
}))
const source = (rows: readonly (readonly [number, VariorumDocument, number])[]): DriftSource => ({
  series,
  rows: rows.map(([own, document, count]) => ({ series: own, document, count }))
})

it('shares add up in each year, and a mark opens its own texts', () => {
  const opened: PlacesShown[] = []
  const [a, b, c] = [text('a', 2017), text('b', 2017), text('c', 2019)]
  const chart = driftChart(
    source([
      [0, a, 3],
      [1, b, 1],
      [1, c, 2]
    ]),
    i18n.t,
    (places) => opened.push(places)
  )
  const { drawing } = chart ?? {}
  if (drawing?.kind !== 'drift') throw new Error('no drift')
  const of = (year: number) => drawing.marks.filter(({ at }) => at === year)
  expect(of(2017).map(({ value }) => value)).toEqual([0.75, 0.25])
  expect(of(2019).map(({ value }) => value)).toEqual([0, 1])
  for (const { value, low, high } of drawing.marks) {
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
  }
  expect(of(2019)[0]?.open).toBeNull()
  of(2017)[1]?.open?.()
  expect(opened).toEqual([{ rendering: 'r1', documents: ['b'], label: '2017' }])
})

it('says when a rendering was first and last seen, and what stands most often after that', () => {
  const chart = driftChart(
    source([
      [0, text('a', 2016), 1],
      [0, text('b', 2018), 1],
      [1, text('c', 2018), 1],
      [1, text('d', 2020), 2]
    ]),
    i18n.t,
    () => {}
  )
  expect(chart?.rows.map(({ cells }) => cells)).toEqual([
    ['one visit', 2, 2, '2016', '2018', 'run once'],
    ['run once', 3, 2, '2018', '2020', null]
  ])
})

it('has nothing to draw where no text has a date', () => {
  expect(driftChart(source([[0, text('a', null), 4]]), i18n.t, () => {})).toBeNull()
})

it('parts renderings by a fact of their texts; what is not known is a group too', () => {
  const rows = source([
    [0, text('a', 2018, { publisher: 'Gazette' }), 1],
    [1, text('b', 2018, { publisher: 'Gazette' }), 3],
    [0, text('c', 2018), 2]
  ])
  const opened: PlacesShown[] = []
  const chart = sharesChart(
    rows,
    i18n.t,
    'publisher',
    (document) => factOf('publisher', document),
    (places) => opened.push(places)
  )
  const { drawing } = chart
  if (drawing.kind !== 'shares') throw new Error('no shares')
  expect(drawing.rows.map(({ name, note }) => [name, note])).toEqual([
    ['Gazette', '4'],
    [i18n.t('formulae.notKnown'), '2']
  ])
  drawing.rows[0]?.open?.()
  expect(opened[0]).toMatchObject({ rendering: 'all', documents: ['a', 'b'], label: 'Gazette' })
})
