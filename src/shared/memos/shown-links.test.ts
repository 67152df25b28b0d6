import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownLinks, storedLinks } from './shown-links'

const theme = '[[theme:t0e8p5gn3v57b|Numbers]]'
const other = '[[theme:t1e8p5gn3v57b|Numbers]]'

it('shows links by their names, two of one name apart, and never an id', () => {
  const { shown, names } = shownLinks(`See ${theme}, ${other} and [[formula:one main]].`)
  expect(shown).toBe('See [[Numbers]], [[Numbers (2)]] and [[one main]].')
  expect(storedLinks(shown, names)).toBe(`See ${theme}, ${other} and [[formula:one main]].`)
  expect(storedLinks(`${shown} Again [[Numbers]].`, names)).toContain(`Again ${theme}`)
})

it('gives back the very text, whatever stands in it', () => {
  const part = fc.oneof(
    fc.constantFrom(theme, other, '[[Numbers]]', '[[', ']]', '[', ']', '|', '\n', 'Numbers (2)', '[[…]]'),
    fc.constant('[[theme:t0e8p5gn3v57b|]]'),
    fc.constant('[[theme:t0e8p5gn3v57b|a [[b]]'),
    fc.string({ maxLength: 6 })
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), fc.array(part, { maxLength: 9 }), (before, now) => {
      const known = shownLinks(before.join('')).names
      const { shown, names } = shownLinks(now.join(''), known)
      expect(storedLinks(shown, names)).toBe(now.join(''))
    })
  )
})
