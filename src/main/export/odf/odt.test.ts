import { describe, expect, it } from 'vitest'
import { excerptsAsOdt } from '../formats/excerpts/odt'
import { elementsOf, partsOf, printedText, said, treeOf, withFile } from '../testing/office-files'
import { hasProgram } from '../testing/other-software'
import { sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'

const fileOf = async (options: Parameters<typeof writeToMemory>[2] = {}) =>
  (await writeToMemory(excerptsAsOdt, sampleExcerpts(), options)).bytes

describe('an OpenDocument text of excerpts', () => {
  it('says what it is by its first bytes', async () => {
    const bytes = await fileOf()
    expect(Buffer.from(bytes.slice(30, 77)).toString()).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text'
    )
  })

  it('is set in styles that it defines', async () => {
    const parts = partsOf(await fileOf({ memos: 'comments', contents: true, renderings: 'columns' }))
    const content = treeOf(parts, 'content.xml')
    const named = [treeOf(parts, 'styles.xml'), content].flatMap((tree) => [
      ...elementsOf(tree, 'style:style'),
      ...elementsOf(tree, 'text:list-style')
    ])
    const defined = new Set(named.map((each) => each.getAttribute('style:name')))
    const used = Array.from(content.querySelectorAll('*')).flatMap((each) =>
      ['text:style-name', 'table:style-name', 'style:parent-style-name'].flatMap(
        (name) => each.getAttribute(name) ?? []
      )
    )
    expect(used.length).toBeGreaterThan(20)
    for (const name of used) expect(defined).toContain(name)
  })

  it('names each of its parts in the manifest', async () => {
    const parts = partsOf(await fileOf())
    const named = elementsOf(treeOf(parts, 'META-INF/manifest.xml'), 'manifest:file-entry')
    expect(named.map((each) => each.getAttribute('manifest:full-path')).sort()).toEqual(
      ['/', 'content.xml', 'meta.xml', 'styles.xml'].sort()
    )
  })

  it('sets Chinese in an East Asian font, in its language', async () => {
    const parts = partsOf(await fileOf())
    const content = treeOf(parts, 'content.xml')
    const spoken = elementsOf(content, 'text:span').find((each) => each.textContent === '表格只交一次。')
    const style = elementsOf(content, 'style:style').find(
      (each) => each.getAttribute('style:name') === spoken?.getAttribute('text:style-name')
    )
    const properties = style && elementsOf(style, 'style:text-properties')[0]
    expect(properties?.getAttribute('style:language-asian')).toBe('zh')
    expect(properties?.getAttribute('style:country-asian')).toBe('CN')
    expect(parts.get('styles.xml')).toContain('style:font-name-asian="Noto Serif CJK SC"')
  })

  it.skipIf(!hasProgram('soffice') || !hasProgram('pdftotext'))(
    'is printed by LibreOffice, with its Chinese, notes and the pages of its contents',
    async () => {
      const text = printedText('excerpts.odt', await fileOf({ contents: true }))
      expect(text).toContain('没有人等一个小时')
      expect(text).toMatch(/1\s+Clerk, The Harbour Office Opens, ¶ 1\./)
      expect(text).toMatch(/Service \/ windows › One visit\.{5,}\s*1/)
    },
    120_000
  )

  it.skipIf(!hasProgram('pandoc'))('is read by pandoc: headings and notes', async () => {
    const markdown = withFile('excerpts.odt', await fileOf(), (path) =>
      said('pandoc', ['--wrap=none', '-t', 'markdown', path])
    )
    expect(markdown).toMatch(/^# .*Service \/ windows › One visit/m)
    expect(markdown).toContain('[^1]: Clerk, *The Harbour Office Opens*, ¶ 1.')
  })
})
