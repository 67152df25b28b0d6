import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import { first, fixtures, lines, MadeFiles, parse } from './testing/made-files'

const made = new MadeFiles()

describe('one report, written by other software in many formats', () => {
  const whole = [
    'heading: Winter roads report',
    'paragraph: Published: 5 March 2020',
    'paragraph: The office met on 5 March 2020[1] and counted 54 resorts.',
    'heading: What was decided',
    'list-item: Roads are cleared before eight.',
    'list-item: Salt is used sparingly.',
    'paragraph: The heron stands in the reeds.',
    'cell: Resort',
    'cell: Visitors',
    'cell: North',
    'cell: 31,000',
    'cell: 南山滑雪场',
    'cell: 9,800',
    'paragraph: 会议强调，要让群众最多跑一次。各地要抓紧落实。',
    'note: [1] The minutes are in the county library.'
  ]
  const headless = whole.filter((line) => !/^cell: (Resort|Visitors)$/.test(line))
  const quoted = whole.map((line) => line.replace('paragraph: The heron', 'quotation: The heron'))
  // Not every one of them says everything: what a format or its writer loses is named here.
  const expected: Readonly<Record<string, readonly string[]>> = {
    'pandoc.docx': quoted,
    'libreoffice.docx': quoted,
    'pandoc.odt': quoted,
    'libreoffice.odt': whole,
    'pandoc.rtf': whole,
    'libreoffice.rtf': whole,
    'pandoc.epub': ['heading: Winter roads report', ...quoted],
    // Its headings and lists are plain paragraphs, its first row is lost.
    'libreoffice.epub': whole
      .filter((line) => !/^cell: (Resort|Visitors)$/.test(line))
      .map((line) => line.replace(/^(heading|list-item)/, 'paragraph')),
    'pandoc.xml': quoted,
    'libreoffice.pdf': whole,
    'libreoffice.html': whole,
    // A page printed and saved by a browser, and made a book: of the table its first row was lost before.
    'chromium.pdf': headless.map((line) =>
      line
        .replace(/^list-item/, 'paragraph')
        .replace(
          'note: [1] The minutes are in the county library.',
          'paragraph: 1. The minutes are in the county library.↩'
        )
    ),
    'chromium.mhtml': headless,
    'calibre.epub': headless,
    // Its writer lost the first row, which the text that it was made from had not told apart.
    'pandoc.html': headless,
    'pandoc.md': whole.map((line) => line.replace(/^cell: (Resort|Visitors)$/, 'cell: '))
  }

  it.each(Object.keys(expected))('%s comes in complete, with its structure and its date', async (name) => {
    const text = first(await parse(join(fixtures, name)))
    expect(lines(text)).toEqual(expected[name])
    expect(text.title).toBe('Winter roads report')
    expect(text.language).toMatch(/^en/)
    expect(text.event?.date).toBe('2020-03-05')
    if (!name.endsWith('.epub')) expect(text.published?.date).toBe('2020-03-05')
  })

  it('has an expectation for every fixture of its kind', async () => {
    const names = (await readdir(fixtures)).filter((name) =>
      /^(pandoc|libreoffice|chromium|calibre)\./.test(name)
    )
    expect(names.sort()).toEqual(Object.keys(expected).sort())
  })
})

describe('Word', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
  const docx = (body: string, comments = '') =>
    zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': strToU8(rels),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`
      ),
      ...(comments ? { 'word/comments.xml': strToU8(`<w:comments ${w}>${comments}</w:comments>`) } : {})
    })
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

  it('gives tracked changes as accepted and says so; comments are memos on their words', async () => {
    const body = `<w:p>${run('It was early spring.')}</w:p><w:p>${run('The office met ')}<w:del w:id="1" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('twice')}</w:ins>${run(' in ')}<w:commentRangeStart w:id="0"/>${run('early spring')}<w:commentRangeEnd w:id="0"/>${run('.')}</w:p>`
    const comments = `<w:comment w:id="0" w:author="Reviewer"><w:p>${run('Which year?')}</w:p></w:comment>`
    const text = first(await made.read('changes.docx', docx(body, comments)))
    expect(lines(text)).toEqual([
      'paragraph: It was early spring.',
      'paragraph: The office met twice in early spring.'
    ])
    const [passage] = text.passages
    const whole = canonicalText(text.blocks)
    expect(whole.slice(passage?.start, passage?.end)).toBe('early spring')
    expect(passage?.start).toBe(whole.lastIndexOf('early spring'))
    expect(passage?.memo).toBe('Reviewer: Which year?')
    expect(text.warnings).toEqual([
      { key: 'trackedChanges', count: 2 },
      { key: 'comments', count: 1 }
    ])
  })

  it('keeps raised figures apart from the number before them, and finds comments on them', async () => {
    const above = (text: string) =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('It cost 3 × 10')}<w:commentRangeStart w:id="1"/>${above('6')}${run(' and covered')}<w:commentRangeEnd w:id="1"/>${run(' 5 km')}${above('2')}</w:p>`
    const comment = `<w:comment w:id="1" w:author="B" w:date="2020-03-05T00:00:00Z"><w:p>${run('Much.')}</w:p></w:comment>`
    const text = first(await made.read('above.docx', docx(body, comment)))
    expect(lines(text)).toEqual(['paragraph: It cost 3 × 10⁶ and covered 5 km²'])
    expect(
      text.passages.map(({ start, end, created }) => [canonicalText(text.blocks).slice(start, end), created])
    ).toEqual([['⁶ and covered', '2020-03-05T00:00:00.000Z']])
    const rtf = first(
      await made.read(
        'above.rtf',
        '{\\rtf1\\ansi It cost 3 x 10{\\super 6} in 2020{\\super 1}{\\up8 2}\\line and on\\par}'
      )
    )
    expect(lines(rtf)).toEqual(['paragraph: It cost 3 x 10⁶ in 2020¹² and on'])
  })

  it('is refused where it is damaged or no Word document', async () => {
    const whole = docx(`<w:p>${run('One.')}</w:p>`)
    expect(await made.refusal('cut.docx', whole.slice(0, whole.length - 60))).toBe('fileUnreadable')
    expect(await made.refusal('none.docx', zipSync({ 'x.txt': strToU8('x') }))).toBe('fileUnreadable')
  })

  it('is refused where it would unpack to too much', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(150 * 1024 * 1024) }, { level: 9 })
    expect(await made.refusal('bomb.docx', bomb)).toBe('fileUnreadable')
  })
})

describe('Rich Text', () => {
  it('gives comments as memos on their words, in whichever paragraph they stand', async () => {
    const text = first(
      await made.read(
        'comments.rtf',
        String.raw`{\rtf1\ansi\pard The office met. It met in spring.\par The office {\*\atrfstart 0}met in {\b spring}{\*\atrfend 0}{\*\atnid AC}{\*\atnauthor A. Clerk}\chatn{\*\annotation{\*\atnref 0}{\*\atndate 1}\pard Which year?\par Of all.} and in {\*\atrfstart 1}autumn{\*\atrfend 1}{\*\atnauthor B}{\*\annotation{\*\atnref 1}Late.}.\par}`
      )
    )
    expect(lines(text)).toEqual([
      'paragraph: The office met. It met in spring.',
      'paragraph: The office met in spring and in autumn.'
    ])
    const whole = canonicalText(text.blocks)
    // The same words stand in the paragraph before.
    expect(text.passages[0]?.start).toBe(whole.lastIndexOf('met in spring'))
    expect(text.passages.map(({ start, end, memo }) => [whole.slice(start, end), memo])).toEqual([
      ['met in spring', 'A. Clerk: Which year? Of all.'],
      ['autumn', 'B: Late.']
    ])
    expect(text.warnings).toEqual([{ key: 'comments', count: 2 }])
  })
})

describe('Rich Text, as Word writes it', () => {
  const read = async (name: string, body: string) =>
    lines(first(await made.read(name, `{\\rtf1\\ansi\\ansicpg1252 ${body}}`)))
  it('numbers of lists are words, bullets are none', async () => {
    expect(
      await read(
        'lists.rtf',
        String.raw`{\listtext\pard 1.1\tab}The gate.\par{\listtext\pard\u31532 ?\u19968 ?\u26465 ?\tab}The weir.\par{\listtext\pard\'b7\tab}A boat.\par\pard Plain, co\-operate.\par`
      )
    ).toEqual([
      'list-item: 1.1 The gate.',
      'list-item: 第一条 The weir.',
      'list-item: A boat.',
      'paragraph: Plain, co\u00adoperate.'
    ])
  })
  it('what is said twice is read in Unicode', async () => {
    const text = first(
      await made.read(
        'twice.rtf',
        String.raw`{\rtf1\ansi{\info{\upr{\title ?? weir}{\*\ud{\title \u27700 ?\u20301 ? weir}}}}{\upr{Plain ??.}{\*\ud{Plain \u27700 ?.}}}\par}`
      )
    )
    expect([text.title, lines(text)]).toEqual(['水位 weir', ['paragraph: Plain 水.']])
  })
  it('a table within a cell is words of that cell', async () => {
    expect(
      await read(
        'nested.rtf',
        String.raw`\trowd\pard\intbl Outer \pard\intbl\itap2 one\nestcell two\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl after\cell second\cell\row\pard End.\par`
      )
    ).toEqual(['cell: Outer one two after', 'cell: second', 'paragraph: End.'])
  })
})

describe('a book', () => {
  const chapter = (title: string, text: string) =>
    strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${title}</h1><p>${text}</p></body></html>`)
  const book = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    ),
    'OPS/book.opf': strToU8(
      '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The roads</dc:title><dc:language>zh</dc:language><dc:creator>A. Clerk</dc:creator></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/><item id="n" href="nav.xhtml" properties="nav"/></manifest><spine page-progression-direction="rtl"><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    ),
    'OPS/a.xhtml': chapter('第一章', '会议强调，要抓紧落实。'),
    'OPS/b.xhtml': chapter('第二章', '冬季不是停工的理由。'),
    'OPS/nav.xhtml': chapter('Contents', '1 2')
  })

  it('is one text, or a text for each chapter that knows its book', async () => {
    const whole = first(await made.read('book.epub', book))
    expect([whole.title, whole.language, whole.chapters]).toEqual(['The roads', 'zh', 2])
    expect(lines(whole).filter((line) => line.startsWith('heading'))).toEqual([
      'heading: 第一章',
      'heading: 第二章'
    ])
    const { texts } = await made.read('book.epub', book, { chapters: true })
    expect(texts.map(({ title, author, attributes, part }) => [title, author, attributes, part])).toEqual([
      ['第一章', 'A. Clerk', { book: 'The roads', chapter: '1' }, '1. 第一章'],
      ['第二章', 'A. Clerk', { book: 'The roads', chapter: '2' }, '2. 第二章']
    ])
    expect(texts.map(lines)[1]).toEqual(['heading: 第二章', 'paragraph: 冬季不是停工的理由。'])
  })
})

describe('notes at the end of a book', () => {
  const container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
  const page = (body: string) =>
    strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`)
  const book = zipSync({
    'META-INF/container.xml': strToU8(container),
    'OPS/book.opf': strToU8(
      '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The roads</dc:title></metadata><manifest><item id="a" href="text/a.xhtml"/><item id="z" href="end/notes.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="z"/></spine></package>'
    ),
    'OPS/text/a.xhtml': page(
      '<h1>First</h1><p>It began in 2020<sup><a href="../end/notes.xhtml#n1">1</a></sup>, and 100%<sup><a href="a.xhtml#own">2</a></sup> of it.</p><p id="own">Here.</p><p>A <a href="../end/notes.xhtml#%E0%A4%A">torn link</a>.</p>'
    ),
    'OPS/end/notes.xhtml': page('<h1>Notes</h1><p id="n1">See the minutes.</p>')
  })

  it('are told from the text, wherever they lie', async () => {
    expect(lines(first(await made.read('notes.epub', book)))).toEqual([
      'heading: First',
      'paragraph: It began in 2020[1], and 100%[2] of it.',
      'note: [2] Here.',
      'paragraph: A torn link.',
      'heading: Notes',
      'note: [1] See the minutes.'
    ])
  })
})
