import { expect, it } from 'vitest'
import { cutAtWord } from './cut-at-word'

it('cuts between words, in English and in Chinese', () => {
  expect(cutAtWord('Systematically and Pragmatically', 24)).toBe('Systematically and…')
  expect(cutAtWord('short', 24)).toBe('short')
  const cut = cutAtWord('全省冬季重点工程推进会召开', 8)
  expect(cut.length).toBeLessThanOrEqual(8)
  expect(cut).toMatch(/^全省.*…$/)
  expect(cutAtWord('x'.repeat(40), 10)).toHaveLength(9)
})
