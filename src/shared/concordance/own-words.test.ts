import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cuttings, eachWord, lastWords } from './cut-words'
import { ownWordsOf } from './own-words'

const chinese = '冰雪大会议扩一次跑最多環境优化营商工作会议在召开，。 '
const mixed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...chinese, 'snow ', "don't ", '3.5 ', 'a'), maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('snow ', "don't ", '1,000 ', 'a', ' ', ', ', '(5G网络) ', '冰雪 ', '𝒳', 'naïve-'),
    maxLength: 60
  })
)

describe('the last words of a stretch', () => {
  it('are those that cutting all of it gives', () => {
    const how = fc.constantFrom('dictionary' as const, 'characters' as const)
    fc.assert(
      fc.property(mixed, how, fc.integer({ min: 1, max: 6 }), (text, chineseWords, count) => {
        const cutting = cuttings({ chineseWords, ownWords: ['最多跑', '一次跑'] })('zh')
        const all: string[] = []
        eachWord(text, 0, text.length, cutting, (start, end) => all.push(text.slice(start, end)) > 0)
        const last = lastWords(text, 0, text.length, count, cutting)
        expect(last.map(({ start, end }) => text.slice(start, end))).toEqual(all.slice(-count).reverse())
      })
    )
  })
})

function cut(
  text: string,
  ownWords: readonly string[],
  chineseWords: 'dictionary' | 'characters' = 'dictionary'
) {
  const found: string[] = []
  eachWord(text, 0, text.length, cuttings({ chineseWords, ownWords })('zh'), (start, end) => {
    found.push(text.slice(start, end))
    return true
  })
  return found
}

describe('names and formulae of a project', () => {
  it('are one word where Chinese is cut, the longest that stands there', () => {
    const text = '办事最多跑一次，三亿人参与冰雪运动。'
    expect(cut(text, [])).not.toContain('最多跑一次')
    expect(cut(text, ['最多跑一次', '跑一次', '三亿人参与冰雪运动'])).toEqual([
      '办事',
      '最多跑一次',
      '三亿人参与冰雪运动'
    ])
    expect(cut(text, ['最多跑一次'], 'characters').join('')).toBe(text.replace(/[，。]/g, ''))
    expect(cut(text, ['最多跑一次'], 'characters')).toContain('跑')
  })

  it('are found in traditional characters too, and leave what stands beside them to the dictionary', () => {
    expect(cut('办事營商環境工作', ['营商环境'])).toEqual(['办事', '營商環境', '工作'])
    expect(cut('办事营商环境工作', ['營商環境'])).toEqual(['办事', '营商环境', '工作'])
  })

  it('of two characters are not found across two words of the dictionary', () => {
    expect(cut('扩大会议', ['大会'])).toEqual(['扩大', '会议'])
    expect(cut('召开大会', ['大会'])).toContain('大会')
  })

  it('are the forms that are characters throughout, without the signs about them', () => {
    const formulae = {
      a: { forms: ['“放管服”', '《规划纲要》'] },
      b: { forms: ['一主、六双', 'one visit', '省'] },
      c: { forms: ['放管服'] }
    }
    expect(ownWordsOf(formulae)).toEqual(['放管服', '规划纲要'])
  })

  it('neither lose nor double a character, whatever the text and the words are', () => {
    const han = fc.string({ unit: fc.constantFrom(...'冰雪大会议扩一次跑最多環境。a '), maxLength: 40 })
    const own = fc.array(
      fc.string({ unit: fc.constantFrom(...'冰雪大会议扩一次跑最多环境'), minLength: 2, maxLength: 4 })
    )
    fc.assert(
      fc.property(han, own, (text, words) => {
        expect(cut(text, words).join('')).toBe(text.replace(/[。 ]/g, ''))
      })
    )
  })
})
