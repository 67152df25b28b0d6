import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../../shared/model/span'
import { annotationBetween, p, tag } from '../../shared/testing/tagged-text'
import { cutAtMarks } from './cut-at-marks'
import type { Stretch } from './differences-in-row'

const tagged = p('<s>The <a>quick <x>brown<b> fox<c> jumps<y>.<e>')
const between = (start: string, end: string) => span(tag(tagged, start), tag(tagged, end))
const words = ({ start, end }: { readonly start: number; readonly end: number }) =>
  tagged.text.slice(start, end)

describe('a sentence of a comparison that is highlighted and differs', () => {
  it('is cut wherever a highlight begins or ends, and within that where a difference does', () => {
    const marks = [
      annotationBetween(tagged, 'a', 'c', { id: 'outer' }),
      annotationBetween(tagged, 'a', 'b', { id: 'inner' })
    ]
    const figure: Stretch = {
      kind: 'figure',
      ...between('x', 'y'),
      atOdds: { text: 'brown', column: 1, others: ['red'] }
    }
    const pieces = cutAtMarks(between('s', 'e'), marks, [{ kind: 'added', ...between('x', 'b') }, figure])
    expect(pieces.map((each) => [words(each), each.marks.map(({ id }) => id)])).toEqual([
      ['The ', []],
      ['quick brown', ['outer', 'inner']],
      [' fox', ['outer']],
      [' jumps.', []]
    ])
    expect(pieces.map(({ leaves }) => leaves.map((leaf) => [words(leaf), leaf.kinds]))).toEqual([
      [['The ', []]],
      [
        ['quick ', []],
        ['brown', ['added', 'figure']]
      ],
      [[' fox', ['figure']]],
      [
        [' jumps', ['figure']],
        ['.', []]
      ]
    ])
    expect(pieces[1]?.leaves[1]?.atOdds).toEqual([{ text: 'brown', column: 1, others: ['red'] }])
  })

  it('is one piece where nothing is marked, and where marks only touch its ends', () => {
    expect(cutAtMarks(between('s', 'e'), [])).toHaveLength(1)
    const whole = annotationBetween(tagged, 's', 'e', { id: 'whole' })
    expect(cutAtMarks(between('s', 'e'), [whole])).toHaveLength(1)
    expect(
      cutAtMarks(between('s', 'a'), [annotationBetween(tagged, 'a', 'b', { id: 'after' })])
    ).toHaveLength(1)
  })

  it('says the whole of its words, each once, however it is marked', () => {
    const length = tagged.text.length
    const stretch = fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)))
    fc.assert(
      fc.property(fc.array(stretch), fc.array(stretch), (highlights, differing) => {
        const model = annotationBetween(tagged, 'a', 'b', { id: 'm' })
        const marks = highlights.map((at) => ({ ...model, selector: { ...model.selector, ...at } }))
        const own = between('s', 'e')
        const pieces = cutAtMarks(
          own,
          marks,
          differing.map((at) => ({ kind: 'moved' as const, ...at }))
        )
        expect(pieces.map(words).join('')).toBe(words(own))
        expect(pieces.flatMap(({ leaves }) => leaves.map(words)).join('')).toBe(words(own))
        for (const { start, end, marks: held } of pieces)
          for (const { selector } of marks) {
            const isHeld = held.some((each) => each.selector === selector)
            expect(isHeld).toBe(selector.start <= start && end <= selector.end)
          }
      })
    )
  })
})
