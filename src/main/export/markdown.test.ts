import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { blankState, makeTheme } from '../../shared/testing/sample-records'
import { exportCodebook } from './codebook'
import { escapeMarkdown } from './escape-markdown'

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
    'C:\\new, R&D, AT&T; one ` alone',
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
    for (const text of ['\n'.repeat(2_000_000), ' '.repeat(2_000_000), '1'.repeat(2_000_000)])
      expect(escapeMarkdown(text)).toBe(text)
  })
})

describe('a codebook in Markdown', () => {
  it('has no markup of its themes, in whatever field it stands', () => {
    const evil = '<img src=x onerror=alert(1)>\n# heading\n\n    <script>x</script>\n- [x](javascript:x)'
    const theme = { ...makeTheme('t1'), order: 0, name: '<b>bold</b>' }
    const fields = { description: evil, inclusion: evil, exclusion: evil, example: evil }
    const state = { ...blankState(), themes: { [theme.id]: { ...theme, ...fields } } }
    const tree = fromMarkdown(exportCodebook('md', { ...state, memos: [], counts: new Map() }, 'en'))
    expect([...kinds(tree)].sort()).toEqual(['heading', 'paragraph', 'root', 'strong', 'text'])
    expect(tree.children.filter(({ type }) => type === 'heading')).toHaveLength(2)
    expect(words(tree)).toContain('<img src=x onerror=alert(1)>')
  })
})
