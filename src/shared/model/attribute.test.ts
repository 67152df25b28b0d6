import { describe, expect, it } from 'vitest'
import { AttributeName } from './attribute'
import { fitsType } from './attribute-values'

describe('the type of an attribute', () => {
  it('says which values stand for one', () => {
    const fits = (value: string) =>
      (['text', 'number', 'date', 'truth'] as const).filter((type) => fitsType(value, { type }))
    expect(fits('1200')).toEqual(['text', 'number', 'date'])
    expect(fits('-3.5')).toEqual(['text', 'number'])
    expect(fits('2018-12')).toEqual(['text', 'date'])
    expect(fits('2018-13')).toEqual(['text'])
    expect(fits('true')).toEqual(['text', 'truth'])
    expect(fits('')).toEqual(['text', 'number', 'date', 'truth'])
    expect(fitsType('rural', { type: 'choice', choices: ['rural', 'urban'] })).toBe(true)
    expect(fitsType('coastal', { type: 'choice', choices: ['rural', 'urban'] })).toBe(false)
  })

  it('belongs to a name that a record can hold', () => {
    expect(AttributeName.safeParse('__proto__').success).toBe(false)
    expect(AttributeName.safeParse('人口').success).toBe(true)
  })
})
