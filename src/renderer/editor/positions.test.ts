import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/model/text-content'
import { blockSpans, canonicalText } from '../../shared/text/canonical'
import { documentNode } from './document-node'
import { Positions } from './positions'

/** Words of a block, none of them a line end: letters, halves of pairs, marks of direction, nothing at all. */
const words = fc.string({
  unit: fc.constantFrom('a', 'é', '字', '🌊', '\u202e', '\u00ad', ' '),
  maxLength: 6
})

const paragraph = words.map((text): Block[] => [{ kind: 'paragraph', number: null, text }])
const table = fc
  .record({ rows: fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }) })
  .map(({ rows }): Block[] =>
    rows.flatMap((cells, row) =>
      cells.map((text): Block => ({ kind: 'cell', number: null, text, table: 0, row }))
    )
  )

/** Texts of paragraphs and tables, some of more blocks than one segment of the page holds. */
const blocks = fc
  .record({
    parts: fc.array(fc.oneof(paragraph, paragraph, table), { minLength: 1, maxLength: 6 }),
    times: fc.constantFrom(1, 1, 1, 40)
  })
  .map(({ parts, times }) => {
    const all = Array.from({ length: times }, () => parts).flat()
    return all.flatMap((part, at) =>
      part.map((block) => (block.table === undefined ? block : { ...block, table: at }))
    )
  })

function open(given: readonly Block[]) {
  const doc = documentNode(given, new Set())
  return {
    doc,
    text: canonicalText(given),
    spans: blockSpans(given),
    at: new Positions(doc, blockSpans(given))
  }
}

describe('offsets of a text and positions on the page', () => {
  it('lead to each other and back', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const { text, at } = open(given)
        for (let offset = 0; offset <= text.length; offset++)
          expect(at.offset(at.position(offset))).toBe(offset)
      }),
      { numRuns: 60 }
    )
  })

  it('mean the same characters', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const { doc, text, spans, at } = open(given)
        for (const { start, end } of spans)
          expect(doc.textBetween(at.position(start), at.position(end))).toBe(text.slice(start, end))
      }),
      { numRuns: 60 }
    )
  })

  it('have an offset within the text for each position of the page, in the same order', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const { doc, text, at } = open(given)
        let before = 0
        for (let position = 0; position <= doc.content.size; position++) {
          const offset = at.offset(position)
          expect(offset).toBeGreaterThanOrEqual(before)
          expect(offset).toBeLessThanOrEqual(text.length)
          before = offset
        }
      }),
      { numRuns: 40 }
    )
  })

  it('name the block, its node and its segment', () => {
    const { doc, spans, at } = open(
      Array.from(
        { length: 250 },
        (_, index): Block => ({ kind: 'paragraph', number: null, text: `${index}` })
      )
    )
    for (const index of [0, 99, 100, 249]) {
      expect(at.block(spans[index]?.start ?? -1)).toBe(index)
      expect(doc.nodeAt(at.nodePosition(index))?.attrs.index).toBe(index)
    }
    expect([0, 99, 100, 249].map((index) => at.segment(spans[index]?.start ?? -1))).toEqual([0, 0, 1, 2])
  })
})
