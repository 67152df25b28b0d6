import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dp,
  juillandD,
  keyness,
  logDice,
  logLikelihood,
  logRatio,
  mutualInformation,
  percentDifference,
  wilson
} from './measures'

describe('log-likelihood', () => {
  // Dunning 1993, table of bigrams ranked by log-likelihood: −2 log λ, k(AB), k(A~B), k(~AB), k(~A~B).
  it.each([
    ['the swiss', 270.72, 110, 2442, 111, 29114],
    ['can be', 263.9, 29, 13, 123, 31612],
    ['previous year', 256.84, 31, 23, 139, 31584],
    ['mineral water', 167.23, 10, 0, 3, 31764],
    ['at the', 157.21, 76, 104, 2476, 29121]
  ])('is as Dunning (1993) has it: %s', (_, value, both, first, second, neither) => {
    expect(logLikelihood({ both, first, second, neither })).toBeCloseTo(value, 2)
  })

  it('of frequencies in two corpora is 0 where they are alike, and signed', () => {
    expect(keyness(10, 1000, 100, 10_000)).toBeCloseTo(0, 10)
    expect(keyness(20, 1000, 100, 10_000)).toBeGreaterThan(0)
    expect(keyness(5, 1000, 100, 10_000)).toBeLessThan(0)
  })
})

// The paper's own tables could not be had when this was written: these are the properties that its text states.
describe('logDice, as Rychlý (2008) describes it', () => {
  it('is 14 where the two never stand apart', () => {
    expect(logDice(50, 50, 50)).toBe(14)
  })

  it('is 0 where they go together once in 16,000 times, 1 more for twice as often, 7 for about a hundred times', () => {
    expect(logDice(1, 16_384, 16_384)).toBe(0)
    expect(logDice(40, 5000, 5000) - logDice(20, 5000, 5000)).toBeCloseTo(1, 10)
    expect(2 ** 7).toBeGreaterThan(100)
    expect(logDice(128, 5000, 5000) - logDice(1, 5000, 5000)).toBeCloseTo(7, 10)
  })
})

describe('log ratio, as Hardie (2014) describes it', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 3],
    [512, 10]
  ])('a word that is %i × 2 times as frequent has %i', (half, value) => {
    expect(logRatio(half * 20, 10_000, 10, 10_000)).toBeCloseTo(value, 10)
    expect(logRatio(10, 10_000, half * 20, 10_000)).toBeCloseTo(-value, 10)
  })

  it('three times as frequent is the binary logarithm of 3 (his example: 0.0006 against 0.0002)', () => {
    expect(2 ** logRatio(6, 10_000, 2, 10_000)).toBeCloseTo(3, 10)
  })

  it('takes one half for a word that does not stand elsewhere', () => {
    expect(logRatio(4, 1000, 0, 1000)).toBe(3)
    expect(percentDifference(4, 1000, 0, 1000)).toBeNull()
    expect(percentDifference(30, 1000, 20, 1000)).toBeCloseTo(50, 10)
  })
})

it('mutual information is a binary logarithm', () => {
  expect(mutualInformation(8, 1)).toBe(3)
})

it('Wilson’s interval holds the share, and is as his formula has it', () => {
  // Newcombe (1998), table I, method 3: 81 of 263 is 0.2553 to 0.3662; 15 of 148 is 0.0624 to 0.1605; 0 of 20 is 0 to 0.1611.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4)
  expect(wilson(15, 148).low).toBeCloseTo(0.0624, 4)
  expect(wilson(15, 148).high).toBeCloseTo(0.1605, 4)
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4)
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (count, total) => {
      const share = Math.min(1, count / total)
      const interval = wilson(count, total)
      expect(interval.low).toBeLessThanOrEqual(share + 1e-12)
      expect(interval.high).toBeGreaterThanOrEqual(share - 1e-12)
    })
  )
})

it('what is spread evenly is 0 by DP and 1 by D; what stands in one part is far from it', () => {
  expect(dp([2, 2, 2], [10, 10, 10])).toBeCloseTo(0, 10)
  expect(juillandD([2, 2, 2], [10, 10, 10])).toBeCloseTo(1, 10)
  expect(dp([6, 0, 0], [10, 10, 10])).toBeCloseTo(2 / 3, 10)
  expect(juillandD([6, 0, 0], [10, 10, 10])).toBeCloseTo(0, 10)
  for (let parts = 2; parts < 40; parts++) {
    const rest = Array<number>(parts - 1).fill(0)
    expect(juillandD([7, ...rest], Array<number>(parts).fill(3))).toBeGreaterThanOrEqual(0)
  }
  expect(juillandD([1], [10])).toBeNull()
})
