import { describe, expect, it } from 'vitest'
import type { Row } from '../../shared/alignment/versions'
import { span } from '../../shared/model/span'
import { p, tag } from '../../shared/testing/tagged-text'
import { paragraphsOf } from './running-paragraphs'

const text = p('<a>One.<b> <c>Two.<d>\n<e>Three.<f>')
const sentence = (start: string, end: string) => span(tag(text, start), tag(text, end))
const row = (base: ReturnType<typeof span>[], other: ReturnType<typeof span>[], moved = false): Row => ({
  cells: [base, other],
  confidence: [null, 0.9],
  byHand: [false, false],
  moved: [moved, false]
})

describe('a column of running text', () => {
  it('has its sentences in the order of its own text, by paragraph, each with the row that it answers in', () => {
    const rows = [
      row([sentence('e', 'f')], [span(0, 4)], true),
      row([sentence('a', 'b'), sentence('c', 'd')], [])
    ]
    const said = paragraphsOf(rows, 0, text.text).map((paragraph) =>
      paragraph.map((each) => [text.text.slice(each.start, each.end), each.row, each.moved, each.alone])
    )
    expect(said).toEqual([
      [
        ['One.', 1, false, true],
        ['Two.', 1, false, true]
      ],
      [['Three.', 0, true, false]]
    ])
  })

  it('has no paragraph for a version that says nothing', () => {
    expect(paragraphsOf([row([sentence('a', 'b')], [])], 1, text.text)).toEqual([])
  })
})
