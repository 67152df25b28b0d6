import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes } from './assign-lanes'
import { placeNotes } from './place-notes'

describe('the bars beside a text', () => {
  it('never lie on one another while there is a lane for each, and the longest is nearest the text', () => {
    const bars = assignLanes([
      { item: 'short', top: 0, bottom: 10 },
      { item: 'long', top: 0, bottom: 50 },
      { item: 'later', top: 20, bottom: 30 }
    ])
    expect(bars.map(({ item, lane }) => [item, lane])).toEqual([
      ['long', 0],
      ['short', 1],
      ['later', 1]
    ])
  })

  it('keep apart whatever lies beside what, up to eight deep; all of them are drawn', () => {
    const bar = fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
      .map(([top, height]) => ({ item: null, top, bottom: top + height }))
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 8 }), (spans) => {
        const bars = assignLanes(spans)
        expect(bars).toHaveLength(spans.length)
        for (const [at, one] of bars.entries())
          for (const other of bars.slice(at + 1))
            if (one.lane === other.lane) expect(one.bottom <= other.top || other.bottom <= one.top).toBe(true)
      })
    )
    const crowd = assignLanes(Array.from({ length: 30 }, (_, at) => ({ item: at, top: 0, bottom: 100 - at })))
    expect(Math.max(...crowd.map(({ lane }) => lane))).toBe(7)
    expect(crowd).toHaveLength(30)
  })
})

describe('the notes beside a text', () => {
  const note = (key: string, top: number, memo = '') => ({ key, top, name: `Theme ${key}`, memo })

  it('stand at their lines, and under the one before where that takes the room', () => {
    const placed = placeNotes([note('c', 200), note('b', 105, 'A memo of some length.'), note('a', 100)])
    expect(placed.map(({ key, top }) => [key, top])).toEqual([
      ['a', 100],
      ['b', 115],
      ['c', 200]
    ])
  })

  it('are left out where they would stand far from their lines, and where there is nothing to say', () => {
    const placed = placeNotes([
      ...Array.from({ length: 20 }, (_, at) => note(String(at), 10)),
      { key: 'none', top: 10, name: '', memo: '' },
      note('next', 400)
    ])
    for (const { key, top } of placed) expect(top).toBeLessThanOrEqual((key === 'next' ? 400 : 10) + 120)
    expect(placed.length).toBeLessThan(20)
    expect(placed.at(-1)).toMatchObject({ key: 'next', top: 400 })
  })
})
