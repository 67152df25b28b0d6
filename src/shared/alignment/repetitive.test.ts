import { describe, expect, it } from 'vitest'
import { lexiconText } from '../../../scripts/lib/chinese-lexicon.mjs'
import { repetitiveVersions } from '../testing/repetitive-versions'
import { align } from './align'
import { ChineseLexicon } from './lexicon'
import { leastLikeness, likeness } from './likeness'

describe('versions that repeat nearly every word', () => {
  const lexicon = new ChineseLexicon(lexiconText())

  for (const { name, languages, a, b, gold } of repetitiveVersions())
    it(`${name}: what answers stands beside it, and nothing is left out`, () => {
      const links = align(a, b, { languageA: languages[0], languageB: languages[1] }, lexicon)
      const named = new Set(links.map((link) => `${link.a}|${link.b}`))
      const missed = gold.filter(([x, y]) => !named.has(`${x}|${y}`))
      expect(links.filter((link) => link.a.length === 0 || link.b.length === 0)).toEqual([])
      expect(missed.length).toBeLessThanOrEqual(gold.length / 10)
    })

  it('texts of equal sentences that share no words are no versions of each other', () => {
    const a = Array.from(
      { length: 12 },
      (_, at) => `A trawler out of the harbour number ${at * 7 + 3} was seen again that day.`
    )
    const b = Array.from({ length: 5 }, () => [
      'Whoever owes duties pays them by spring.',
      'No clerk may ask for more.',
      'Appeals go to the court.'
    ]).flat()
    expect(likeness(align(a, b, { languageA: 'en', languageB: 'en' }))).toBeLessThan(leastLikeness)
  })

  it('a note in brackets is nobody’s rendering', () => {
    const a = ['The council met in the old hall.', 'It set the price of salt.', 'All members were there.']
    const b = [
      'The council met at the old hall.',
      '[The hall burnt down two years later.]',
      'It fixed the price of salt.',
      '(Salt was sold by the county then.)',
      'All the members were present.'
    ]
    const links = align(a, b, { languageA: 'en', languageB: 'en' })
    expect(links.map((link) => [link.a, link.b])).toEqual([
      [[0], [0]],
      [[], [1]],
      [[1], [2]],
      [[], [3]],
      [[2], [4]]
    ])
  })
})
