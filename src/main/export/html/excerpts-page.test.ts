import { describe, expect, it } from 'vitest'
import { defaultExportOptions } from '../../../shared/export/export-options'
import type { ThemeId } from '../../../shared/model/ids'
import { span } from '../../../shared/model/span'
import { excerptsHtml } from '../formats/excerpts/html'
import { chinese, english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import {
  attributeOf,
  elementsIn,
  languageOf,
  type Node,
  parsePage,
  textIn,
  withClass
} from './testing/parsed'

async function written(
  options: Parameters<typeof writeToMemory>[2] = {},
  model = sampleExcerpts()
): Promise<{ text: string; page: Node }> {
  const { text } = await writeToMemory(excerptsHtml, model, options)
  return { text, page: parsePage(text) }
}

const quoted = ['handed in once', '=SUM(1) was', '没有人等一个小时']

describe('excerpts as a page', () => {
  it('quote letter by letter, each in its language', async () => {
    const { page } = await written()
    expect(withClass(page, 'quoted').map(textIn)).toEqual(quoted)
    expect(withClass(page, 'quoted').map(languageOf)).toEqual(['en', 'en', 'zh'])
    const [first] = elementsIn(page, 'blockquote')
    expect(first && textIn(first)).toBe(
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.1'
    )
  })

  it.each([
    'a\nb',
    ' two  spaces ',
    'a </blockquote><script>alert(1)</script> ]]> &lt; <!-- b',
    'turned \u202e about \u2066x',
    '𠮷𠮷 and 👩🏽‍🌾',
    'control \u0001 \u000c \u0085'
  ])('quote %j letter by letter', async (quote) => {
    const excerpt = { ...sampleExcerpt(english, 'handed in once'), quote, before: '', after: quote }
    const { page } = await written({}, sampleExcerpts({}, [{ kind: 'excerpt', excerpt }]))
    expect(withClass(page, 'quoted').map(textIn)).toEqual([quote])
    expect(elementsIn(page, 'script')).toEqual([])
  })

  it('load nothing and run nothing', async () => {
    const { text, page } = await written()
    const policy = elementsIn(page, 'meta').find(
      (each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy'
    )
    expect(policy && attributeOf(policy, 'content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
    )
    expect(text).not.toMatch(/(?:src|href)="(?!#|https:\/\/example)/)
    expect(text.replaceAll(/url\(data:font\/woff2;base64,[\w+/=]+\)/g, '')).not.toContain('url(')
  })

  it('lead to their notes and back', async () => {
    const { page } = await written()
    const references = elementsIn(page, 'a').filter((each) => attributeOf(each, 'role') === 'doc-noteref')
    const back = elementsIn(page, 'a').filter((each) => attributeOf(each, 'role') === 'doc-backlink')
    expect(references).toHaveLength(3)
    expect(back).toHaveLength(3)
    const ids = elementsIn(page).map((each) => attributeOf(each, 'id'))
    for (const link of [...references, ...back]) expect(ids).toContain(attributeOf(link, 'href')?.slice(1))
    const said = ids.filter((id) => id !== undefined)
    expect(new Set(said).size).toBe(said.length)
    const [notes] = withClass(page, 'notes')
    expect(notes && textIn(notes)).toContain('Clerk, The Harbour Office Opens, ¶ 1.')
    expect(notes && elementsIn(notes, 'i').map(textIn)).toContain('The Harbour Office Opens')
  })

  it('are cited in the text, or not at all, as is chosen', async () => {
    const inText = await written({ citations: 'text' })
    expect(withClass(inText.page, 'cited').map(textIn)).toEqual([
      '(Clerk 2019)',
      '(Clerk 2019)',
      '（李四 2019）'
    ])
    expect(withClass(inText.page, 'notes')).toEqual([])
    const none = await written({ citations: 'none', bibliography: false })
    expect(none.text).not.toContain('Clerk 2019')
    expect(withClass(none.page, 'bibliography')).toEqual([])
  })

  it('state what chose them, when, and from which state of the project', async () => {
    const { page } = await written()
    const [facts] = withClass(page, 'facts')
    const said = facts ? textIn(facts) : ''
    for (const each of ['All passages', 'March 2, 2026', 'after change 42', 'Variorum 0.1.0', '3'])
      expect(said).toContain(each)
  })

  it('list their headings on wish, each leading to its own', async () => {
    const { page } = await written({ contents: true })
    const [contents] = withClass(page, 'contents')
    const links = contents ? elementsIn(contents, 'a') : []
    expect(links.map(textIn)).toEqual(['Service / windows › One visit', '时间'])
    const targets = elementsIn(page, 'h2').map((each) => attributeOf(each, 'id'))
    for (const link of links) expect(targets).toContain(attributeOf(link, 'href')?.slice(1))
    expect(elementsIn(page, 'main')).toHaveLength(1)
    expect(withClass((await written()).page, 'contents')).toEqual([])
  })

  it('have renderings below or in columns, what is highlighted and what differs marked', async () => {
    const differences = [span(0, 3)]
    const excerpt = sampleExcerpt(english, 'handed in once', {
      renderings: [
        { document: chinese.id, text: '表格只交一次。', highlighted: span(2, 6), differences },
        { document: chinese.id, text: '', highlighted: null, differences: [] }
      ]
    })
    const model = () => sampleExcerpts({}, [{ kind: 'excerpt', excerpt }])
    const below = await written({}, model())
    const [rendering] = withClass(below.page, 'rendering')
    expect(rendering && textIn(rendering)).toBe('表格只交一次。')
    expect(rendering && attributeOf(rendering, 'lang')).toBe('zh')
    expect(rendering && elementsIn(rendering, 'mark').map(textIn).join('')).toBe('只交一次')
    expect(rendering && withClass(rendering, 'differs').map(textIn).join('')).toBe('表格只')
    expect(withClass(below.page, 'left-out').map(textIn)).toEqual(['left out'])
    const columns = await written({ renderings: 'columns' }, model())
    expect(withClass(columns.page, 'column-name').map(textIn)).toEqual([
      'Official translation · Harbour Gazette (English)',
      'Source (Chinese)',
      'Source (Chinese)'
    ])
    expect(withClass((await written({ renderings: 'none' }, model())).page, 'rendering')).toEqual([])
  })

  it('never state a kind of translation that was only proposed', async () => {
    const proposed = { ...chinese, proposed: ['rendering' as const] }
    const documents = new Map([english, proposed].map((each) => [each.id, each]))
    const { page } = await written({ renderings: 'columns' }, sampleExcerpts({ documents }))
    expect(withClass(page, 'column-name').map(textIn)).toContain('港务办公室开门 (Chinese)')
  })

  it('have memos as they are written, marks of Markdown as elements and foreign HTML as words', async () => {
    const memo =
      '# Why\n\n*once* [[theme:t2|One visit]] <b>x</b> [bad](javascript:alert(1)) [good](https://example.org/a)'
    const excerpt = sampleExcerpt(english, 'handed in once', { memo, plainMemo: memo })
    const model = () => sampleExcerpts({}, [{ kind: 'excerpt', excerpt }])
    const { page, text } = await written({}, model())
    const [own] = withClass(page, 'memo')
    expect(own && textIn(own)).toBe('Whyonce One visit <b>x</b> bad good')
    expect(own && elementsIn(own, 'em').map(textIn)).toEqual(['once', 'One visit'])
    expect(own && elementsIn(own, 'a').map((each) => attributeOf(each, 'href'))).toEqual([
      'https://example.org/a'
    ])
    expect(text).not.toContain('javascript:')
    expect(withClass((await written({ memos: 'none' }, model())).page, 'memo')).toEqual([])
    expect(withClass((await written({ memos: 'comments' }, model())).page, 'comment')).toHaveLength(1)
  })

  it('show themes that the heading does not say, and marks of the wording', async () => {
    const { page } = await written()
    expect(withClass(page, 'chip').map(textIn)).toEqual(['Service / windows › One visit', '时间', 'doubtful'])
    const plain = sampleExcerpt(english, 'handed in once', { themes: [] as ThemeId[] })
    const none = await written({}, sampleExcerpts({}, [{ kind: 'excerpt', excerpt: plain }]))
    expect(withClass(none.page, 'chip')).toEqual([])
  })

  it('are a page also where there are none', async () => {
    const { page } = await written({ contents: true }, sampleExcerpts({}, []))
    expect(elementsIn(page, 'main')).toHaveLength(1)
    expect(withClass(page, 'excerpt')).toEqual([])
  })

  it('end when they are cancelled', async () => {
    const stopped = AbortSignal.abort(new Error('cancelled'))
    const sink = {
      signal: stopped,
      print: null,
      write: async () => {},
      file: async () => {},
      leftOut: () => {}
    }
    const writing = excerptsHtml.write(sampleExcerpts(), defaultExportOptions, sink)
    await expect(writing).rejects.toThrow('cancelled')
  })
})
