import { describe, expect, it } from 'vitest'
import { en } from '../locales/en'
import type { VariorumDocument } from '../model/document'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import { makeDocument } from '../testing/sample-records'
import { canonicalText } from '../text/canonical'
import { citation, placeText } from './citation'
import { locatorOf } from './locator'

const words = { ...en.citation, renderings: en.rendering }

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'Of the ferry', number: null },
  { kind: 'paragraph', text: 'It is old.', number: 1, page: 3 },
  { kind: 'paragraph', text: 'One. Two. Three. Four. Five.', number: 2, page: 3 },
  { kind: 'paragraph', text: 'It is slow.', number: 3, page: 4 }
]
const text = canonicalText(blocks)

function cited(from: string, to: string): string {
  const place = locatorOf(blocks, span(text.indexOf(from), text.indexOf(to) + to.length))
  return place ? placeText(place, words) : ''
}

describe('a passage is cited', () => {
  it.each([
    ['by its paragraph', 'is old', 'old', 'p. 3, ¶ 1'],
    ['by its sentence in a long one', 'Three', 'Three', 'p. 3, ¶ 2, sentence 3'],
    ['by all its paragraphs and pages', 'Five', 'It is slow', 'p. 3–4, ¶ 2–3'],
    ['by paragraphs on one page', 'old', 'Two', 'p. 3, ¶ 1–2'],
    ['with the heading that it begins in', 'the ferry', 'It is old', 'heading, ¶ 1'],
    ['by the first alone where it ends with it', 'old.', 'old.', 'p. 3, ¶ 1']
  ])('%s', (_, from, to, expected) => {
    expect(cited(from, to)).toBe(expected)
  })
})

describe('what was only proposed of a text', () => {
  const only: Block[] = [{ kind: 'paragraph', text: 'It is old.', number: 1 }]
  const place = locatorOf(only, span(0, 2))
  if (!place) throw new Error('no place')
  const document: VariorumDocument = {
    ...makeDocument('d1'),
    title: 'Of the ferry',
    published: { date: '2018-12', precision: 'month' },
    rendering: 'machine'
  }

  it('is never cited as a fact: the date is in doubt, the kind of translation left out', () => {
    expect(citation({ ...document, proposed: ['published', 'rendering'] }, place, words)).toBe(
      '“Of the ferry” ([2018-12?]), ¶ 1'
    )
  })

  it('is cited once a person or the file has said it', () => {
    expect(citation(document, place, words)).toBe('“Of the ferry” (2018-12), Machine translation, ¶ 1')
  })
})

describe('the pages of a passage', () => {
  it('are those of print where the file names some, and one without a name is called by its number', () => {
    const labelled: Block[] = [
      { kind: 'paragraph', text: 'One.', number: 1, page: 3, pageLabel: 'iii' },
      { kind: 'paragraph', text: 'Two.', number: 2, page: 4 }
    ]
    expect(locatorOf(labelled, span(0, 9))).toMatchObject({ page: { from: 'iii', to: '4' }, sheet: null })
    expect(locatorOf(blocks, span(14, 16))).toMatchObject({ page: null, sheet: { from: 3, to: 3 } })
  })
})
