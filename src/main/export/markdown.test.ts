import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from './escape-markdown'
import { listItem, markdownHeading, markdownParagraphs, quoted } from './markdown/blocks'

/** The kinds of nodes of a document, each once. */
function kinds(node: Nodes): Set<string> {
  const below = 'children' in node ? node.children.flatMap((child) => [...kinds(child)]) : []
  return new Set([node.type, ...below])
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

/** Tables and footnotes, as many programs add them. */
const github = {
  extensions: [gfmTable(), gfmFootnote()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]
}

describe('words in Markdown', () => {
  it.each([
    '*stars* and _bars_ and __double__ and snake_case_name',
    '# no heading',
    '1. no list',
    '1986) no list',
    '- no bullet',
    '+ plus',
    '---',
    '=====',
    '> no quote',
    '[a link](http://example.invalid) and ![a picture](x.png)',
    '<script>alert(1)</script> and &amp; and &lt; and &#65;',
    '`code` and ```fence``` and ~~struck~~',
    'a\\b and C:\\new',
    'Setext\n---\nline\n===\nline',
    '&copy; and &copy and &#X41; and R&D;',
    'a path\\',
    '他说**“好”**。',
    '| a | b |\n| --- | :-: |\n| c | d |',
    'a | b\n--- | ---\nc | d',
    '- - -',
    '[x]: http://example.invalid',
    '[[a note]] and [^1] and [!tip]',
    'é_b_ and _一_'
  ])('%j reads as it was written', (text) => {
    for (const more of [{}, github]) {
      const tree = fromMarkdown(escapeMarkdown(text), more)
      expect(words(tree)).toBe(text)
      expect([...kinds(tree)]).toEqual(['root', 'paragraph', 'text'])
    }
  })

  it.each([
    'snake_case_name and 变量_名',
    '2 * 3 * 4 and a ~ b',
    'a < b and c > d, a | b',
    '[sic] and (see [3])',
    'R&D, AT&T; one ` alone, one*, one_ and ~5',
    '$5 and $10, 10 %, a^b, 10:30, 3:1',
    '=SUM(1) and = and a == b',
    '-- so, -5',
    'A. Clerk',
    '#tag',
    'In 1986. In (1) and 2), no #3, a+b, a-b, -5 and – so',
    'a # b'
  ])('%j need no backslash at all', (text) => {
    expect(escapeMarkdown(text)).toBe(text)
    expect(words(fromMarkdown(text))).toBe(text)
  })

  it('that begin with blanks are no code', () => {
    const tree = fromMarkdown(escapeMarkdown('    four spaces\n\n\ta tab'))
    expect([...kinds(tree)]).toEqual(['root', 'paragraph', 'text'])
    expect(words(tree)).toContain('four spaces')
  })

  it('are never a list, a heading, a rule or HTML, whatever signs they have', () => {
    const signs = fc.constantFrom(
      '-',
      '+',
      '=',
      '*',
      '#',
      '1',
      '.',
      ')',
      ' ',
      '<b>',
      '&lt;',
      '[',
      ']',
      '(',
      '!',
      '`',
      '_',
      '~',
      '|',
      '\\',
      'a',
      '\na',
      '\n',
      '&copy;',
      ':',
      '!',
      '一',
      '    '
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        const text = `a${parts.join('')}`
        const tree = fromMarkdown(escapeMarkdown(text))
        const found = kinds(tree)
        found.delete('break')
        expect([...found]).toEqual(['root', 'paragraph', 'text'])
      })
    )
  })

  it('are written in time that grows with their length: a memo of line ends, a line of spaces', () => {
    for (const sign of ['\n', ' ', '1', '*', '`', '[', '-', '$', '^', ':', '<', '|'])
      expect(escapeMarkdown(sign.repeat(500_000)).length).toBeGreaterThanOrEqual(500_000)
  })
})

/** The signs of a text as a reader of Markdown shows them: paragraphs and breaks as line ends. */
function shown(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) throw new Error(`${node.type} is no text`)
  return node.children.map(shown).join(isOfBlocks(node) ? '\n' : '')
}

function isOfBlocks({ type }: Nodes): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'list'
}

/** Whatever is in a text, with more of what means something to Markdown; what it cannot hold at all (NUL, halves) is left out. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'*_`~[]()<>&$=%^:|#+-.!\\{}"\'1a一 \t\n\r'.split(''),
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
          '](',
          ']:'
        ],
        ...[
          'http://a.example/_b_',
          '| - |',
          ':-:',
          '  \n',
          '    ',
          '\u00a0',
          '\u3000',
          '。',
          '“',
          '𠮷',
          '😀',
          '\u2028',
          '\n\n'
        ]
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 })
    ),
    { maxLength: 14 }
  )
  .map((parts) =>
    parts
      .join('')
      .replaceAll('\0', '')
      .replace(/\p{Surrogate}/gu, '')
  )
  .filter((text) => text !== '')

const positions = {
  'a paragraph': (text: string) => markdownParagraphs(text).join('\n'),
  'a quotation': (text: string) => quoted(markdownParagraphs(text)),
  'an item of a list': (text: string) => listItem(markdownParagraphs(text)),
  'a heading': (text: string) => markdownHeading(2, text)
}
const allowed = new Set(['root', 'paragraph', 'text', 'break', 'blockquote', 'list', 'listItem', 'heading'])

describe('any text is rendered to the very same signs', () => {
  it.each(['_\n\nhttp://a.example/_b_', '*\n\nb*', 'a *\rb*', '(* \n\nb*', '*\nb*'])('%j', (text) => {
    for (const write of Object.values(positions)) expect(shown(fromMarkdown(write(text)))).toBe(text)
  })

  it.each(Object.entries(positions))('in %s', (_, write) => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const more of [{}, github]) {
          const tree = fromMarkdown(write(text), more)
          expect(shown(tree)).toBe(text)
          expect([...kinds(tree)].filter((kind) => !allowed.has(kind))).toEqual([])
          expect(tree.children).toHaveLength(write === positions['a paragraph'] ? tree.children.length : 1)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('with words of it in bold or underlined', () => {
    fc.assert(
      fc.property(fc.tuple(anyText, anyText, anyText), ([before, words, after]) => {
        const mark = { start: before.length, end: before.length + words.length, as: 'strong' as const }
        const lines = markdownParagraphs(before + words + after, { marks: [mark] })
        const tree = fromMarkdown(quoted(lines), github)
        expect(withoutTags(tree)).toBe(before + words + after)
        const isBlank = words.trim() === ''
        expect(kinds(tree).has('strong') || kinds(tree).has('html')).toBe(!isBlank)
      }),
      { numRuns: 500 }
    )
  })

  it.each([
    ['让群众**最多跑一次**。', '让群众最多跑一次。', 3, 8],
    ['他说<b>“好。”</b>她走', '他说“好。”她走', 2, 6],
    ['a **b** c', 'a b c', 1, 4],
    ['**a**\n\n**b**', 'a\nb', 0, 3],
    ['&#32;\\`\\`\\`<b>\\`\\`\\`</b>', ' ``````', 4, 7]
  ])('as %j', (written, text, start, end) => {
    expect(markdownParagraphs(text, { marks: [{ start, end, as: 'strong' }] }).join('\n')).toBe(written)
  })
})

/** The same where tags of ours stand about words. */
function withoutTags(node: Nodes): string {
  if (node.type === 'html') return /^<\/?[bu]>$/.test(node.value) ? '' : node.value
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) throw new Error(`${node.type} is no text`)
  return node.children.map(withoutTags).join(isOfBlocks(node) ? '\n' : '')
}
