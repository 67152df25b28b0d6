import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../shared/export/rich-text'
import { writeLink } from '../../../shared/memos/links'
import type { DocumentId } from '../../../shared/model/ids'
import { memoLines } from './memo-lines'

const said = (memo: string) => memoLines(memo).map((line) => plainText(line))

describe('a memo as lines of runs', () => {
  it('sets emphasis, and leaves its signs out', () => {
    expect(memoLines('The *source* says **the ~~very~~ _same_**.')).toEqual([
      [
        { kind: 'text', text: 'The ' },
        { kind: 'text', text: 'source', italic: true },
        { kind: 'text', text: ' says ' },
        { kind: 'text', text: 'the ~~very~~ ', bold: true },
        { kind: 'text', text: 'same', bold: true, italic: true },
        { kind: 'text', text: '.' }
      ]
    ])
  })

  it('keeps lists, headings, lines and tables in order, each on a line of its own', () => {
    expect(
      said(
        '# Why\n\nfirst  \nsecond\nthird\n\n- one\n- *two*\n\n3. three\n4. four\n\n| a | b |\n|---|---|\n| c | d |'
      )
    ).toEqual(['Why', 'first', 'second', 'third', '• one', '• two', '3. three', '4. four', 'a\tb', 'c\td'])
  })

  it('says links to things of the project by their words, and leads to addresses', () => {
    const link = writeLink({ kind: 'document', id: 'd1' as DocumentId }, 'the report')
    expect(memoLines(`See ${link} and *[there](https://example.org/a)*.`)).toEqual([
      [
        { kind: 'text', text: 'See ' },
        { kind: 'text', text: 'the report' },
        { kind: 'text', text: ' and ' },
        { kind: 'text', text: 'there', italic: true, href: 'https://example.org/a' },
        { kind: 'text', text: '.' }
      ]
    ])
  })

  it('keeps every word of whatever is typed without signs of Markdown', () => {
    const words = fc.stringMatching(/^[a-z一-龥0-9 <>&=]{1,30}$/).map((each) => each.trim())
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const letters = (all: readonly string[]) => all.join('').replace(/[^\p{L}\p{N}]/gu, '')
        const typed = paragraphs.filter((each) => !/^[=<>]|[&=]/.test(each))
        expect(letters(said(typed.join('\n\n')))).toBe(letters(typed))
      }),
      { numRuns: 60 }
    )
  })
})
