import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { Selector } from '../model/annotation'
import { span } from '../model/span'
import { hash } from '../testing/sample-records'
import { describe, isExact } from './describe'
import { findQuote } from './find-quote'

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '中', '👩‍🌾', 'e\u0301', '\n'),
  maxLength: 120
})

group('describing a passage', () => {
  it('gives a selector that fits its schema and stands where it says', () => {
    fc.assert(
      fc.property(text, fc.nat(120), fc.nat(120), (whole, a, b) => {
        const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)]
        const selector = describe(whole, span(start, end), hash)
        if (selector === null) return
        expect(Selector.parse(selector)).toEqual(selector)
        expect(isExact(whole, selector)).toBe(true)
        expect(whole.slice(0, selector.start).endsWith(selector.prefix)).toBe(true)
        expect(whole.slice(selector.end).startsWith(selector.suffix)).toBe(true)
        expect(selector.exact).toBe(selector.exact.trim())
      })
    )
  })

  it('leaves nothing of a selection of white space', () => {
    expect(describe('a   b', span(1, 4), hash)).toBeNull()
  })
})

group('finding a quote', () => {
  it('finds every place, exactly', () => {
    expect(findQuote('run once, run once', 'run once')).toEqual([span(0, 8), span(10, 18)])
  })
  it('forgives quotation marks and spaces, not case', () => {
    expect(findQuote('the “one  visit” rule', '"one visit"')).toEqual([span(4, 16)])
    expect(findQuote('One visit', 'one visit')).toEqual([])
  })
})
