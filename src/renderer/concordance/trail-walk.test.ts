import { describe, expect, it } from 'vitest'
import {
  grouping,
  groupingOf,
  inEffect,
  noSteps,
  noted,
  ordering,
  orderOf,
  selecting,
  taken,
  unordered,
  walkedTo,
  withoutStep
} from './trail-walk'

const left = ordering([{ by: 'slot', slot: 'L1', descending: false }])
const right = ordering([{ by: 'slot', slot: 'R1', descending: false }])
const sample = selecting({ by: 'sample', size: 50, seed: 7 })
const byForm = grouping({ by: 'form' })

describe('the steps of reading lines', () => {
  it('go one after another, and the last order and grouping hold', () => {
    const walk = [left, sample, byForm, right].reduce(taken, noSteps)
    expect(inEffect(walk)).toEqual([left, sample, byForm, right])
    expect(orderOf(walk)).toEqual([{ by: 'slot', slot: 'R1', descending: false }])
    expect(groupingOf(walk)).toEqual({ by: 'form' })
  })

  it('are tried out without filling the list: an order right after an order takes its place', () => {
    expect(taken(taken(noSteps, left), right).steps).toEqual([right])
    expect(taken(taken(noSteps, sample), sample).steps).toEqual([sample, sample])
  })

  it('are without an order again, so that the next key sorts by itself', () => {
    expect(unordered(taken(noSteps, left))).toEqual(noSteps)
    expect(unordered([sample, left].reduce(taken, noSteps))).toEqual(taken(noSteps, sample))
    expect(unordered(noSteps)).toBe(noSteps)
    const between = unordered([left, sample].reduce(taken, noSteps))
    expect(between.steps).toEqual([left, sample, ordering([{ by: 'document', descending: false }])])
    expect(unordered(between)).toEqual(between)
    const said = noted(taken(noSteps, left), 0, { memo: 'what stands before' })
    expect(unordered(said).steps.slice(0, 1)).toEqual(said.steps)
  })

  it('stay where something is said of them', () => {
    const said = noted(taken(noSteps, left), 0, { memo: 'what stands before' })
    expect(taken(said, right).steps).toHaveLength(2)
  })

  it('can be walked back and on again, until another step is taken', () => {
    const walk = [left, sample, byForm].reduce(taken, noSteps)
    const back = walkedTo(walk, 1)
    expect(inEffect(back)).toEqual([left])
    expect(walkedTo(back, 3)).toEqual(walk)
    expect(taken(back, byForm)).toEqual({ steps: [left, byForm], upTo: 2 })
    expect(walkedTo(walk, 9).upTo).toBe(3)
  })

  it('go one by one, wherever they stand', () => {
    const walk = walkedTo([left, sample, byForm].reduce(taken, noSteps), 2)
    expect(withoutStep(walk, 0)).toEqual({ steps: [sample, byForm], upTo: 1 })
    expect(withoutStep(walk, 2)).toEqual({ steps: [left, sample], upTo: 2 })
  })
})
