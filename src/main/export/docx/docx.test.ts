import { describe, expect, it } from 'vitest'
import { cslItem } from '../../../shared/citation/csl-item'
import { attribute } from '../../import/formats/xml'
import { excerptsAsDocx } from '../formats/excerpts/docx'
import { elementsOf, partsOf, printedText, said, treeOf, withFile } from '../testing/office-files'
import { hasProgram } from '../testing/other-software'
import { chinese, english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'

const fileOf = async (options: Parameters<typeof writeToMemory>[2] = {}) =>
  (await writeToMemory(excerptsAsDocx, sampleExcerpts(), options)).bytes
const partsWith = async (options: Parameters<typeof writeToMemory>[2] = {}) => partsOf(await fileOf(options))

/** What the fields of a part are worked out from, and what they show. */
function fieldsOf(tree: Document): { instruction: string; shown: string }[] {
  const open: { instruction: string; shown: string; isShown: boolean }[] = []
  const done: { instruction: string; shown: string }[] = []
  for (const each of elementsOf(tree, 'w:fldChar').length ? tree.querySelectorAll('*') : []) {
    const field = open.at(-1)
    const type = each.tagName === 'w:fldChar' ? each.getAttribute('w:fldCharType') : null
    if (type === 'begin') open.push({ instruction: '', shown: '', isShown: false })
    else if (type === 'separate' && field) field.isShown = true
    else if (type === 'end' && field)
      done.push({ instruction: field.instruction, shown: field.shown }) && open.pop()
    else if (each.tagName === 'w:instrText' && field) field.instruction += each.textContent?.trim() ?? ''
    else if (each.tagName === 'w:t' && field?.isShown) field.shown += each.textContent
  }
  return done
}

describe('a Word document of excerpts', () => {
  it('is set in styles that it defines', async () => {
    const parts = await partsWith({ memos: 'comments', contents: true, renderings: 'columns' })
    const defined = new Set(
      elementsOf(treeOf(parts, 'word/styles.xml'), 'w:style').map((each) => each.getAttribute('w:styleId'))
    )
    for (const path of parts.keys()) {
      if (!/^word\/(document|footnotes|comments|header\d|footer\d)\.xml$/.test(path)) continue
      const tree = treeOf(parts, path)
      const used = [...elementsOf(tree, 'w:pStyle'), ...elementsOf(tree, 'w:rStyle')]
      for (const each of used) expect(defined).toContain(each.getAttribute('w:val'))
    }
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'Quote',
      'FootnoteText',
      'FootnoteReference'
    ])
      expect(defined).toContain(style)
    expect(defined).toContain('Bibliography')
  })

  it('names each part in its content types, and each target of a relation is there', async () => {
    const parts = await partsWith({ memos: 'comments', liveCitations: true })
    const types = elementsOf(treeOf(parts, '[Content_Types].xml'), 'Override')
    for (const each of types) expect(parts.has(each.getAttribute('PartName')?.slice(1) ?? '')).toBe(true)
    const targets = elementsOf(treeOf(parts, 'word/_rels/document.xml.rels'), 'Relationship')
    for (const each of targets) expect(parts.has(`word/${each.getAttribute('Target')}`)).toBe(true)
    expect(types).toHaveLength([...parts.keys()].filter((path) => !/\.rels$|^\[/.test(path)).length)
  })

  it('sets Chinese in an East Asian font, in its language', async () => {
    const parts = await partsWith()
    const run = elementsOf(treeOf(parts, 'word/document.xml'), 'w:r').find(
      (each) => each.textContent === '没有人等一个小时'
    )
    expect(run && elementsOf(run, 'w:lang')[0]?.getAttribute('w:eastAsia')).toBe('zh-CN')
    expect(run && elementsOf(run, 'w:rFonts')[0]?.getAttribute('w:hint')).toBe('eastAsia')
    const fonts = elementsOf(treeOf(parts, 'word/styles.xml'), 'w:rFonts')[0]
    expect(fonts?.getAttribute('w:eastAsia')).toBe('SimSun')
  })

  it('sets the quotation marks of an English citation of a Chinese text as English ones', async () => {
    const parts = await partsWith()
    const notes = elementsOf(treeOf(parts, 'word/footnotes.xml'), 'w:r')
    const run = notes.find((each) => each.textContent?.startsWith('李四'))
    expect(run && elementsOf(run, 'w:rFonts')).toEqual([])
  })

  it('makes the table of contents, and works it out on opening', async () => {
    const parts = await partsWith({ contents: true })
    const fields = fieldsOf(treeOf(parts, 'word/document.xml'))
    expect(fields.some(({ instruction }) => instruction.startsWith('TOC '))).toBe(true)
    expect(fields.filter(({ instruction }) => instruction.startsWith('PAGEREF'))).toHaveLength(3)
    expect(parts.get('word/settings.xml')).toContain('<w:updateFields')
    expect((await partsWith()).get('word/settings.xml')).not.toContain('updateFields')
  })

  it('has the project and the day at its head, and page numbers at its foot', async () => {
    const parts = await partsWith()
    expect(treeOf(parts, 'word/header1.xml').documentElement.textContent).toBe('Harbour study2 March 2026')
    expect(fieldsOf(treeOf(parts, 'word/footer1.xml'))[0]?.instruction).toBe('PAGE')
  })

  it('cites in fields that hold the item, in notes', async () => {
    const parts = await partsWith({ liveCitations: true })
    const fields = fieldsOf(treeOf(parts, 'word/footnotes.xml'))
    expect(fields).toHaveLength(3)
    const citations = fields.map(({ instruction, shown }) => {
      expect(instruction).toMatch(/^ADDIN ZOTERO_ITEM CSL_CITATION \{/)
      return { shown, data: JSON.parse(instruction.slice(instruction.indexOf('{'))) }
    })
    citations.forEach(({ shown, data }, at) => {
      expect(data.properties).toEqual({ formattedCitation: shown, plainCitation: shown, noteIndex: at + 1 })
      expect(data.schema).toMatch(/csl-citation\.json$/)
    })
    expect(citations[0]?.data.citationItems).toEqual([
      {
        id: 'd1',
        uris: ['urn:variorum:document:d1'],
        itemData: JSON.parse(JSON.stringify(cslItem(english))),
        locator: 'iii',
        label: 'page'
      }
    ])
    expect(citations[2]?.data.citationItems[0]).toMatchObject({
      itemData: cslItem(chinese),
      locator: '1',
      label: 'paragraph'
    })
    expect(new Set(citations.map(({ data }) => data.citationID)).size).toBe(3)
  })

  it('cites in fields in the text, and keeps the bibliography in one', async () => {
    const parts = await partsWith({ liveCitations: true, citations: 'text', style: 'apa' })
    const fields = fieldsOf(treeOf(parts, 'word/document.xml'))
    const citations = fields.filter(({ instruction }) => instruction.includes('ZOTERO_ITEM'))
    expect(citations.map(({ shown }) => shown)).toEqual(['(Clerk 2019)', '(Clerk 2019)', '（李四 2019）'])
    const bibliography = fields.find(({ instruction }) => instruction.startsWith('ADDIN ZOTERO_BIBL {'))
    expect(bibliography?.instruction).toMatch(/CSL_BIBLIOGRAPHY$/)
    expect(bibliography?.shown).toContain('Harbour Gazette, 2019.李四.')
    const preferences = elementsOf(treeOf(parts, 'docProps/custom.xml'), 'property')
      .map((each) => each.textContent)
      .join('')
    expect(preferences).toContain('http://www.zotero.org/styles/apa')
    expect(preferences).not.toContain('noteType')
  })

  it('has no fields and no preferences where citations are words', async () => {
    const parts = await partsWith()
    expect([...parts.values()].join()).not.toContain('ZOTERO')
    expect(parts.has('docProps/custom.xml')).toBe(false)
    const none = await partsWith({ liveCitations: true, citations: 'none', bibliography: false })
    expect([...none.values()].join()).not.toContain('ZOTERO')
  })

  it('leads to the addresses of a citation, and to no others', async () => {
    const note = [
      { text: 'here', href: 'https://example.org/?a=1&b=2' },
      { text: 'there', href: 'javascript:alert(1)' }
    ]
    const excerpt = sampleExcerpt(english, 'handed in once', { cited: { note, inText: note } })
    const model = sampleExcerpts({}, [{ kind: 'excerpt', excerpt }])
    const parts = partsOf((await writeToMemory(excerptsAsDocx, model)).bytes)
    const links = elementsOf(treeOf(parts, 'word/footnotes.xml'), 'w:hyperlink')
    expect(links.map((each) => each.textContent)).toEqual(['here'])
    const targets = elementsOf(treeOf(parts, 'word/_rels/footnotes.xml.rels'), 'Relationship')
    expect(targets.map((each) => attribute(each, 'Target'))).toEqual(['https://example.org/?a=1&b=2'])
  })

  it.skipIf(!hasProgram('soffice') || !hasProgram('pdftotext'))(
    'is printed by LibreOffice, with its Chinese, notes and page numbers',
    async () => {
      const text = printedText('excerpts.docx', await fileOf({ contents: true }))
      expect(text).toContain('没有人等一个小时')
      expect(text).toMatch(/1\s+Clerk, The Harbour Office Opens, ¶ 1\./)
      expect(text).toMatch(/Service \/ windows › One visit\.{5,}/)
    },
    120_000
  )

  it.skipIf(!hasProgram('pandoc'))('is read by pandoc: headings, quotations, notes, comments', async () => {
    const bytes = await fileOf({ memos: 'comments' })
    const markdown = withFile('excerpts.docx', bytes, (path) =>
      said('pandoc', ['--track-changes=all', '--wrap=none', '-t', 'markdown', path])
    )
    expect(markdown).toContain('# Service / windows › One visit')
    expect(markdown).toMatch(/^> Forms .*handed in once/m)
    expect(markdown).toContain('[^1]: Clerk, *The Harbour Office Opens*, ¶ 1.')
    expect(markdown).toMatch(/comment-start.*author="Coder"/)
  })

  const hasPythonDocx = (() => {
    try {
      said('/usr/bin/python3', ['-c', 'import docx'])
      return true
    } catch {
      console.warn('skipped: python3-docx is not on this computer')
      return false
    }
  })()
  it.skipIf(!hasPythonDocx)('is read by python-docx: styles by their names', async () => {
    const script = `
import docx, sys
document = docx.Document(sys.argv[1])
print("\\n".join(f"{each.style.name}|{each.text}" for each in document.paragraphs))
print(document.core_properties.title)`
    const styles = withFile('excerpts.docx', await fileOf(), (path) =>
      said('/usr/bin/python3', ['-c', script, path])
    )
    expect(styles).toContain('Title|Harbour study – excerpts')
    expect(styles).toContain('Heading 1|Service / windows › One visit')
    expect(styles).toContain('Quote|Forms *are* handed in once.')
    expect(styles).toContain('Bibliography|Clerk, Anna.')
  })
})
