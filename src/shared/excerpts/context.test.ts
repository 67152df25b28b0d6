import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportContext } from '../export/export-options'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import { canonicalText } from '../text/canonical'
import { type QuotedText, surroundings } from './context'

const paragraph = (text: string, number = 1): Block => ({ kind: 'paragraph', text, number })

const english: QuotedText = {
  language: 'en',
  furniture: [4],
  blocks: [
    { kind: 'heading', level: 1, text: 'Of the ferry', number: null },
    paragraph('It is old. It is very slow, they say.'),
    paragraph('“Nobody” waits an hour. Nobody asks.', 2),
    paragraph('It leaves at six.', 3),
    paragraph('Share this page', 4)
  ]
}
const chinese: QuotedText = {
  language: 'zh',
  furniture: [],
  blocks: [paragraph('表格只交一次。没有人等一个小时，也没有人问为什么。')]
}

/** What is quoted, the passage between bars: `before|passage|after`, with an ellipsis where the paragraph goes on. */
function shown(text: QuotedText, words: string, context: ExportContext): string {
  const whole = canonicalText(text.blocks)
  const start = whole.indexOf(words)
  const found = surroundings(text, span(start, start + words.length), context)
  return `${found.goesOnBefore ? '…' : ''}${found.before}|${words}|${found.after}${found.goesOnAfter ? '…' : ''}`
}

describe('what stands about a passage', () => {
  it.each<[string, string, ExportContext, string]>([
    ['nothing', 'waits', { unit: 'none' }, '…|waits|…'],
    ['its sentence', 'waits', { unit: 'sentence' }, '“Nobody” |waits| an hour.…'],
    [
      'all sentences that it touches',
      'hour. Nobody',
      { unit: 'sentence' },
      '“Nobody” waits an |hour. Nobody| asks.'
    ],
    ['its paragraph', 'waits', { unit: 'paragraph' }, '“Nobody” |waits| an hour. Nobody asks.'],
    [
      'its paragraphs',
      'slow, they say.\n“Nobody”',
      { unit: 'paragraph' },
      'It is old. It is very |slow, they say.\n“Nobody”| waits an hour. Nobody asks.'
    ],
    [
      'sentences on both sides, on over the end of a paragraph',
      'waits',
      { unit: 'sentences', count: 1 },
      '…It is very slow, they say.\n“Nobody” |waits| an hour. Nobody asks.'
    ],
    [
      'sentences up to the heading and to furniture',
      'waits',
      { unit: 'sentences', count: 9 },
      'It is old. It is very slow, they say.\n“Nobody” |waits| an hour. Nobody asks.\nIt leaves at six.'
    ],
    [
      'words with their marks',
      'an hour',
      { unit: 'words', count: 2 },
      '“Nobody” waits |an hour|. Nobody asks.'
    ],
    [
      'words of the paragraph before',
      'waits',
      { unit: 'words', count: 2 },
      '…say.\n“Nobody” |waits| an hour.…'
    ],
    ['nothing but itself in a heading', 'the', { unit: 'words', count: 3 }, 'Of |the| ferry'],
    ['nothing of the text in furniture', 'this', { unit: 'sentences', count: 3 }, 'Share |this| page']
  ])('is %s', (_, words, context, expected) => {
    expect(shown(english, words, context)).toBe(expected)
  })

  it('is counted in Chinese by the words of a dictionary', () => {
    expect(shown(chinese, '等', { unit: 'words', count: 1 })).toMatch(/^….{1,3}\|等\|.{1,3}…$/u)
    expect(shown(chinese, '只交一次', { unit: 'sentence' })).toBe('表格|只交一次|。…')
  })
})

const piece = fc.constantFrom(
  'One. ',
  'two ',
  '三个人。',
  '“',
  '”',
  '?',
  ' ',
  '\u{20BB7}',
  'e\u0301',
  '—',
  'no',
  '小时'
)
const anyText = fc.record({
  language: fc.constantFrom('en', 'zh', 'und'),
  furniture: fc.array(fc.nat(4), { maxLength: 2 }),
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom<Block['kind']>('paragraph', 'heading', 'cell'),
      number: fc.constant(null),
      text: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    }),
    { minLength: 1, maxLength: 5 }
  )
})
const anyContext = fc.oneof(
  fc.constantFrom<ExportContext>({ unit: 'none' }, { unit: 'sentence' }, { unit: 'paragraph' }),
  fc.record({
    unit: fc.constantFrom('words' as const, 'sentences' as const),
    count: fc.integer({ min: 1, max: 6 })
  })
)

describe('a passage with what stands about it', () => {
  it('is one slice of the text, and says truly whether its paragraph goes on', () => {
    fc.assert(
      fc.property(anyText, anyContext, fc.nat(), fc.nat(), (text, context, a, b) => {
        const whole = canonicalText(text.blocks)
        fc.pre(whole.length > 0)
        const [x, y] = [a % (whole.length + 1), b % (whole.length + 1)]
        const passage = span(Math.min(x, y), Math.max(x, y))
        const found = surroundings(text, passage, context)
        const [from, to] = [passage.start - found.before.length, passage.end + found.after.length]
        expect(from).toBeGreaterThanOrEqual(0)
        const quoted = found.before + whole.slice(passage.start, passage.end) + found.after
        expect(whole.slice(from, to)).toBe(quoted)
        const lineBefore = whole.slice(whole.lastIndexOf('\n', from - 1) + 1, from)
        if (from === 0 || whole[from - 1] === '\n') expect(found.goesOnBefore).toBe(false)
        else if (whole[from] !== '\n') expect(found.goesOnBefore).toBe(lineBefore.trim() !== '')
      }),
      { numRuns: 400 }
    )
  })
})
