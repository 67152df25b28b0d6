import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CslName } from './csl-record'
import { namesFrom, namesLine, spokenNames } from './names'

describe('names of a bibliographic record', () => {
  it('are typed as one line and stay that line', () => {
    const lines = [
      'Clerk, Anna',
      'Clerk, Anna; 李四',
      'Provincial Office',
      '国务院办公厅；李四',
      'A; B; C, D'
    ]
    expect(lines.map((line) => namesLine(namesFrom(line)))).toEqual([
      'Clerk, Anna',
      'Clerk, Anna; 李四',
      'Provincial Office',
      '国务院办公厅; 李四',
      'A; B; C, D'
    ])
  })

  it('are valid names, whatever is typed, and reading their line again gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (line) => {
        const names = namesFrom(line)
        for (const name of names) expect(CslName.safeParse(name).success).toBe(true)
        expect(namesFrom(namesLine(names))).toEqual(names)
      })
    )
  })

  it('are no guess: an office with two commas is one name', () => {
    expect(namesFrom('Office of Trade, Industry, and Works')).toEqual([
      { literal: 'Office of Trade, Industry, and Works' }
    ])
  })

  it('are said as people say them', () => {
    expect(
      spokenNames([
        { family: 'Clerk', given: 'Anna' },
        { family: '李', given: '四' }
      ])
    ).toBe('Anna Clerk; 李四')
    expect(spokenNames([{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }])).toBe(
      'Ludwig van Beethoven'
    )
    expect(spokenNames(undefined)).toBe('')
  })
})
