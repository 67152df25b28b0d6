import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowChange } from '../../shared/alignment/row-change'
import type { Row } from '../../shared/alignment/versions'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import { span } from '../../shared/model/span'
import { mergedRows } from './merged-rows'

const all: readonly Row[] = Array.from({ length: 6 }, (_, at) => ({
  cells: [[span(at * 10, at * 10 + 9)], []],
  confidence: [null, null],
  byHand: [false, false],
  moved: [false, false]
}))
const some = fc.array(fc.constantFrom(...all), { maxLength: 8 })

/** A state of the rows, as it is answered to a window that knows none. */
const whole = (id: string, rows: readonly Row[]): ComparedRows => ({ id, since: null, rows, unlike: [] })
/** What is answered to a window that has another state. */
function since(before: ComparedRows, after: ComparedRows): ComparedRows {
  const { rows, ...place } = rowChange(
    before.rows.length,
    after.rows,
    (a, b) => before.rows[a] === after.rows[b]
  )
  return { ...after, rows, since: { id: before.id, ...place } }
}

describe('rows of a comparison, as answers come', () => {
  it('are those that there are, from one state to the next', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), (states) => {
        const [first, ...later] = states.map((rows, at) => whole(String(at), rows))
        let shown = first ? mergedRows(null, first) : null
        let last = first
        for (const state of later) {
          if (!last) return
          shown = mergedRows(shown, since(last, state))
          last = state
          expect(shown?.rows).toEqual(state.rows)
        }
      })
    )
  })

  it('stay as they are where an answer comes twice, and are not mixed with those of another state', () => {
    const [a, b, c] = [whole('a', all.slice(0, 3)), whole('b', all.slice(0, 4)), whole('c', all)]
    const next = mergedRows(a, since(a, b))
    expect(mergedRows(next, since(a, b))).toBe(next)
    // It tells what parts `c` from `b`, which is not here yet.
    expect(mergedRows(a, since(b, c))).toBeNull()
    expect(mergedRows(null, since(b, c))).toBeNull()
    expect(mergedRows(a, c)).toBe(c)
  })
})
