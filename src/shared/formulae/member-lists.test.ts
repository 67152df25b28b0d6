import { describe, expect, it } from 'vitest'
import { fitsNumbers, memberList } from './member-lists'

const listIn = (text: string, slogan: string) => {
  const found = memberList(text, text.indexOf(slogan) + slogan.length)
  return found && { items: found.items, words: text.slice(found.start, found.end) }
}

describe('what a text lists behind a slogan', () => {
  it.each([
    [
      '坚持“四个意识”（政治意识、大局意识、核心意识和看齐意识），',
      '四个意识',
      ['政治意识', '大局意识', '核心意识', '看齐意识']
    ],
    ['两个维护：维护核心，维护权威。会议', '两个维护', ['维护核心', '维护权威']],
    ['the "three fields" (wheat, rye, and barley) were sown', 'three fields', ['wheat', 'rye', 'barley']],
    ['the "two roads" strategy: north and south. Then', 'two roads', ['north', 'south']],
    [
      'four gates, namely the east gate; the west gate; the lower gate; and the upper one.',
      'four gates',
      ['east gate', 'west gate', 'lower gate', 'upper one']
    ]
  ])('%s', (text, slogan, items) => {
    expect(listIn(text, slogan)?.items).toEqual(items)
  })

  it.each([
    ['the "four gates" were opened, and many came', 'four gates'],
    ['four gates: nobody knows which', 'four gates'],
    [
      'four gates: the county said that whoever has business with the office need come to the window no more than a single time, and that all is well.',
      'four gates'
    ],
    ['四个意识', '四个意识']
  ])('is nothing in %s', (text, slogan) => {
    expect(listIn(text, slogan)).toBeNull()
  })

  it('fits one of the numbers, or all together', () => {
    expect(fitsNumbers(4, [4])).toBe(true)
    expect(fitsNumbers(3, [4])).toBe(false)
    expect(fitsNumbers(7, [1, 6])).toBe(true)
    expect(fitsNumbers(6, [1, 6])).toBe(true)
    expect(fitsNumbers(5, [1, 6])).toBe(false)
    expect(fitsNumbers(7, [1, 6, 2])).toBe(true)
    expect(fitsNumbers(3, [])).toBe(true)
  })
})
