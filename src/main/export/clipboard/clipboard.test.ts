import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../../shared/export/export-options'
import { excerptsForClipboard } from '../formats/excerpts/clipboard'
import { hasProgram, outputOf } from '../testing/other-software'
import { english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { passageForClipboard } from './passage'

async function copied(options: Partial<ExportOptions> = {}, model = sampleExcerpts()) {
  const { files } = await writeToMemory(excerptsForClipboard, model, options)
  const said = (name: string) => Buffer.from(files.get(`excerpts.${name}`) ?? '').toString()
  return { html: said('html'), rtf: said('rtf'), text: said('txt') }
}

describe('excerpts on the clipboard', () => {
  it('are quotations with their citations below, styled: headings, marked words, notes in their place', async () => {
    const { document } = parseHTML(`<html><body>${(await copied()).html}</body></html>`)
    const said = (name: string) => [...document.querySelectorAll(name)].map((each) => each.textContent)
    expect(said('h2')).toEqual(['Service / windows › One visit', '时间', 'Works cited'])
    expect(said('blockquote')).toContain(
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.'
    )
    expect(said('mark')).toEqual(['handed in once', '只交一次', '=SUM(1) was', '没有人等一个小时'])
    expect(said('i')).toContain('The Harbour Office Opens')
    expect(document.querySelector('blockquote')?.nextElementSibling?.textContent).toBe(
      'Clerk, The Harbour Office Opens, ¶ 1.'
    )
    expect(document.querySelector('[lang="zh"]')?.textContent).toContain('表格只交一次。')
    expect(document.body.textContent).not.toContain('Themes:')
  })

  it('are the same as plain text, a quotation after another', async () => {
    const { text } = await copied({ renderings: 'none', memos: 'none', bibliography: false, group: 'none' })
    expect(text).toContain(
      'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.\nClerk, The Harbour Office Opens, ¶ 1.\n\n=SUM(1)'
    )
  })

  it('go with author and date in the text, or without a citation, where that is wanted', async () => {
    expect((await copied({ citations: 'text' })).text).toContain('nobody asks why. (Clerk 2019)')
    expect((await copied({ citations: 'none', bibliography: false })).text).not.toContain('Clerk')
  })

  it('keep every sign in each form, whatever is quoted', async () => {
    const quote = '{\\b x} \\par <b>&amp; 𠮷\t“é”'
    const excerpt = sampleExcerpt(english, 'handed', { quote, before: '', after: '', renderings: [] })
    const model = sampleExcerpts({}, [{ kind: 'excerpt', excerpt }])
    const { html, rtf, text } = await copied({ memos: 'none', citations: 'none', bibliography: false }, model)
    expect(parseHTML(`<html><body>${html}</body></html>`).document.body.textContent?.trim()).toBe(quote)
    expect(text).toBe(quote)
    expect(rtf).toMatch(/^[\x20-\x7e\n]*$/)
    expect(rtf).toContain(
      "\\{\\\\b x\\} \\\\par <b>&amp; \\u-10174\\'3f\\u-8265\\'3f\\tab \\u8220\\'3f\\u233\\'3f\\u8221\\'3f"
    )
  })

  it.skipIf(!hasProgram('pandoc'))('are read from RTF by pandoc, in italics and in Chinese', async () => {
    const said = outputOf('pandoc', ['-f', 'rtf', '-t', 'markdown', '--wrap=none'], (await copied()).rtf)
    expect(said).toContain('Clerk, *The Harbour Office Opens*, ¶ 1.')
    expect(said).toContain('没有人等一个小时')
    expect(said).toContain('Nobody waits \\<an hour\\> & nobody asks why.')
  })

  it('are a passage that a reader copies, its paragraphs as one quotation', () => {
    const { html, text } = passageForClipboard('One.\n\nTwo.', 'en', [{ text: 'Clerk', italic: true }], 'en')
    expect(text).toBe('One.\nTwo.\nClerk')
    expect(html).toContain('<p lang="en"><i>Clerk</i></p>')
  })
})
