import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lexiconText } from '../../../scripts/lib/chinese-lexicon.mjs'
import { align } from './align'
import { ChineseLexicon } from './lexicon'
import { leastLikeness, likeness } from './likeness'
import { chineseNumbers, englishNumbers } from './numbers'
import { throughSource } from './pivot'

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

const lexicon = new ChineseLexicon(lexiconText())

interface Counts {
  hits: number
  given: number
  wanted: number
  alone: { hits: number; given: number; wanted: number }
}

type Pair = readonly [readonly number[], readonly number[]]

/** Strict counts over links with both sides, and over sentences left alone, all pairs together. */
function score(pairs: typeof golds): { strict: number; alone: number } {
  const counts: Counts = { hits: 0, given: 0, wanted: 0, alone: { hits: 0, given: 0, wanted: 0 } }
  for (const gold of pairs) {
    const found = align(gold.sentencesA, gold.sentencesB, {}, lexicon).map(({ a, b }): Pair => [a, b])
    const full = ([a, b]: Pair) => a.length > 0 && b.length > 0
    const add = (into: { hits: number; given: number; wanted: number }, test: (pair: Pair) => boolean) => {
      const expected = new Set(gold.links.filter(test).map((link) => JSON.stringify(link)))
      const given = found.filter(test)
      into.hits += given.filter((link) => expected.has(JSON.stringify(link))).length
      into.given += given.length
      into.wanted += expected.size
    }
    add(counts, full)
    add(counts.alone, (pair) => !full(pair))
  }
  const f1 = ({ hits, given, wanted }: Omit<Counts, 'alone'>) => (2 * hits) / (given + wanted)
  return { strict: f1(counts), alone: f1(counts.alone) }
}

const sentence = fc.constantFrom(
  'One two three.',
  'In 2018 it rose.',
  '最多跑一次。',
  'x',
  'A long sentence about snow and ice, and more.'
)
const text = fc.array(sentence, { maxLength: 12 })

describe('the aligner', () => {
  it('puts every sentence into exactly one link', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const links = align(a, b)
        const ascending = (x: number, y: number) => x - y
        expect(links.flatMap((link) => link.a).sort(ascending)).toEqual(a.map((_, i) => i))
        expect(links.flatMap((link) => link.b).sort(ascending)).toEqual(b.map((_, j) => j))
        for (const { confidence } of links) expect(confidence >= 0 && confidence <= 1).toBe(true)
      }),
      {
        numRuns: 300,
        // A link that reached over a sentence which had been moved away once held that sentence a second time.
        examples: [
          [
            [
              'One two three.',
              'One two three.',
              'x',
              '最多跑一次。',
              'A long sentence about snow and ice, and more.',
              'One two three.',
              'x',
              'In 2018 it rose.',
              'One two three.'
            ],
            [
              '最多跑一次。',
              'One two three.',
              'In 2018 it rose.',
              'x',
              'A long sentence about snow and ice, and more.',
              'One two three.',
              'One two three.',
              'A long sentence about snow and ice, and more.',
              'x',
              'x'
            ]
          ]
        ]
      }
    )
  })

  it('a link made by hand is not taken apart where its sentences changed places', () => {
    const a = ['Zhao praised the salt workers of Dagu.', 'Meng Xianyi bought the eastern mill in March.']
    const b = [...a].reverse()
    const fixed = [{ a: [0, 1], b: [0, 1] }]
    expect(align(a, b, {}).map((link) => [link.a, link.b])).not.toEqual([
      [
        [0, 1],
        [0, 1]
      ]
    ])
    expect(align(a, b, { fixed }).map((link) => [link.a, link.b])).toEqual([
      [
        [0, 1],
        [0, 1]
      ]
    ])
  })

  it('keeps every link that a hand has made, and aligns the rest around it', () => {
    const hands = fc
      .tuple(text, text)
      .filter(([a, b]) => a.length > 0 && b.length > 0)
      .chain(([a, b]) =>
        fc.record({
          a: fc.constant(a),
          b: fc.constant(b),
          fixed: fc.array(
            fc.record({
              a: fc.uniqueArray(fc.nat(a.length - 1), { maxLength: 2 }),
              b: fc.uniqueArray(fc.nat(b.length - 1), { maxLength: 2 })
            }),
            { maxLength: 3 }
          )
        })
      )
    fc.assert(
      fc.property(hands, ({ a, b, fixed }) => {
        const links = align(a, b, { fixed })
        const name = (link: { a: readonly number[]; b: readonly number[] }) =>
          `${[...link.a].sort()} ${[...link.b].sort()}`
        const names = new Set(links.map(name))
        expect(links.flatMap((link) => link.a)).toHaveLength(a.length)
        expect(links.flatMap((link) => link.b)).toHaveLength(b.length)
        // A sentence named twice belongs to the first that names it: only the first link is sure to be whole.
        const [first] = fixed
        if (first && first.a.length > 0 && first.b.length > 0) expect(names).toContain(name(first))
      })
    )
  })

  it('aligns a text with itself one to one, and is sure of it', () => {
    const own = golds[0]?.sentencesB ?? []
    const links = align(own, own)
    expect(links.every(({ a, b }) => a.length === 1 && a[0] === b[0])).toBe(true)
    expect(Math.min(...links.map((link) => link.confidence))).toBeGreaterThan(0.9)
  })

  it('finds the links of the sample corpus, moved sentences and left-outs among them', () => {
    const fromChinese = golds.filter(({ a }) => a.includes('/source'))
    const english = score(golds.filter((gold) => !fromChinese.includes(gold)))
    const chinese = score(fromChinese)
    expect(english.strict).toBeGreaterThanOrEqual(0.97)
    expect(chinese.strict).toBeGreaterThanOrEqual(0.95)
    expect(Math.min(english.alone, chinese.alone)).toBeGreaterThanOrEqual(0.8)
  })

  it('finds its way again where a chapter is missing', () => {
    const whole = golds.filter(({ a }) => a.includes('/source')).slice(0, 6)
    const a = whole.flatMap((gold) => gold.sentencesA)
    const b = whole.flatMap((gold, at) => (at === 2 || at === 3 ? [] : gold.sentencesB))
    const last = align(a, b, {}, lexicon)
      .filter((link) => link.a.length > 0 && link.b.length > 0)
      .at(-1)
    expect(last?.a.at(-1)).toBe(a.length - 1)
    expect(last?.b.at(-1)).toBe(b.length - 1)
  })

  it('links a passage across that stands elsewhere in the other text', () => {
    const own = golds.find(({ a }) => !a.includes('/source'))
    const a = own?.sentencesA ?? []
    const moved = [...a.slice(3, 6), ...a.slice(0, 3), ...a.slice(6)]
    const links = align(a, moved)
    for (const link of links) expect(link.a.map((at) => a[at])).toEqual(link.b.map((at) => moved[at]))
  })

  it('leaves every sentence alone where the other side is empty', () => {
    expect(align([], ['a'])).toMatchObject([{ a: [], b: [0], confidence: 1 }])
    expect(align(['a'], [])).toMatchObject([{ a: [0], b: [], confidence: 1 }])
  })

  it('tells versions of one text from texts that are none', () => {
    const [one] = golds.filter(({ a }) => a.includes('/source'))
    const far = golds.find(({ a }) => a.includes('/source') && a.split('/')[0] !== one?.a.split('/')[0])
    const same = likeness(align(one?.sentencesA ?? [], one?.sentencesB ?? [], {}, lexicon))
    const none = likeness(align(one?.sentencesA ?? [], far?.sentencesB ?? [], {}, lexicon))
    expect(same).toBeGreaterThan(0.5)
    expect(none).toBeLessThan(leastLikeness)
  })

  it('is not brought down by doubled sentences, a text without ends, or one sentence against many', () => {
    const own = golds.find(({ a }) => !a.includes('/source'))
    const a = own?.sentencesA ?? []
    const doubled = align(
      a,
      a.flatMap((each) => [each, each])
    )
    expect(doubled.filter((link) => link.a.length > 0 && link.b.length > 0).length).toBeGreaterThan(
      a.length / 2
    )
    const endless = align(a, [a.map((each) => each.replace(/[.!?]/g, '')).join(' ')])
    expect(endless).toMatchObject([{ a: a.map((_, at) => at), b: [0] }])
  })
})

describe('versions aligned through their source', () => {
  it('keep direct links that stay inside a block, and join what reaches out of it with less confidence', () => {
    const link = (a: number[], b: number[], confidence = 0.9) => ({ a, b, confidence, worth: 3 })
    const toA = [link([0], [0]), link([1], [1]), link([2], [])]
    const toB = [link([0], [0, 1]), link([1], [2]), link([2], [3])]
    const agreed = throughSource(toA, toB, [link([0], [0, 1]), link([1], [2]), link([], [3])])
    expect(agreed.map(({ a, b, confidence }) => [a, b, confidence])).toEqual([
      [[0], [0, 1], 0.9],
      [[1], [2], 0.9],
      [[], [3], 0.9]
    ])
    const torn = throughSource(toA, toB, [link([0], [0]), link([1], [1, 2]), link([], [3])])
    expect(torn[0]).toMatchObject({ a: [0], b: [0, 1], confidence: 0.45 })
    expect(torn[1]).toMatchObject({ a: [1], b: [2], confidence: 0.45 })
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
