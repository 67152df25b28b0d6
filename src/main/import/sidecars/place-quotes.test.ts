import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorQuotes } from '../../../shared/anchoring/quotes'
import type { ParsedQuote } from '../parsed-sidecars'
import { quotedText } from './quoted-text'

describe('quotes', () => {
  const words = fc.array(
    fc.constantFrom('snow', 'salt', 'road', '雪', '会议', 'plough', 'spring', 'county', 'gate'),
    {
      minLength: 30,
      maxLength: 80
    }
  )

  const around = fc.record({
    none: fc.boolean(),
    placed: fc.boolean(),
    elsewhere: fc.option(fc.nat(25), { nil: null })
  })

  it('that are found for sure are found with their own letters, wherever they come from', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(words, fc.nat(20), fc.integer({ min: 2, max: 8 }), around, (all, from, length, context) => {
        const text = all.join(' ')
        const exact = all.slice(from, from + length).join('  ')
        // What is said to stand around it may be true, or true of another place.
        const at = context.elsewhere ?? from
        const prefix = context.none ? '' : `${all.slice(Math.max(0, at - 4), at).join(' ')} `
        const suffix = context.none ? '' : ` ${all.slice(at + length, at + length + 4).join(' ')}`
        const start = context.placed ? at * 5 : null
        const [found] = anchorQuotes(text, [{ exact, prefix, suffix, start }])
        if (context.none) expect(found?.status).not.toBe('orphan')
        if (found?.status === 'exact')
          expect(letters(text.slice(found.start, found.end))).toBe(letters(exact))
      })
    )
  })

  it('that stand in two places are told apart by their capitals, else asked about', () => {
    const text = 'People use salt sparingly in winter. Salt sparingly in winter, they say.'
    const [exact, vague] = anchorQuotes(
      text,
      ['Salt sparingly in winter', 'sparingly in winter'].map((own) => ({
        exact: own,
        prefix: '',
        suffix: '',
        start: null
      }))
    )
    expect([exact?.status, exact?.start]).toEqual(['exact', text.indexOf('Salt')])
    expect(vague?.status).toBe('confirm')
  })

  it('whose surroundings tell of another place are asked about, never put there for sure', () => {
    const text =
      'The clerk counted every resort of the county at last. In the second year, when snow lay late, he county the of resort every counted, and thereafter the salt was gone.'
    const [found] = anchorQuotes(text, [
      {
        exact: 'counted every resort of the county',
        prefix: 'In the second year, when snow lay late, he ',
        suffix: ', and thereafter the salt was gone.',
        start: null
      }
    ])
    expect(found?.status).toBe('confirm')
  })

  it('that are kept keep their words exactly, and their places in what is kept', () => {
    const piece = fc.string({ unit: 'grapheme', maxLength: 90 })
    const quote = fc.record({
      exact: piece.filter((each) => each.replace(/[\p{Cc}\p{Cs}\s]+/gu, '') !== ''),
      prefix: piece,
      suffix: piece
    })
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 6 }), (quotes) => {
        const full: ParsedQuote[] = quotes.map((each) => ({
          ...each,
          start: null,
          memo: '',
          themes: [],
          coder: '',
          created: null
        }))
        const { content, selectors } = quotedText(full)
        const text = content.blocks.map((block) => block.text).join('\n')
        for (const { start, end, exact, prefix, suffix } of selectors) {
          expect(text.slice(start, end)).toBe(exact)
          expect(text.slice(start - prefix.length, start)).toBe(prefix)
          expect(text.slice(end, end + suffix.length)).toBe(suffix)
        }
      })
    )
  })
})
