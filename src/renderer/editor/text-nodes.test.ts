import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InlineMark } from '../../shared/model/inline-mark'
import { span } from '../../shared/model/span'
import { p, tag } from '../../shared/testing/tagged-text'
import { textNodes } from './text-nodes'

const tagged = p('The <a>very <b>old<c> weir<d> stood.')
const between = (start: string, end: string) => span(tag(tagged, start), tag(tagged, end))
const shown = (text: string, marks: readonly InlineMark[] = []) =>
  textNodes(text, marks).map((node) => [node.text, node.marks.map(({ type }) => type.name).sort()])

describe('the text of a block in the reader', () => {
  it('bears its marks where they lie, also those within one another', () => {
    const marks: InlineMark[] = [
      { kind: 'emphasis', ...between('a', 'd') },
      { kind: 'strong', ...between('b', 'c') }
    ]
    expect(shown(tagged.text, marks)).toEqual([
      ['The ', []],
      ['very ', ['emphasis']],
      ['old', ['emphasis', 'strong']],
      [' weir', ['emphasis']],
      [' stood.', []]
    ])
  })

  it('shows marks of direction as such, and nothing for an empty block', () => {
    expect(shown('a\u202eb')).toEqual([
      ['a', []],
      ['\u202e', ['direction']],
      ['b', []]
    ])
    expect(shown('')).toEqual([])
  })

  it('is the text itself, whatever is marked', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '雪', '\u200f', '🥶', ' '),
      minLength: 1,
      maxLength: 20
    })
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 5 }), (text, places) => {
        const marks = places.flatMap(([one, other]): InlineMark[] => {
          const [start, end] = [Math.min(one, other), Math.min(Math.max(one, other), text.length)]
          return start < end ? [{ kind: 'strong', ...span(start, end) }] : []
        })
        expect(
          textNodes(text, marks)
            .map((node) => node.text)
            .join('')
        ).toBe(text)
      })
    )
  })
})
