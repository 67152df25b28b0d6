import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexiconText } from '../../../../scripts/lib/chinese-lexicon.mjs'
import { span } from '../../model/span'
import { ChineseLexicon } from '../lexicon'
import { counterpart } from './counterpart'
import { differences } from './differences'
import { disagreements } from './disagreements'
import { findings } from './findings'
import { alignWords } from './monolingual'
import { wordsOf } from './words'

const lexicon = new ChineseLexicon(lexiconText())
const words = fc
  .array(fc.constantFrom('the', 'meeting', 'meetings', 'snow', 'ice', 'of', 'gold', '2035', 'Changchun'), {
    maxLength: 14
  })
  .map((list) => list.join(' '))

describe('differences between two renderings', () => {
  it('hold every word of either side exactly once', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const found = differences(a, b)
        const covered = (side: 'a' | 'b', text: string) =>
          found
            .flatMap((each) => (each[side] ? wordsOf(text.slice(each[side].start, each[side].end)) : []))
            .map((word) => word.text)
            .sort()
        expect(covered('a', a)).toEqual(
          wordsOf(a)
            .map((word) => word.text)
            .sort()
        )
        expect(covered('b', b)).toEqual(
          wordsOf(b)
            .map((word) => word.text)
            .sort()
        )
      })
    )
  })

  it('are none between a text and itself', () => {
    fc.assert(fc.property(words, (a) => differences(a, a).every(({ kind }) => kind === 'same')))
  })

  it('give no word two partners', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const pairs = alignWords(wordsOf(a), wordsOf(b))
        expect(new Set(pairs.map((pair) => pair.a)).size).toBe(pairs.length)
        expect(new Set(pairs.map((pair) => pair.b)).size).toBe(pairs.length)
      })
    )
  })

  it('say what was left out, added, put otherwise and moved', () => {
    const a = 'In winter the province sells snow and ice with great care.'
    const b = 'The province sells ice and snow in winter at a profit.'
    const kinds = (kind: string, side: 'a' | 'b', text: string) =>
      differences(a, b)
        .filter((each) => each.kind === kind)
        .flatMap((each) => (each[side] ? [text.slice(each[side].start, each[side].end)] : []))
        .join(' ')
    expect(kinds('same', 'a', a)).toContain('the province sells')
    expect(kinds('moved', 'b', b).toLowerCase()).toContain('winter')
    expect(`${kinds('substituted', 'b', b)} ${kinds('added', 'b', b)}`).toContain('profit')
  })
})

describe('what disagrees', () => {
  it.each([
    ['至少有一个项目封顶，一百二十个项目', 'zh', 'at least two projects of the 120', 'en', ['two']],
    ['首日接待游客三万一千人次', 'zh', 'received 31,000 visitors', 'en', []],
    ['超过三成', 'zh', 'more than thirty percent', 'en', []],
    ['“十四五”规划', 'zh', 'the 14th Five-Year Plan', 'en', []],
    ['第二次会议召开', 'zh', 'The meeting was held', 'en', []],
    ['会议召开', 'zh', 'The 2nd meeting was held', 'en', []],
    ['利润增长百分之十二点四', 'zh', 'profit grew by 12.4 percent', 'en', []],
    ['利润增长十二点四', 'zh', 'profit grew by 12.5', 'en', ['十二点四', '12.5']],
    ['下午三点二十开会', 'zh', 'the meeting began at 3:20 p.m.', 'en', []],
    ['他们三番五次找上门，想了千方百计', 'zh', 'they came time and again by every means', 'en', []],
    ['数千万人，来自五湖四海', 'zh', 'tens of millions from all over', 'en', []],
    ['来了十几个人', 'zh', 'more than ten people came', 'en', []],
    ['共计壹佰贰拾元', 'zh', 'a sum of 120 yuan', 'en', []],
    ['卅年，廿五人', 'zh', 'thirty years, 25 people', 'en', []],
    ['共１２０人', 'zh', 'in all ١٢٠ people', 'en', []],
    ['省、市、县三级联动', 'zh', 'province, city and county act together', 'en', []],
    ['抓好生产、就业、物价等3项工作', 'zh', 'work on output, jobs and prices', 'en', []],
    ['会议指出，吉林和辽宁两省要合作', 'zh', 'Jilin and Liaoning are to work together', 'en', []],
    ['省、市、县四级联动', 'zh', 'province, city and county act together', 'en', ['四']],
    ['投资、消费增长2个百分点', 'zh', 'investment and consumption grew', 'en', ['2']],
    ['在城市，建成三个项目', 'zh', 'in the city projects were built', 'en', ['三']],
    ['修了2005米', 'zh', 'they built 2\u202f005 metres', 'en', []],
    ['a reward of 500 yuan', 'en', 'a reward of 5,000 yuan', 'en', ['500', '5,000']],
    ['visited Changchun in 2018', 'en', 'visited Jilin in 2018', 'en', ['Changchun', 'Jilin']]
  ])('in %s (%s) and %s (%s): %j', (a, languageA, b, languageB, expected) => {
    expect(disagreements(a, languageA, b, languageB).map(({ text }) => text)).toEqual(expected)
  })
})

describe('the counterpart of a phrase', () => {
  const at = (text: string, words: string) => span(text.indexOf(words), text.indexOf(words) + words.length)

  it('is found in another rendering of the language', () => {
    const a =
      'Officials were told that ice and snow are to be sold as dearly as gold and silver before spring.'
    const b =
      'The meeting stressed the need to sell snow and ice as mountains of gold and silver before spring.'
    const found = counterpart(a, 'en', at(a, 'gold and silver'), b, 'en', lexicon)
    expect(found && b.slice(found.at.start, found.at.end)).toBe('gold and silver')
  })

  it('is found across languages by the dictionary', () => {
    const a = '会议强调，要建设国际机场，发展冰雪经济。'
    const b =
      'The meeting called for building an international airport and developing the ice and snow economy.'
    const found = counterpart(a, 'zh', at(a, '国际机场'), b, 'en', lexicon)
    expect(found && b.slice(found.at.start, found.at.end)).toBe('international airport')
    const back = counterpart(b, 'en', at(b, 'international airport'), a, 'zh', lexicon)
    expect(back && a.slice(back.at.start, back.at.end)).toBe('国际机场')
  })

  it('is null where nothing answers', () => {
    expect(counterpart('a fine day', 'en', span(0, 6), 'quite other words', 'en', lexicon)).toBeNull()
  })
})

describe('where rows part', () => {
  it('counts words by what became of them, and figures that part from the source too', () => {
    const [row] = findings(
      [['一百二十个项目', 'the 120 projects start', 'the 102 projects begin today', '']],
      ['zh', 'en', 'en', 'en'],
      1,
      0
    )
    expect(row?.[1]).toBeNull()
    expect(row?.[2]).toMatchObject({ figures: 2, missing: null })
    expect(row?.[2]?.substituted).toBeGreaterThan(0)
    expect(row?.[3]).toMatchObject({ missing: 'here', share: 1 })
  })
})
