import { readdir, writeFile } from 'node:fs/promises'
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

describe('tables', () => {
  it('give a text for each row, with the other columns as what is known of it', async () => {
    const { texts } = await made.read(
      'reports.csv',
      'title,date,text,office\r\nSnow report,2020-03-05,"The office met.\nAll resorts were open.",County\r\nHarvest,2021,The harvest was good.,Province\r\n'
    )
    expect(texts.map(({ title, published, attributes }) => [title, published?.date, attributes])).toEqual([
      ['Snow report', '2020-03-05', { office: 'County' }],
      ['Harvest', '2021', { office: 'Province' }]
    ])
    expect(texts.map(lines)).toEqual([
      ['paragraph: The office met.', 'paragraph: All resorts were open.'],
      ['paragraph: The harvest was good.']
    ])
  })

  it.each(['pairs.xlsx', 'pairs.tsv'])(
    '%s: columns named as languages are aligned versions',
    async (name) => {
      const path = join(name === 'pairs.xlsx' ? fixtures : made.folder, name)
      if (name === 'pairs.tsv')
        await writeFile(
          path,
          'zh\ten\n会议强调，要让群众最多跑一次。\tThe meeting stressed that people should come only once.\n各地要抓紧落实。\tAll places must act. They must act soon.\n冬季不是停工的理由。\t\n'
        )
      const { texts } = await parse(path)
      expect(
        texts.map(({ part, language, aligned, blocks }) => [part, language, aligned, blocks.length])
      ).toEqual([
        ['zh', 'zh', '–', 3],
        ['en', 'en', '–', 3]
      ])
    }
  )

  it('of more rows than a file may give texts say how many were left out', async () => {
    const rows = Array.from({ length: 5003 }, (_, at) => `Title ${at},Text ${at}.`)
    const file = await made.read('many.csv', `title,text\n${rows.join('\n')}\n`)
    expect([file.texts.length, file.warnings]).toEqual([5000, [{ key: 'textsLeftOut', count: 3 }]])
  })

  it('are read as a person says', async () => {
    const columns = { text: 1, stated: { title: 2 }, versions: [] }
    const { texts } = await made.read('again.csv', 'a,b,c\none,two,three\n', { columns })
    expect(texts.map(({ title, attributes, blocks }) => [title, attributes, blocks[0]?.text])).toEqual([
      ['three', { a: 'one' }, 'two']
    ])
  })
})

describe('tables as other programs write them', () => {
  const textsIn = async (name: string, content: string) =>
    (await made.read(name, content)).texts.map(({ blocks }) => blocks.map(({ text }) => text).join(' / '))
  it('a line for Excel, or lines above the head, are no texts', async () => {
    const rows = 'no;answer;years\n1;The gate is open.;7\n2;"The weir; it is shut.";9\n'
    const both = ['The gate is open.', 'The weir; it is shut.']
    expect(await textsIn('sep.csv', `sep=;\r\n${rows}`)).toEqual(both)
    const file = await made.read('above.csv', `Survey of weirs, spring\nMade on Monday\n\n${rows}`)
    expect(file.texts.map(({ blocks }) => blocks[0]?.text)).toEqual(both)
    expect(file.texts[0]?.attributes).toEqual({
      'above the table': 'Survey of weirs, spring\nMade on Monday',
      no: '1',
      years: '7'
    })
  })
  it('line breaks of all kinds within cells part paragraphs', async () => {
    expect(
      await textsIn('breaks.csv', 'no,text\n1,"\nOne.\r\nTwo.\n"\n2,"Three.\rFour."\n3,Five.\n')
    ).toEqual(['One. / Two.', 'Three. / Four.', 'Five.'])
  })
  it('a workbook comes in with all its sheets', async () => {
    const sheet = (...rows: string[][]) =>
      strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
          .map(
            (row, at) =>
              `<row r="${at + 1}">${row.map((cell, column) => `<c r="${'AB'[column]}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
          )
          .join('')}</sheetData></worksheet>`
      )
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const workbook = zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Spring" sheetId="1" r:id="r1"/><sheet name="Empty" sheetId="2" r:id="r2"/><sheet name="Autumn" sheetId="3" r:id="r3"/></sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[1, 2, 3].map((at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`
      ),
      'xl/worksheets/sheet1.xml': sheet(
        ['Weirs'],
        ['place', 'answer'],
        ['North', 'The gate is open at noon.']
      ),
      'xl/worksheets/sheet2.xml': sheet(),
      'xl/worksheets/sheet3.xml': sheet(['place', 'answer'], ['South', 'It is shut, and stays so.'])
    })
    const { texts } = await made.read('sheets.xlsx', workbook)
    expect(texts.map(({ part, blocks, attributes }) => [part, blocks[0]?.text, attributes.place])).toEqual([
      ['Spring · 3', 'The gate is open at noon.', 'North'],
      ['Autumn · 2', 'It is shut, and stays so.', 'South']
    ])
  })
})

describe('OpenDocument', () => {
  const names = ['office', 'text', 'table', 'draw', 'dc', 'xlink']
    .map((name) => `xmlns:${name}="urn:${name}"`)
    .join(' ')
  const odt = (body: string) =>
    zipSync({
      'content.xml': strToU8(
        `<office:document-content ${names}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
      )
    })
  const p = (words: string) => `<text:p>${words}</text:p>`
  const cell = (inner: string) => `<table:table-cell>${inner}</table:table-cell>`
  const table = (...cells: string[]) =>
    `<table:table><table:table-row>${cells.map(cell).join('')}</table:table-row></table:table>`
  const comment = (name: string, memo: string) =>
    `<office:annotation office:name="${name}"><dc:creator>A</dc:creator>${p(memo)}</office:annotation>`
  const end = (name: string) => `<office:annotation-end office:name="${name}"/>`
  const passagesIn = (text: Awaited<ReturnType<typeof read>>) => {
    const whole = canonicalText(text.blocks)
    return text.passages.map(({ start, end: to, memo }) => [whole.slice(start, to), memo])
  }
  const read = async (name: string, body: string) => first(await made.read(name, odt(body)))

  it('cells hold lists, headings, notes, tables and several paragraphs', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of stone.</text:p><text:list><text:list-item><text:p>and sand</text:p></text:list-item></text:list></text:note-body></text:note>'
    const text = await read(
      'cells.odt',
      table(
        p('One') + p('two'),
        `<text:list><text:list-item>${p('first')}</text:list-item><text:list-item>${p('second')}</text:list-item></text:list>`,
        `<text:h>Head</text:h>${p(`weir${note}`)}`,
        table(p('in'), p('within'))
      )
    )
    expect(lines(text)).toEqual([
      'cell: One two',
      'cell: first second',
      'cell: Head weir[1]',
      'cell: in within',
      'note: [1] Of stone. and sand'
    ])
  })

  it('boxes stand after the paragraph that they hang on; pictures are counted', async () => {
    const box = `<draw:frame><draw:text-box>${p('In a box.')}${p('Twice.')}</draw:text-box></draw:frame>`
    const shape = `<draw:custom-shape>${p('In a shape.')}</draw:custom-shape>`
    const picture = '<draw:frame><draw:image xlink:href="x.png"/></draw:frame>'
    const text = await read(
      'boxes.odt',
      p(`Before ${box}and after${shape}${picture}.`) + p('Next.') + table(p(`cell ${box}`))
    )
    expect(lines(text)).toEqual([
      'paragraph: Before and after.',
      'paragraph: In a box.',
      'paragraph: Twice.',
      'paragraph: In a shape.',
      'paragraph: Next.',
      'cell: cell In a box. Twice.'
    ])
    expect(text.warnings).toEqual([{ key: 'picturesLeftOut', count: 1 }])
  })

  it('comments stand on their words, in whichever paragraph of a cell, in lists, notes and boxes', async () => {
    const on = (name: string, words: string) => `${comment(name, `on ${words}`)}${words}${end(name)}`
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p(`A ${on('n', 'stone')}.`)}</text:note-body></text:note>`
    const text = await read(
      'comments.odt',
      p('The gate and the weir.') +
        table(
          p('the gate') + p(`again ${on('c', 'the gate')} here`),
          `<text:list><text:list-item>${p(`an ${on('l', 'item')}`)}</text:list-item></text:list>`
        ) +
        p(`A weir${note} of ${on('w', 'the gate')}, a stone.`) +
        p(`Point ${comment('point', 'on the whole paragraph')}here.`) +
        p(`Two ${comment('long', 'over two')}lines`) +
        p(`and${end('long')} more.`)
    )
    const whole = canonicalText(text.blocks)
    expect(passagesIn(text).sort()).toEqual(
      [
        ['the gate', 'A: on the gate'],
        ['item', 'A: on item'],
        ['the gate', 'A: on the gate'],
        ['lines\nand', 'A: over two'],
        ['stone', 'A: on stone'],
        ['Point here.', 'A: on the whole paragraph']
      ].sort()
    )
    const gates = text.passages.filter(({ memo }) => memo === 'A: on the gate').map(({ start }) => start)
    expect(gates.sort((a, b) => a - b)).toEqual([
      whole.indexOf('again the gate') + 6,
      whole.lastIndexOf('the gate')
    ])
    expect(text.passages.find(({ memo }) => memo === 'A: on stone')?.start).toBe(whole.lastIndexOf('stone'))
    expect(text.warnings).toEqual([{ key: 'comments', count: 6 }])
  })
})
