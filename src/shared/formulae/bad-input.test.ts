import { describe, expect, it } from 'vitest'
import { noLexicon } from '../alignment/lexicon'
import type { FormulaId } from '../model/ids'
import { span } from '../model/span'
import { FormulaMatcher } from './matcher'
import { chanceMeant } from './meant'
import { FormulaMiner } from './miner'
import { phraseKey } from './phrase-key'
import { proposeRenderings } from './propose'

function mined(texts: readonly string[], language = 'en') {
  const miner = new FormulaMiner()
  const given = texts.map((text, document) => ({ document, text, language, parts: [span(0, text.length)] }))
  for (const each of given) miner.look(each)
  for (const each of given) miner.gather(each)
  return miner.candidates((document) => texts[document] ?? '')
}
const placesOf = (texts: readonly string[], language = 'en') =>
  mined(texts, language).map(({ words }) => words)

describe('finding', () => {
  it('finds the number slogans, quoted phrases and parallels of a corpus without Chinese', () => {
    const found = placesOf([
      'The "one main and six pairs" layout goes with the Four-but-two-straight approach and the "761" Project.',
      'The "1 + 20 major project" goes on; let data run more, let the masses run less.',
      'Build "one core" "two wings" "three circles" "multi-band" at once.'
    ])
    expect(found).toEqual(
      expect.arrayContaining([
        'one main and six pairs',
        'Four-but-two-straight approach',
        '761 Project',
        '1 + 20 major project',
        'let data run more, let the masses run less',
        'one core, two wings, three circles, multi-band'
      ])
    )
  })

  it('finds offices, bodies, parallels and round numbers in Chinese, and quotes in traditional characters', () => {
    const found = placesOf(
      [
        '副省长林兆明说，要让数据多跑路、群众少跑腿。省农业农村厅介绍，千万头肉牛不再是口号。要加强顶层设计。',
        '會議强調「四個意識」。'
      ],
      'zh-CN'
    )
    expect(found).toEqual(
      expect.arrayContaining([
        '副省长',
        '让数据多跑路、群众少跑腿',
        '省农业农村厅',
        '千万头肉牛',
        '顶层设计',
        '四個意識'
      ])
    )
  })

  it('tells one phrase once, however it is written', () => {
    const keys = mined([
      'The "one main six pairs" plan. The "One Main and Six Pairs" plan. “one main, six pairs” again.'
    ]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => key === phraseKey('one main and six pairs'))).toHaveLength(1)
  })

  it('lists more than ten thousand candidates in order, each once', () => {
    const texts = Array.from({ length: 110 }, (_, text) =>
      Array.from({ length: 100 }, (_, at) => `The "plan ${word(text)} ${word(at)}" was passed.`).join(' ')
    )
    const found = mined(texts)
    expect(found.length).toBeGreaterThan(10_000)
    const worths = found.map(({ worth }) => worth)
    expect([...worths].sort((a, b) => b - a)).toEqual(worths)
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
  })

  it('finds nothing in nothing, and in texts of signs alone', () => {
    expect(placesOf(['', '   ', '""', '“”，。', '1 2 3 4'])).toEqual([])
  })
})

/** A word of its own for each number. */
const word = (at: number) =>
  `${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}x`

describe('matching', () => {
  const pattern = (formula: string, words: string) => ({
    formula: formula as FormulaId,
    rendering: null,
    words
  })
  const found = (patterns: ReturnType<typeof pattern>[], text: string) =>
    new FormulaMatcher(patterns)
      .find(text)
      .map(({ pattern: at, start, end }) => [patterns[at]?.formula, text.slice(start, end)])

  it('keeps both of two formulae that overlap or share a rendering', () => {
    expect(
      found(
        [pattern('road', '一带一路'), pattern('group', '推进一带一路建设领导小组')],
        '省推进“一带一路”建设领导小组'
      )
    ).toEqual(
      expect.arrayContaining([
        ['road', '一带一路'],
        ['group', '推进“一带一路”建设领导小组']
      ])
    )
    expect(
      found([pattern('a', 'four projects'), pattern('b', 'four projects')], 'the four projects')
    ).toHaveLength(2)
  })

  it('finds a formula of one character, and a rendering that holds the end of a sentence', () => {
    expect(found([pattern('a', '和')], '和为贵')).toEqual([['a', '和']])
    expect(found([pattern('a', 'No pain. No gain')], 'They say: no pain. No gain!')).toHaveLength(1)
    expect(found([pattern('a', 'no pain no gain')], 'They feel no pain. No gain came.')).toEqual([])
  })

  it('proposes nothing where there is no text, and does not fail on a form of one character', () => {
    const task = {
      known: [],
      heads: [],
      quoted: false,
      registered: [],
      decided: new Set<string>(),
      slots: [],
      pool: [],
      stands: []
    }
    expect(proposeRenderings({ ...task, forms: [] }, noLexicon)).toEqual([])
    expect(proposeRenderings({ ...task, forms: ['和'] }, noLexicon)).toEqual([])
  })
})

describe('the chance that a formula is meant', () => {
  const at = (left: string, hit: string, right: string, sources: string[] = []) =>
    chanceMeant({ left, hit, right, sources, forms: ['四大工程'] })

  it('is small for common speech, and near one in quotation marks or beside the source form', () => {
    const common = at('There are ', 'four projects', ' in the county.')
    expect(common).toBeLessThan(0.5)
    expect(at('The “', 'four projects', '” go on.')).toBeGreaterThan(0.9)
    expect(at('The ', 'four projects', ' go on.', ['四大工程继续推进。'])).toBeGreaterThan(0.9)
    expect(at('The ', 'four projects', ' go on.', ['全县有四个项目。'])).toBeLessThan(common)
  })

  it('grows with what the words say', () => {
    expect(at('', 'one main axis and six pairs', '')).toBeGreaterThan(at('', 'four projects', ''))
    expect(at('', '最多跑一次', '')).toBeGreaterThan(at('', '和', ''))
  })
})
