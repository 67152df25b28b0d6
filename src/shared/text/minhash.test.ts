import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike, signature } from './minhash'

const word = fc.stringMatching(/^[a-z]{3,8}$/)
const text = fc.uniqueArray(word, { minLength: 60, maxLength: 120 })

describe('the signature of a text', () => {
  it('is the same whatever case, width and line ends it is written in', () => {
    fc.assert(
      fc.property(text, (words) => {
        const plain = words.join(' ')
        const dressed = words.map((each, at) => (at % 3 === 0 ? each.toUpperCase() : each)).join(' \r\n')
        expect(alike(signature(plain), signature(dressed))).toBe(1)
      })
    )
  })

  it('stays alike where a few words change, and is alike to nothing else', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (words, others, at) => {
        const changed = words.with(at % words.length, 'elsewhere')
        expect(alike(signature(words.join(' ')), signature(changed.join(' ')))).toBeGreaterThan(0.6)
        expect(alike(signature(words.join(' ')), signature(others.join(' ')))).toBeLessThan(0.35)
      }),
      { numRuns: 50 }
    )
  })

  it('knows Chinese, and that an empty text is like none', () => {
    const one = '会议强调，要让数据多跑路、群众少跑腿，项目审批最多跑一次。各地要抓紧落实各项工作。'
    expect(alike(signature(one), signature(one.replace('，', ',\n')))).toBe(1)
    expect(alike(signature(''), signature(''))).toBe(0)
  })
})
