import { expect, it } from 'vitest'
import { differentEvents } from './different-events'

const on = (date: string | null) => ({
  event: date === null ? null : { date }
})

it('tells texts of different events apart, and is silent where too little is known', () => {
  expect(differentEvents([on('2018-12-07'), on('2018-12-03'), on(null)])).toEqual([
    '2018-12-03',
    '2018-12-07'
  ])
  expect(differentEvents([on('2018-12'), on('2018-12-03')])).toEqual([])
  expect(differentEvents([on('2018-12-03'), on(null)])).toEqual([])
  expect(differentEvents([])).toEqual([])
})
