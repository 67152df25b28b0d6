import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInText, plainPattern } from '../search/find-in-text'
import { blockSpans } from './canonical'
import { sentences } from './sentences'
import { nextGrapheme, previousGrapheme } from './words'

/** Sizes at which work that grows with the square of the length would take minutes. */
describe('a very long block', () => {
  it.each([
    ['quotations glued to one another', 'He said."Go on."', 60_000, 60_000],
    ['stops', '.', 600_000, 1],
    ['stops before a letter', '..a', 200_000, 1],
    ['abbreviations', 'ab.Cd', 150_000, 1]
  ])('of %s is cut into sentences', (_, piece, count, least) => {
    const text = `${piece.repeat(count)}a`
    const found = sentences(text)
    expect(found.length).toBeGreaterThanOrEqual(least)
    expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  })

  it('is searched for whole words, in Chinese too', () => {
    const find = (text: string, query: string, language: string) =>
      findInText(text, blockSpans([{ text }]), { query, ...plainPattern, wholeWord: true }, language).length
    expect(find('the cat sat, '.repeat(90_000), 'cat', 'en')).toBe(90_000)
    expect(find('他在北京大学，'.repeat(30_000), '北京大学', 'zh')).toBe(30_000)
  })
})

describe('graphemes', () => {
  it('are the same whether a place is plain or has to be looked at', () => {
    const whole = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const signs = fc.constantFrom(
      'a',
      ' ',
      '字',
      '。',
      'Ａ',
      'e\u0301',
      '\u0301',
      '👩‍👩‍👧',
      '\u0600',
      '가',
      'ᄀ',
      '\uFF9E',
      'ｶ',
      '🇩',
      '〪',
      '\uFE0F'
    )
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 10 }), (parts) => {
        const text = parts.join('')
        const ends = Array.from(whole.segment(text), ({ index, segment }) => index + segment.length)
        let at = 0
        for (const end of ends) {
          expect(nextGrapheme(text, at)).toBe(end)
          expect(previousGrapheme(text, end)).toBe(at)
          at = end
        }
      })
    )
  })
})
