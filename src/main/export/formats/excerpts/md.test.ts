import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { describe, expect, it } from 'vitest'
import { hasProgram, outputOf } from '../../testing/other-software'
import { chinese, english, sampleExcerpt, sampleExcerpts } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsAsMarkdown } from './md'
import { excerptsAsText } from './txt'

const footnotes = { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] }

function words(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(words).join(node.type === 'root' ? '\n' : '') : ''
}

function all(node: Nodes, type: Nodes['type']): Nodes[] {
  return [
    ...(node.type === type ? [node] : []),
    ...('children' in node ? node.children.flatMap((child) => all(child, type)) : [])
  ]
}

describe('excerpts as Markdown', () => {
  it('are a quotation each below the heading of their group, with a footnote each', async () => {
    const { text } = await writeToMemory(excerptsAsMarkdown, sampleExcerpts())
    const tree = fromMarkdown(text, footnotes)
    expect(all(tree, 'heading').map(words)).toEqual([
      'Harbour study – excerpts',
      'Service / windows › One visit',
      '时间',
      'Bibliography'
    ])
    expect(all(tree, 'blockquote').map(words)).toEqual([
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.',
      '=SUM(1) was the first line; "1. The rest" followed.',
      '表格只交一次。没有人等一个小时，也没有人问为什么。𠮷。'
    ])
    expect(all(tree, 'strong').map(words)).toEqual([
      'handed in once',
      '只交一次',
      '=SUM(1) was',
      '没有人等一个小时'
    ])
    expect(all(tree, 'footnoteReference')).toHaveLength(3)
    expect(all(tree, 'footnoteDefinition').map(words)).toEqual([
      'Clerk, The Harbour Office Opens, ¶ 1.',
      'Clerk, The Harbour Office Opens, ¶ 1.',
      '李四，《港务办公室开门》，2019。'
    ])
    expect(text).toContain('Clerk, *The Harbour Office Opens*, ¶ 1.')
  })

  it('cite in the text, or not at all, as was chosen', async () => {
    const inText = await writeToMemory(excerptsAsMarkdown, sampleExcerpts(), { citations: 'text' })
    expect(inText.text).toContain('asks why. (Clerk 2019)')
    const none = await writeToMemory(excerptsAsMarkdown, sampleExcerpts(), { citations: 'none' })
    expect(none.text).not.toMatch(/\[\^|Clerk 2019/)
  })

  it('keep the Markdown of a memo, and nothing of it reaches beyond the memo', async () => {
    const memo = 'A *point*, [^1] and [x].\n\n[x]: http://a.example\n\n```\nnever closed'
    const items = [
      { kind: 'excerpt' as const, excerpt: sampleExcerpt(english, 'handed in once', { memo }) },
      {
        kind: 'excerpt' as const,
        excerpt: sampleExcerpt(chinese, '没有人问为什么', { quote: 'See [x] and [^1].' })
      }
    ]
    const { text } = await writeToMemory(excerptsAsMarkdown, sampleExcerpts({}, items))
    const tree = fromMarkdown(text, footnotes)
    expect(all(tree, 'emphasis').map(words)).toContain('point')
    expect(all(tree, 'code')).toHaveLength(1)
    expect(all(tree, 'blockquote')).toHaveLength(2)
    expect(all(tree, 'linkReference')).toEqual([])
    expect(all(tree, 'footnoteReference')).toHaveLength(2)
  })
})

describe('excerpts as plain text', () => {
  it('are the words as they stand, and what is known below them', async () => {
    const { text } = await writeToMemory(excerptsAsText, sampleExcerpts())
    expect(text).toContain(
      [
        'handed in once',
        'Clerk, The Harbour Office Opens, ¶ 1.',
        'Context: Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.',
        'Themes: Service / windows › One visit',
        'Source (zh): 表格只交一次。',
        'Memo: Compare the source.'
      ].join('\n')
    )
    expect(text).toContain('Bibliography\n\nClerk, Anna. The Harbour Office Opens.')
  })
})

const signs = [
  'R&D, &lt;b> and &copy;, *stars*, _bars_, __x__, a_b, `code`',
  '1. one',
  '(1) one',
  'a. one',
  '# no heading',
  '=====',
  '---',
  '+---+',
  '| a | b |',
  ': a definition',
  '~ another',
  '$5–$10, $x$ and $$y$$',
  '~~struck~~, H~2~O, x^2^, ==marked==',
  '[^1], [sic], [a](b), [[note]], ^[note]',
  'C:\\new\\begin{x}, \\ and \\',
  '<b>html</b>, <http://a.example>',
  '::: div',
  ':smile: at 10:30:45',
  '- Nein. * * * and ***'
]

describe.skipIf(!hasProgram('pandoc'))('pandoc', () => {
  it.each(['commonmark', 'gfm', 'markdown-smart'])(
    'shows the very same signs by its reader of %s',
    async (reader) => {
      const items = signs.map((quote, at) => ({
        kind: 'excerpt' as const,
        excerpt: sampleExcerpt(english, 'handed', {
          quote,
          before: '',
          after: '',
          id: `a${at}` as never,
          themes: [],
          memo: ''
        })
      }))
      const { text } = await writeToMemory(excerptsAsMarkdown, sampleExcerpts({}, items), {
        citations: 'none'
      })
      const json = JSON.parse(outputOf('pandoc', ['-f', reader, '-t', 'json'], text))
      const quotations = json.blocks.filter(({ t }: { t: string }) => t === 'BlockQuote')
      expect(quotations.map(pandocWords)).toEqual(signs)
    }
  )
})

interface PandocNode {
  readonly t?: string
  readonly c?: unknown
}

/** The words of a node of pandoc's tree; what is no text throws. */
function pandocWords(node: unknown): string {
  if (Array.isArray(node)) return node.map(pandocWords).join('')
  const { t, c } = node as PandocNode
  if (t === 'Str') return String(c)
  if (t === 'Space' || t === 'SoftBreak') return ' '
  // A bare address may be a link, as long as it says the same.
  if (t === 'Link' && Array.isArray(c)) return pandocWords(c[1])
  if (t === 'Para' || t === 'Plain' || t === 'BlockQuote') return pandocWords(c)
  throw new Error(`pandoc makes ${t} of it: ${JSON.stringify(c)}`)
}
