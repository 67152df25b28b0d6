import { expect, it } from 'vitest'
import { OverdueSnapshots } from './overdue-snapshots'

it('tells of snapshots that have failed for a minute, once until they succeed again', () => {
  const told: unknown[] = []
  let now = 0
  const overdue = new OverdueSnapshots(
    (error) => told.push(error),
    () => now
  )
  const failAt = (seconds: number) => {
    now = seconds * 1000
    overdue.failed(`at ${seconds} s`)
  }
  for (const seconds of [0, 30, 59]) failAt(seconds)
  expect(told).toEqual([])
  for (const seconds of [61, 70, 500]) failAt(seconds)
  expect(told).toEqual(['at 61 s'])
  overdue.written()
  for (const seconds of [510, 569, 571]) failAt(seconds)
  expect(told).toEqual(['at 61 s', 'at 571 s'])
})
