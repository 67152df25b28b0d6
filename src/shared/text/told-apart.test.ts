import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toldApart } from './told-apart'

it('drops what neighbours begin with alike, before a whole word', () => {
  expect(
    toldApart([
      'Jing Junhai Stressed at the Symposium on Promoting the Development of Trade',
      'Jing Junhai Stressed at the Symposium on Progress',
      'Province Calls for a Running Start'
    ])
  ).toEqual([
    '…Promoting the Development of Trade',
    '…Symposium on Progress',
    'Province Calls for a Running Start'
  ])
  expect(
    toldApart(['全省冬季重点工程推进会议于三月十日召开', '全省冬季重点工程推进会议于三月十五日召开'])
  ).toEqual(
    ['全省冬季重点工程推进会议于三月十日召开', '全省冬季重点工程推进会议于三月十五日召开'].map(
      (each) => `…${each.slice(-8)}`
    )
  )
})

it('leaves so much of a name that it can be recognised', () => {
  const notice = 'A notice on the further streamlining of administration in counties and districts'
  expect(toldApart([`${notice} (No. 7)`, `${notice} (No. 47)`])).toEqual([
    '…districts (No. 7)',
    '…districts (No. 47)'
  ])
})

it('begins with a word, not with the comma before it', () => {
  const notice = 'A notice to all cities, prefectures and leagues'
  expect(toldApart([`${notice}, counties and districts`, `${notice}, counties and banners`], 22)).toEqual([
    '…counties and districts',
    '…counties and banners'
  ])
})

it('leaves names alone that differ early, or not at all', () => {
  expect(toldApart(['Bulletin 1', 'Bulletin 2'])).toEqual(['Bulletin 1', 'Bulletin 2'])
  expect(toldApart(['The same long title of two texts', 'The same long title of two texts'])).toEqual([
    'The same long title of two texts',
    'The same long title of two texts'
  ])
  expect(toldApart([])).toEqual([])
})

it('keeps the end of every name, and never cuts a character in two', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '冬', '𝒜', '👩‍🌾'), maxLength: 40 })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), (names) => {
      toldApart(names).forEach((short, index) => {
        const whole = names[index] ?? ''
        const rest = short === whole ? whole : short.slice(1)
        expect(whole.endsWith(rest)).toBe(true)
        expect(() => encodeURIComponent(rest)).not.toThrow()
      })
    })
  )
})
