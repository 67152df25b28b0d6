import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { align } from './align'
import { chineseNumbers, englishNumbers } from './numbers'

const corpus = join(import.meta.dirname, '../../../corpus')
const Gold = z.object({
  a: z.string(),
  b: z.string(),
  sentencesA: z.array(z.string()),
  sentencesB: z.array(z.string()),
  links: z.array(z.tuple([z.array(z.number()), z.array(z.number())]))
})
const golds = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(corpus, name, 'gold')).map((file) =>
      Gold.parse(JSON.parse(readFileSync(join(corpus, name, 'gold', file), 'utf8')))
    )
  )

/** Strict F1 over links with both sides, all pairs together. */
function strictF1(pairs: typeof golds): number {
  let [hits, given, wanted] = [0, 0, 0]
  for (const gold of pairs) {
    const full = (link: readonly [readonly number[], readonly number[]]) =>
      link[0].length > 0 && link[1].length > 0
    const expected = new Set(gold.links.filter(full).map((link) => JSON.stringify(link)))
    const found = align(gold.sentencesA, gold.sentencesB)
      .map(({ a, b }): [number[], number[]] => [[...a], [...b]])
      .filter(full)
    hits += found.filter((link) => expected.has(JSON.stringify(link))).length
    given += found.length
    wanted += expected.size
  }
  return (2 * hits) / (given + wanted)
}

describe('the aligner', () => {
  it('puts every sentence into exactly one link, in order', () => {
    const sentence = fc.constantFrom(
      'One two three.',
      'In 2018 it rose.',
      '最多跑一次。',
      'x',
      'A long sentence about snow and ice, and more.'
    )
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), fc.array(sentence, { maxLength: 12 }), (a, b) => {
        const links = align(a, b)
        expect(links.flatMap((link) => link.a)).toEqual(a.map((_, i) => i))
        expect(links.flatMap((link) => link.b)).toEqual(b.map((_, j) => j))
        for (const { confidence } of links) expect(confidence >= 0 && confidence <= 1).toBe(true)
      })
    )
  })

  it('aligns a text with itself one to one, and is sure of it', () => {
    const own = golds[0]?.sentencesB ?? []
    const links = align(own, own)
    expect(links.every(({ a, b }) => a.length === 1 && a[0] === b[0])).toBe(true)
    expect(Math.min(...links.map((link) => link.confidence))).toBeGreaterThan(0.9)
  })

  it('finds most links of the sample corpus', () => {
    const fromChinese = golds.filter(({ a }) => a.includes('/source'))
    const english = golds.filter((gold) => !fromChinese.includes(gold))
    expect(strictF1(english)).toBeGreaterThan(0.85)
    expect(strictF1(fromChinese)).toBeGreaterThan(0.85)
  })

  it('leaves every sentence alone where the other side is empty', () => {
    expect(align([], ['a'])).toEqual([{ a: [], b: [0], confidence: 1 }])
    expect(align(['a'], [])).toEqual([{ a: [0], b: [], confidence: 1 }])
  })
})

describe('figures', () => {
  it.each([
    ['one main axis and six pairs', ['1', '6', '2']],
    ['1,300 categories from 46 departments', ['1300', '46']],
    ['thirty-one units, two hundred yuan', ['31', '200']],
    ['the 14th Five-Year Plan', ['14', '5']]
  ])('are read in English: %s', (text, expected) => {
    for (const value of expected) expect(englishNumbers(text)).toContain(value)
  })
  it.each([
    ['一主六双', ['1', '6', '2']],
    ['一千三百类', ['1300']],
    ['八千五百六十万亩', ['85600000']],
    ['二〇一八年', ['2018']],
    ['十亿元', ['1000000000']],
    ['3万5千', ['30000', '5000']],
    ['“十四五”规划', ['14', '5']],
    ['超过三成', ['30']],
    ['百分之三十', ['30']],
    ['三千万元', ['30000000']],
    ['三万一千人次', ['31000']],
    ['六十分', ['60']]
  ])('are read in Chinese: %s', (text, expected) => {
    for (const value of expected) expect(chineseNumbers(text)).toContain(value)
  })
})
