import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordTable } from './word-table'

const word = fc.oneof(
  fc.constantFrom('', 'a', 'the', 'administration', '最多跑一次', '\ud83d', 'constantinople’s'),
  fc.string({ maxLength: 20 }),
  fc.stringMatching(/^[ab]{0,6}$/)
)

it('numbers words as a plain map of words does, wherever they stand in a text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const table = new WordTable()
      const known = new Map<string, number>()
      const text = words.join(' ')
      let from = 0
      for (const each of words) {
        if (!known.has(each)) {
          expect(table.find(each)).toBeUndefined()
          known.set(each, known.size)
        }
        expect(table.numberAt(text, from, from + each.length)).toBe(known.get(each))
        expect(table.number(each)).toBe(known.get(each))
        expect(table.find(each)).toBe(known.get(each))
        from += each.length + 1
      }
      expect(table.words).toEqual([...known.keys()])
    })
  )
})

it('holds more words than it had room for', () => {
  const table = new WordTable()
  const words = Array.from({ length: 20_000 }, (_, at) => `word ${at}`)
  expect(words.map((each) => table.number(each))).toEqual(words.map((_, at) => at))
  expect(words.map((each) => table.find(each))).toEqual(words.map((_, at) => at))
})
