import fc from 'fast-check'
import type { VariorumDocument } from '../../../shared/model/document'
import type { InlineMark } from '../../../shared/model/inline-mark'
import type { Block } from '../../../shared/model/text-content'
import { makeDocument } from '../../../shared/testing/sample-records'
import type { AlignedRow, AlignedWork } from '../aligned/aligned-work'

/** Words with whatever may trouble a writer; what importers clean away is not among it. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'b.',
      ' ',
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '&amp;',
      '&lt;',
      '字',
      '𠮷',
      '😀',
      '\u202e',
      '\u00a0',
      '[1]',
      '-'
    ),
    { minLength: 1, maxLength: 14 }
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')

const marks = (text: string): fc.Arbitrary<InlineMark[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('emphasis' as const, 'strong' as const, 'link' as const),
        from: fc.nat(text.length),
        to: fc.nat(text.length)
      }),
      { maxLength: 3 }
    )
    .map((all) =>
      all.flatMap(({ kind, from, to }): InlineMark[] => {
        const place = { start: Math.min(from, to), end: Math.max(from, to) }
        if (place.end === place.start || [from, to].some((at) => isWithinPair(text, at))) return []
        return [kind === 'link' ? { kind, ...place, href: 'https://example.org/x?y&z' } : { kind, ...place }]
      })
    )

function isWithinPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, at))
}

const kinds = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constantFrom(
      'paragraph' as const,
      'list-item' as const,
      'quotation' as const,
      'note' as const,
      'caption' as const
    )
  })
)
const block: fc.Arbitrary<Block> = fc
  .tuple(kinds, words)
  .chain(([kind, text]) =>
    marks(text).map((own): Block => ({ ...kind, number: null, text, ...(own.length > 0 && { marks: own }) }))
  )

const documentOf = (id: string, language: string): VariorumDocument => ({
  ...makeDocument(id, 'w1'),
  language,
  title: `Text ${id}`
})

/** Two versions whose blocks are one sentence each, and rows that join some of them. */
export const anyAlignedWork: fc.Arbitrary<AlignedWork> = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 6 }),
    fc.array(block, { minLength: 1, maxLength: 6 }),
    fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), byHand: fc.boolean() }), {
      minLength: 6,
      maxLength: 6
    }),
    fc.integer({ min: 0, max: 6 })
  )
  .map(([one, other, links, joined]): AlignedWork => {
    const versions = [documentOf('d1', 'en'), documentOf('d2', 'zh')]
    const blocks = [one, other]
    const places = blocks.map((own) => {
      let at = 0
      return own.map(({ text }) => {
        const start = at
        at += text.length + 1
        return { text, start }
      })
    })
    const row = (a: number | null, b: number | null, at = 0): AlignedRow => {
      const cells = [a, b].map((index, version) => (index === null ? undefined : places[version]?.[index]))
      return {
        sentences: cells.map((cell) => (cell ? [cell.text] : [])),
        starts: cells.map((cell) => (cell ? [cell.start] : [])),
        texts: cells.map((cell) => cell?.text ?? ''),
        confidence: [null, links[at]?.confidence ?? 1],
        byHand: [false, links[at]?.byHand ?? false],
        moved: [false, false],
        findings: [null, null]
      }
    }
    const both = Math.min(joined, one.length, other.length)
    const rows = [
      // The other way round, so that links cross.
      ...Array.from({ length: both }, (_, at) => row(at, both - 1 - at, at)),
      ...one.slice(both).map((_, at) => row(both + at, null)),
      ...other.slice(both).map((_, at) => row(null, both + at))
    ]
    return { title: 'A work & more', versions, blocks, rows, from: 0 }
  })
