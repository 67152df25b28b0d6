import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../shared/testing/sample-records'
import { confirmed, differingFields, edited, fromDraft, toDraft } from './metadata-draft'

const draft = toDraft({
  ...makeDocument('d1'),
  csl: { author: [{ literal: 'Office' }], genre: 'notice' },
  proposed: ['title', 'author', 'rendering']
})

describe('metadata that a person edits', () => {
  it('is no proposal any more where it was changed, or confirmed as it stood', () => {
    expect(edited(draft, { title: 'Another' }).proposed).toEqual(['author', 'rendering'])
    expect(edited(draft, { csl: { ...draft.csl, author: [{ literal: 'Bureau' }] } }).proposed).toEqual([
      'title',
      'rendering'
    ])
    expect(edited(draft, { csl: { ...draft.csl, genre: 'bulletin' } }).proposed).toEqual(draft.proposed)
    expect(confirmed(draft, 'rendering').proposed).toEqual(['title', 'author'])
  })

  it('changes of the records of many texts only what was changed in one', () => {
    const other = { ...draft, csl: { author: [{ literal: 'Somebody' }], volume: '3', genre: 'notice' } }
    const patch = { csl: { author: [{ literal: 'Office' }], 'publisher-place': 'Hangzhou' } }
    expect(edited(other, patch, draft).csl).toEqual({
      author: [{ literal: 'Somebody' }],
      volume: '3',
      'publisher-place': 'Hangzhou'
    })
  })

  it('stays as it was where nothing was changed', () => {
    const {
      works: _,
      id: __,
      added: ___,
      original,
      revisions,
      words,
      furniture,
      ...metadata
    } = {
      ...makeDocument('d1'),
      published: { date: '2018-12', precision: 'month' as const }
    }
    expect([original, revisions, words, furniture]).toBeDefined()
    expect(fromDraft(toDraft(metadata))).toEqual(metadata)
  })
})

describe('several drafts in one form', () => {
  it('says where they differ, and only there', () => {
    const draft = toDraft(makeDocument('d1'))
    const other = { ...draft, title: 'Another', publisher: 'An office', csl: { author: [{ family: 'Li' }] } }
    expect([...differingFields([draft, other])].sort()).toEqual(['author', 'publisher', 'title'])
    expect(differingFields([draft, { ...draft }]).size).toBe(0)
    expect(differingFields([draft]).size).toBe(0)
    expect(differingFields([]).size).toBe(0)
  })
})
