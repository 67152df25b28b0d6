import { describe, expect, it } from 'vitest'
import { metadataLimits } from '../../shared/model/metadata-limits'
import { makeDocument } from '../../shared/testing/sample-records'
import { definitionOf, valuesOf } from './attribute-definitions'
import { fromDraft, toDraft } from './metadata-draft'
import { metadataProblem } from './metadata-problem'

const draft = toDraft(makeDocument('d1'))

describe('what is typed about a text', () => {
  it('is said to be wrong at the first field that cannot stand, before anything is sent', () => {
    const problem = (patch: Partial<typeof draft>) => metadataProblem({ ...draft, ...patch })
    expect(problem({})).toBeNull()
    expect(problem({ title: '  ' })).toMatchObject({ field: 'title', kind: 'missing' })
    for (const field of ['title', 'publisher', 'source', 'credit', 'notes'] as const) {
      const most = metadataLimits[field]
      expect(problem({ [field]: 'x'.repeat(most) })).toBeNull()
      expect(problem({ [field]: 'x'.repeat(most + 1) })).toEqual({ field, kind: 'tooLong', most })
    }
    expect(problem({ language: 'a language' })).toMatchObject({ field: 'language', kind: 'noLanguage' })
    expect(problem({ published: 'last spring' })).toMatchObject({ field: 'date', kind: 'noDate' })
    expect(problem({ event: '2019-02-30' })).toMatchObject({ field: 'date' })
    expect(problem({ attributes: { '': 'x' } })).toMatchObject({ field: 'attributes' })
  })

  it('has no problem exactly where it can be saved', () => {
    for (const patch of [
      {},
      { title: '' },
      { language: '?' },
      { published: '2019-13' },
      { event: '2019-04' }
    ])
      expect(metadataProblem({ ...draft, ...patch }) === null).toBe(
        fromDraft({ ...draft, ...patch }) !== null
      )
  })
})

describe('the attributes of a project', () => {
  it('are text unless it says otherwise, also those that are named as parts of every object are', () => {
    expect(definitionOf({ Number: { type: 'number' } }, 'Number')).toEqual({ type: 'number' })
    for (const name of ['toString', 'constructor', '__proto__'])
      expect(definitionOf({}, name)).toEqual({ type: 'text' })
  })

  it('offer the values that texts have, each once and in the order of people', () => {
    const texts = ['10', '9', '9', '', 'x'.repeat(301)].map((value) => ({
      ...makeDocument('d'),
      attributes: { Issue: value }
    }))
    expect(valuesOf(texts, 'Issue')).toEqual(['9', '10'])
    expect(valuesOf(texts, 'toString')).toEqual([])
  })
})
