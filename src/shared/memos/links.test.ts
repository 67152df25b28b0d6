import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId } from '../model/id-form'
import type { AnnotationId, DocumentId, ThemeId } from '../model/ids'
import { type LinkTarget, memoLinks, mentions, plainMemo, writeLink } from './links'

// Some words, like `constructor`, are no ids.
const id = fc.stringMatching(/^[a-z0-9]{4,12}$/).filter(isId)
const target: fc.Arbitrary<LinkTarget> = fc.oneof(
  id.map((each): LinkTarget => ({ kind: 'theme', id: each as ThemeId })),
  id.map((each): LinkTarget => ({ kind: 'document', id: each as DocumentId })),
  fc.tuple(id, id).map(
    ([document, own]): LinkTarget => ({
      kind: 'passage',
      document: document as DocumentId,
      id: own as AnnotationId
    })
  ),
  fc
    .constantFrom('最多跑一次', 'one visit at most')
    .map((phrase): LinkTarget => ({ kind: 'formula', phrase }))
)

describe('links in memos', () => {
  it('are read as they were written, whatever stands around them and whatever they say', () => {
    const words = fc.string({ maxLength: 30 }).filter((text) => !/[[\]]/.test(text))
    fc.assert(
      fc.property(words, target, fc.string({ maxLength: 200 }), words, (before, to, label, after) => {
        const written = writeLink(to, label)
        const [link, ...others] = memoLinks(`${before}${written}${after}`)
        expect(others).toEqual([])
        expect(link?.target).toEqual(to)
        expect([link?.start, link?.end]).toEqual([before.length, before.length + written.length])
      })
    )
  })

  it('are text where they lead nowhere', () => {
    expect(memoLinks('[[theme:no such id!|x]] [[other:abc]] [[theme:abc')).toEqual([])
  })

  it('read by what they say where nothing can be clicked', () => {
    expect(plainMemo('As in [[theme:t1|Visits]], [[formula:跑一次]].')).toBe('As in Visits, 跑一次.')
  })

  it('say what a memo mentions', () => {
    const text = 'As in [[passage:d1/a1|the notice]] and [[theme:t1|Visits]].'
    expect(mentions(text, { kind: 'passage', id: 'a1' })).toBe(true)
    expect(mentions(text, { kind: 'theme', id: 't2' })).toBe(false)
  })
})
