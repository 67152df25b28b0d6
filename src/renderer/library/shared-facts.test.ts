import { expect, it } from 'vitest'
import { makeDocument } from '../../shared/testing/sample-records'
import { commonValue, faultyShared, nothingShared, seenIn, sharedPatch } from './shared-facts'

const one = { ...makeDocument('d1'), publisher: 'Office', language: 'en', attributes: { Genre: 'Note' } }
const other = { ...makeDocument('d2'), publisher: 'Website', language: 'en' }

it('shows what texts have in common, and says where they differ', () => {
  expect(commonValue([one, other], 'language')).toBe('en')
  expect(commonValue([one, other], 'publisher')).toBeNull()
})

it('changes what was touched and nothing else', () => {
  expect(sharedPatch(nothingShared)).toBeNull()
  expect(sharedPatch({ fields: { publisher: ' Office ' }, attributes: {} })).toEqual({ publisher: 'Office' })
  expect(sharedPatch({ fields: { published: '' }, attributes: {} })).toEqual({ published: null })
  expect(sharedPatch({ fields: { published: '2019-02' }, attributes: { Genre: 'Report' } })).toEqual({
    published: { date: '2019-02', precision: 'month' },
    attributes: { Genre: 'Report' }
  })
})

it('refuses what cannot stand', () => {
  const draft = { fields: { language: 'not a tag', event: '2019-13' }, attributes: {} }
  expect(faultyShared(draft)).toEqual(['language', 'event'])
  expect(sharedPatch(draft)).toBeNull()
})

it('names what each text said, so that a change of others is not written over', () => {
  const patch = { publisher: 'Office', attributes: { Genre: 'Report', Site: 'x' } }
  expect(seenIn(one, patch)).toEqual({ publisher: 'Office', attributes: { Genre: 'Note' } })
  expect(seenIn(other, patch)).toEqual({ publisher: 'Website', attributes: {} })
})
