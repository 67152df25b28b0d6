import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../../../shared/model/span'
import { cutAtMarks, marksBySpan } from './cut'

const most = 60
const spans = fc.array(
  fc
    .tuple(fc.nat(most), fc.integer({ min: 1, max: most }))
    .map(([start, length]) => span(start, start + length)),
  { maxLength: 12 }
)

describe('a text cut where marks begin and end', () => {
  it('is the text again, and each piece lies under the marks that cover each of its characters', () => {
    fc.assert(
      fc.property(spans, fc.nat(20), fc.integer({ min: 1, max: most }), (marks, start, length) => {
        const own = span(start, start + length)
        const pieces = cutAtMarks(own, marks)
        expect(pieces[0]?.start).toBe(own.start)
        expect(pieces.at(-1)?.end).toBe(own.end)
        pieces.forEach((piece, at) => {
          if (at > 0) expect(piece.start).toBe(pieces[at - 1]?.end)
          for (let place = piece.start as number; place < piece.end; place++)
            expect(piece.covering).toEqual(marks.filter((mark) => mark.start <= place && mark.end > place))
        })
      })
    )
  })

  it('has the marks of each block, as looking at all of them would find', () => {
    fc.assert(
      fc.property(spans, fc.array(fc.nat(9), { maxLength: 12 }), (marks, lengths) => {
        let at = 0
        const blocks = lengths.map((length) => {
          const own = span(at, at + length)
          at += length + 1
          return own
        })
        const found = marksBySpan(blocks, marks)
        blocks.forEach((own, index) => {
          const wanted = marks.filter(({ start, end }) => start < own.end && end > own.start)
          expect(new Set(found[index])).toEqual(new Set(wanted))
        })
      })
    )
  })
})
