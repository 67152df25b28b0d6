import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PendingMarks } from './deferred-highlights'

const marks = (...placed: readonly (readonly [number, string])[]) =>
  new PendingMarks(placed.map(([segment, id]) => [segment, { id }] as const))

describe('the highlights of a book that are still to be drawn', () => {
  it('come segment by segment, the nearest to the reader first, each once', () => {
    const pending = marks([0, 'a'], [3, 'b'], [3, 'c'], [9, 'd'])
    const order: string[] = []
    for (let at = pending.nearest(4); at !== null; at = pending.nearest(4))
      order.push(...pending.take(at).map(({ id }) => id))
    expect(order).toEqual(['b', 'c', 'a', 'd'])
    expect(pending.size).toBe(0)
  })

  it('are not drawn any more where they were deleted before their turn', () => {
    const pending = marks([1, 'a'], [2, 'b'])
    pending.delete('a')
    pending.delete('a')
    pending.delete('never')
    expect(pending.nearest(1)).toBe(2)
    expect(pending.take(1)).toEqual([])
    expect(pending.size).toBe(1)
  })

  it('are all drawn or deleted in the end, whatever is deleted in between', () => {
    const placed = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(30)), { selector: ([, id]) => id })
    fc.assert(
      fc.property(placed, fc.array(fc.nat(30)), (all, gone) => {
        const pending = marks(...all.map(([segment, id]) => [segment, String(id)] as const))
        const drawn: string[] = []
        for (const id of gone) {
          if (!drawn.includes(String(id))) pending.delete(String(id))
          const at = pending.nearest(id % 5)
          if (at !== null) drawn.push(...pending.take(at).map((each) => each.id))
        }
        for (let at = pending.nearest(0); at !== null; at = pending.nearest(0))
          drawn.push(...pending.take(at).map((each) => each.id))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const [, id] of all) expect(drawn.includes(String(id)) || gone.includes(id)).toBe(true)
      })
    )
  })
})
