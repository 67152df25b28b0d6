import { parseHTML } from 'linkedom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { describe as describePassage } from '../../shared/anchoring/describe'
import { makeExcerpt } from '../../shared/excerpts/excerpt'
import { span } from '../../shared/model/span'
import type { Block } from '../../shared/model/text-content'
import { hash, makeAnnotation, makeDocument, makeTheme } from '../../shared/testing/sample-records'
import { canonicalText } from '../../shared/text/canonical'
import { exportExcerpts } from './export'
import { exportWords } from './words'

const words = exportWords('en')
const blocks: Block[] = [
  { kind: 'heading', level: 1, number: null, text: 'A *starred* title' },
  { kind: 'paragraph', number: 1, text: 'They said: "one & only <visit>". It, was `true`.' }
]
const text = canonicalText(blocks)
const quote = '"one & only <visit>"'

function excerpt() {
  const start = text.indexOf(quote)
  const selector = describePassage(text, span(start, start + quote.length), hash)
  if (!selector) throw new Error('no selector')
  const annotation = {
    ...makeAnnotation('a1', 'd1', ['t1']),
    selector,
    memo: '=1+1 is no formula\n# nor a heading'
  }
  const document = {
    ...makeDocument('d1'),
    title: 'Bulletin',
    publisher: 'Bureau',
    published: { date: '2018-12-05', precision: 'day' as const }
  }
  return makeExcerpt({
    document,
    annotation,
    blocks,
    earlier: null,
    themes: { ['t1' as never]: { ...makeTheme('t1'), name: 'Visits/trips', order: 0 } },
    coder: 'Coder',
    words,
    renderings: [
      {
        title: 'Source',
        language: 'zh',
        kind: 'Source',
        text: '让群众最多跑一次。',
        highlighted: '最多跑一次'
      }
    ]
  })
}

describe('exported excerpts', () => {
  it('cite document, publisher, date and paragraph, and quote the whole sentence', () => {
    const made = excerpt()
    expect(made.citation).toBe('“Bulletin” (Bureau, 2018-12-05), ¶ 1')
    expect(made.sentence).toBe('They said: "one & only <visit>".')
    expect(made.themes).toEqual(['Visits\\/trips'])
  })

  it('mark what is highlighted in parallel in the other versions', async () => {
    expect(await exportExcerpts('md', 'T', [excerpt()], words)).toContain('让群众**最多跑一次**。')
    expect(await exportExcerpts('html', 'T', [excerpt()], words)).toContain('让群众<mark>最多跑一次</mark>。')
    expect(await exportExcerpts('csv', 'T', [excerpt()], words)).toContain('Source: 最多跑一次')
  })

  it('keep the exact words in Markdown', async () => {
    const tree = fromMarkdown(await exportExcerpts('md', 'T', [excerpt()], words))
    const quoted = tree.children.find((node) => node.type === 'blockquote')
    expect(JSON.stringify(quoted)).toContain(JSON.stringify(quote).slice(1, -1))
    expect(tree.children.filter((node) => node.type === 'heading')).toHaveLength(1)
  })

  it('keep the exact words in HTML, as text', async () => {
    const { document } = parseHTML(await exportExcerpts('html', 'T', [excerpt()], words))
    expect(document.querySelector('blockquote')?.textContent).toBe(quote)
    expect(document.querySelector('visit')).toBeNull()
  })

  it('keep the exact words in CSV, and no cell that a spreadsheet would compute', async () => {
    const csv = await exportExcerpts('csv', 'T', [excerpt()], words)
    const [row] = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(row?.quote).toBe(quote)
    expect(row?.memo?.startsWith("'=")).toBe(true)
    expect(row?.renderings).toBe('Source: 让群众最多跑一次。')
    expect(row?.parallel_quotes).toBe('Source: 最多跑一次')
  })

  it('have their columns even when there are none', async () => {
    expect(await exportExcerpts('csv', 'T', [], words)).toContain('quote,sentence,citation')
  })
})
