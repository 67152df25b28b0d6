import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainState } from '../model/state'
import { operationArbitrary } from '../testing/operation-arbitrary'
import { blankState } from '../testing/sample-records'
import { type CountedState, countedState } from './counted-state'
import { differences, operationsTowards } from './difference'
import type { Operation } from './operation'
import { perform } from './perform'

function reached(operations: readonly Operation[]): CountedState {
  let standing = countedState(blankState())
  for (const operation of operations) {
    const done = perform(standing, operation)
    if (done.ok) standing = done.value.standing
  }
  return standing
}

const many = fc.array(operationArbitrary, { maxLength: 30 })

describe('going back to another state of a project', () => {
  it('is one change that the rules allow, gives that very state, and can be taken back', () => {
    fc.assert(
      fc.property(many, many, (one, other) => {
        const now = reached(one)
        const then = plainState(reached(other).state)
        const operations = operationsTowards(plainState(now.state), then)
        if (operations.length === 0) {
          expect(plainState(now.state)).toEqual(then)
          return
        }
        const done = perform(now, { type: 'batch', label: 'restore', operations })
        if (!done.ok) throw new Error(done.error.message)
        expect(plainState(done.value.standing.state)).toEqual(then)
        const back = perform(done.value.standing, done.value.inverse, { trusted: true })
        expect(back.ok && plainState(back.value.standing.state)).toEqual(plainState(now.state))
      }),
      { numRuns: 300 }
    )
  })

  it('is told as differences exactly where there are any', () => {
    fc.assert(
      fc.property(many, many, (one, other) => {
        const [now, then] = [plainState(reached(one).state), plainState(reached(other).state)]
        expect(differences(now, then).length > 0).toBe(operationsTowards(now, then).length > 0)
        expect(differences(now, now)).toEqual([])
      })
    )
  })
})
