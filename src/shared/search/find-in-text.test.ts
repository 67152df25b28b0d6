import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockSpans, canonicalText } from '../text/canonical'
import { navigableText, unitAt } from '../text/caret-motion'
import { sentences } from '../text/sentences'
import { words } from '../text/words'
import { findInText, plainPattern } from './find-in-text'

function find(
  lines: readonly string[],
  query: string,
  how: Partial<typeof plainPattern> = {},
  language = 'en'
) {
  const blocks = lines.map((text) => ({ text }))
  const text = canonicalText(blocks)
  return findInText(text, blockSpans(blocks), { query, ...plainPattern, ...how }, language).map(
    ({ start, end }) => text.slice(start, end)
  )
}

describe('finding in a text', () => {
  it('makes no difference of case, width, quotation marks and what cannot be seen, unless it is asked to', () => {
    const lines = ['The “One Stop” Ｏｆｆｉｃｅ, the of\u00adfice, the OFFICE.']
    expect(find(lines, 'office')).toEqual(['Ｏｆｆｉｃｅ', 'of\u00adfice', 'OFFICE'])
    expect(find(lines, 'OFFICE', { matchCase: true })).toEqual(['OFFICE'])
    expect(find(lines, 'office', { matchWidth: true })).toEqual(['of\u00adfice', 'OFFICE'])
    expect(find(lines, '"one stop"')).toEqual(['“One Stop”'])
  })

  it('finds whole words, in Chinese by the dictionary', () => {
    expect(find(['A form, a platform, reform; form.'], 'form', { wholeWord: true })).toEqual(['form', 'form'])
    expect(find(['北京大学的学生'], '大学', {}, 'zh')).toEqual(['大学'])
    expect(find(['他在大学城'], '学', { wholeWord: true }, 'zh')).toEqual([])
  })

  it('takes expressions, block by block', () => {
    expect(find(['Form 1 of 12', 'Form 2'], '^form \\d+', { regex: true })).toEqual(['Form 1', 'Form 2'])
    expect(find(['Form'], 'x*', { regex: true })).toEqual([])
    expect(() => find(['Form'], '(', { regex: true })).toThrow(SyntaxError)
  })

  it('never ends within a grapheme', () => {
    // A letter with a mark is the same whether it is composed or not: another than the one without.
    expect(find(['cafe\u0301 bar'], 'cafe')).toEqual(find(['café bar'], 'cafe'))
    expect(find(['cafe\u0301 bar'], 'café')).toEqual(['cafe\u0301'])
    expect(find(['👩‍👩‍👧 here'], '👩', { regex: true })).toEqual(['👩‍👩‍👧'])
  })
})

describe('a unit about a place', () => {
  const prose = fc
    .array(
      fc.constantFrom('office', 'a', 'Form', '一张表', '跑一次', ' ', ', ', '. ', '。', '；', '-', '’s'),
      {
        minLength: 1,
        maxLength: 400
      }
    )
    .map((parts) => parts.join(''))

  it('is the one that cutting the whole text gives', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.constantFrom('en', 'zh'), (text, place, language) => {
        const offset = place % (text.length + 1)
        const walk = navigableText([{ kind: 'paragraph', number: 1, text }], language)
        for (const [unit, all] of [
          ['word', words(text, language)],
          ['sentence', sentences(text)]
        ] as const) {
          const own =
            all.find((each) => each.start <= offset && offset < each.end) ??
            all.find((each) => each.end === offset)
          const found = unitAt(walk, offset, unit)
          expect([found.start, found.end]).toEqual(own ? [own.start, own.end] : [offset, offset])
        }
      })
    )
  })
})
