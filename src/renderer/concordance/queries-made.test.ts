import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../shared/concordance/parse-query'
import { keywordQuery, partOfCorpus } from './keyword-part'
import { lineAbout } from './line-about'
import { quotedQuery } from './quoted-query'

const parsed = (query: string) => {
  const made = parseQuery(query)
  if (!made.ok) throw new Error(`${query}: ${made.problem.code}`)
  return made.query
}

describe('a query that the window writes', () => {
  it('asks for words as they are written, whatever signs are in them', () => {
    const exactly = (words: string) => {
      expect(parsed(quotedQuery(words))).toEqual({ kind: 'phrase', terms: [{ kind: 'quoted', text: words }] })
    }
    for (const words of [
      'visit',
      'a*b? (c) OR "d"',
      '第一 条',
      "don't",
      'a NEAR/3 b',
      '[x]',
      'back\\slash',
      'a:b'
    ])
      exactly(words)
    const words = fc.string({ minLength: 1, unit: 'grapheme' }).map((each) => each.trim())
    fc.assert(
      fc.property(
        words.filter((each) => each !== ''),
        exactly
      )
    )
  })

  it('asks for a keyword in the very texts that it was counted in', () => {
    const conditions = (...given: Parameters<typeof keywordQuery>) => {
      const query = parsed(keywordQuery(...given))
      return query.kind === 'where' ? query.conditions.map(({ field, value }) => [field, value]) : []
    }
    expect(conditions('duty', 'publisher', 'The "Daily" News', 'en')).toEqual([
      ['lang', 'en'],
      ['publisher', 'The "Daily" News']
    ])
    expect(conditions('duty', 'year', '2019', '')).toEqual([['date', '2019']])
    expect(conditions('duty', 'kind', 'official', '')).toEqual([['kind', 'official']])
    expect(conditions('duty', 'language', 'zh-Hans', 'en')).toEqual([['lang', 'zh-Hans']])
    expect(conditions('duty', 'attribute:Desk', 'East Asia', '')).toEqual([['attr', 'Desk=East Asia']])
    expect(conditions('duty', 'year', '', '')).toEqual([])
  })

  it('names the part of the corpus for each fact that texts can be told apart by', () => {
    expect(partOfCorpus('year', '2019', 'en')).toEqual({ language: 'en', years: { from: 2019, to: 2019 } })
    expect(partOfCorpus('year', '', '')).toEqual({ years: { from: null, to: null } })
    expect(partOfCorpus('kind', 'official', '')).toEqual({ kind: 'official' })
    expect(partOfCorpus('publisher', 'Press', 'zh')).toEqual({ language: 'zh', publisher: 'Press' })
    expect(partOfCorpus('language', 'zh', 'en')).toEqual({ language: 'zh' })
    expect(partOfCorpus('attribute:Desk', 'East', '')).toEqual({ attribute: { name: 'Desk', value: 'East' } })
  })
})

it('a line says where it is from: whole, or in short by its year, or by its title where that is unknown', () => {
  const dated = { title: 'A speech', published: { date: '2019-03', precision: 'month' as const } }
  const undated = { title: 'A speech', published: null }
  expect(lineAbout(dated, { block: 2 }, 'whole')).toEqual({ title: 'A speech', place: '2019 · ¶ 3' })
  expect(lineAbout(undated, { block: 2 }, 'whole')).toEqual({ title: 'A speech', place: '¶ 3' })
  expect(lineAbout(dated, { block: 2 }, 'short')).toEqual({ title: '', place: '2019' })
  expect(lineAbout(undated, { block: 2 }, 'none')).toEqual({ title: 'A speech', place: '' })
})
