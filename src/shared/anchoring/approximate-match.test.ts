import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { layAlong } from './approximate-match'
import { GramIndex } from './gram-index'
import { normalise } from './normalise'

const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '中', '文'), maxLength })

/** The fewest edits that make a piece of a stretch of the text, cell by cell (Sellers 1980). */
function fewestEdits(piece: string, text: string): number {
  let column = Array.from({ length: piece.length + 1 }, (_, row) => row)
  let least = piece.length
  for (const sign of text) {
    const next = [0]
    for (let row = 1; row <= piece.length; row++)
      next[row] = Math.min(
        (column[row] ?? 0) + 1,
        (next[row - 1] ?? 0) + 1,
        (column[row - 1] ?? 0) + (piece.charAt(row - 1) === sign ? 0 : 1)
      )
    column = next
    least = Math.min(least, column[piece.length] ?? least)
  }
  return least
}

group('laying a passage along a text', () => {
  it('takes the fewest edits, for passages longer than a block of bits too', () => {
    fc.assert(
      fc.property(letters(90), letters(120), (piece, text) => {
        if (piece === '') return
        const { quote, start, end } = layAlong(['', piece, ''], text, 0, text.length)
        const edits = (1 - quote) * Math.max(piece.length, end - start, 1)
        expect(Math.round(edits)).toBe(fewestEdits(piece, text))
      }),
      { numRuns: 400 }
    )
  })

  it('finds a passage whole where it stands, with its ends', () => {
    fc.assert(
      fc.property(letters(40), letters(70), letters(40), letters(40), (before, quote, after, around) => {
        if (quote === '') return
        const text = `${around}xy${before}${quote}${after}yx${around}`
        const from = around.length + 2 + before.length
        const fit = layAlong([`y${before}`, quote, `${after}y`], text, 0, text.length)
        expect([fit.quote, fit.before, fit.after]).toEqual([1, 1, 1])
        expect(text.slice(fit.start, fit.end)).toBe(quote)
        if (text.indexOf(`y${before}${quote}${after}y`) === from - before.length - 1)
          expect(fit.start).toBe(from)
      })
    )
  })

  it('leaves nothing behind for the next passage', () => {
    fc.assert(
      fc.property(letters(50), letters(50), letters(80), (one, other, text) => {
        const lay = () => layAlong(['', other, ''], text, 0, text.length)
        const first = lay()
        layAlong(['', one, ''], text, 0, text.length)
        expect(lay()).toEqual(first)
      })
    )
  })
})

group('the index of grams', () => {
  it('knows every place of a string, in order', () => {
    fc.assert(
      fc.property(letters(300), fc.nat(300), fc.integer({ min: 1, max: 20 }), (text, from, length) => {
        const wanted = text.slice(from, from + length)
        if (wanted === '') return
        const places = [...text].flatMap((_, at) => (text.startsWith(wanted, at) ? [at] : []))
        expect([...new GramIndex(text).occurrences(wanted)]).toEqual(places)
      })
    )
  })

  it('puts the place of a piece with a slip in it first, in a text of other words', () => {
    const text = Array.from({ length: 400 }, (_, at) => `w${(at * 7919) % 9973}q${(at * 31) % 997}z`).join('')
    for (const at of [0, 700, 1900]) {
      const piece = text.slice(at, at + 60)
      const [best] = new GramIndex(text).places(`${piece.slice(0, 30)}x${piece.slice(31)}`, 3)
      expect(best?.at).toBe(at)
    }
  })
})

group('letters and digits of a text', () => {
  it('each come from a place that only moves on', () => {
    const unit = fc.constantFrom('a', 'É', 'ﬃ', '國', ' ', '。', '\u0301', '𝒳', '\ud800', '２')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const { text: folded, starts, ends } = normalise(text)
        expect(starts).toHaveLength(folded.length)
        expect(ends).toHaveLength(folded.length)
        for (let at = 0; at < folded.length; at++) {
          expect(starts[at]).toBeLessThan(ends[at] ?? 0)
          if (at > 0) expect(starts[at] ?? 0).toBeGreaterThanOrEqual(starts[at - 1] ?? 0)
        }
        expect(normalise(folded).text).toBe(folded)
      })
    )
  })
})
