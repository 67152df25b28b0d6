import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, type KnownPair } from './align'

/** Two languages of a hundred words each, of which no dictionary knows anything: `ko12` is rendered by `sai12`. */
const word = fc.integer({ min: 0, max: 99 })
const sentence = fc.array(word, { minLength: 5, maxLength: 9 })
const spell = (stem: string) => (words: readonly number[]) =>
  `${words.map((each) => stem + 'abcdefghij'[Math.floor(each / 10)] + 'klmnopqrst'[each % 10]).join(' ')}.`
const [ours, theirs] = [spell('ko'), spell('sai')]

const lessons: KnownPair[] = Array.from({ length: 120 }, (_, at) => {
  const words = Array.from({ length: 7 }, (__, k) => (at * 37 + k * 13 + ((at * k) % 11)) % 100)
  return [ours(words), theirs(words.toReversed())] as const
})

/** A text in which no word stands twice: what a sentence says is said nowhere else. */
const text = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: 100 }, (_, at) => at),
      { minLength: 100, maxLength: 100 }
    ),
    fc.array(fc.integer({ min: 5, max: 8 }), { minLength: 8, maxLength: 12 })
  )
  .map(([words, lengths]) =>
    lengths.map((length, at) => {
      const from = lengths.slice(0, at).reduce((sum, each) => sum + each, 0)
      return words.slice(from, from + length)
    })
  )

describe('what other works have taught', () => {
  it('tells which sentence is left out where nothing else does', () => {
    fc.assert(
      fc.property(text, fc.nat(), (all, at) => {
        const missing = at % all.length
        const a = all.map(ours)
        const b = all.flatMap((words, k) => (k === missing ? [] : [theirs(words.toReversed())]))
        const links = align(a, b, { languageA: 'x-ours', languageB: 'x-theirs', known: lessons })
        const alone = links.filter((link) => link.b.length === 0).flatMap((link) => link.a)
        expect(alone).toEqual([missing])
        for (const link of links)
          if (link.b.length > 0) expect(link.a.map((k) => (k < missing ? k : k - 1))).toEqual(link.b)
      }),
      { numRuns: 60 }
    )
  })

  it('changes nothing where it is nothing', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (text) => {
        const a = text.map(ours)
        const b = text.map(theirs)
        expect(align(a, b, { known: [] })).toEqual(align(a, b))
      })
    )
  })
})
