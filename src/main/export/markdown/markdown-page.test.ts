import { describe, expect, it } from 'vitest'
import { excerptsAsMarkdown } from '../formats/excerpts/md'
import { elementsIn, parsePage, textIn, withClass } from '../html/testing/parsed'
import { oddTexts } from '../testing/odd-texts'
import { english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { markdownPage } from './markdown-page'

describe('Markdown as its readers show it', () => {
  it('has headings, quotations, marks, lists and notes as a page, and nothing of it runs', () => {
    const page = parsePage(
      markdownPage(
        '# Title\n\n> said **so** and <u>thus</u>.[^1]\n\n- one\n\n[^1]: *Gazette*, p. 3\n\n<script>alert(1)</script>'
      )
    )
    const words = (name: string) => elementsIn(page, name).map(textIn)
    expect(words('h1')).toEqual(['Title'])
    expect(words('blockquote').map((each) => each.trim())).toEqual(['said so and thus.1'])
    expect([words('strong'), words('u'), words('sup')]).toEqual([['so'], ['thus'], ['1']])
    expect(withClass(page, 'footnotes').map(textIn)).toEqual(['Gazette, p. 3'])
    expect(words('script')).toEqual([])
    expect(words('main').join('')).toContain('<script>alert(1)</script>')
  })

  it('shows each excerpt with the very signs of its text', async () => {
    const texts = oddTexts.filter((odd) => !/\p{Cs}/u.test(odd))
    const items = texts.map((quote) => ({
      kind: 'excerpt' as const,
      excerpt: sampleExcerpt(english, 'handed', { quote, before: '', after: '', renderings: [] })
    }))
    const { text } = await writeToMemory(excerptsAsMarkdown, sampleExcerpts({}, items), { citations: 'none' })
    const plain = (odd: string) => odd.replace(/[\p{Cc}\s\ufffd]/gu, '')
    const said = elementsIn(parsePage(markdownPage(text)), 'blockquote').map(textIn)
    expect(said.map(plain)).toEqual(texts.map(plain))
  })
})
