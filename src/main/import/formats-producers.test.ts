import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { first, lines, MadeFiles } from './testing/made-files'

const made = new MadeFiles()
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

function docx(body: string): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${word}><w:body>${body}</w:body></w:document>`),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    )
  })
}

const office =
  'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:svg="v" xmlns:loext="l"'

function odt(styles: string, body: string, common = ''): Uint8Array {
  return zipSync({
    'content.xml': strToU8(
      `<office:document-content ${office}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
    ),
    'styles.xml': strToU8(`<office:document-styles ${office}>${common}</office:document-styles>`)
  })
}

describe('words below their readings', () => {
  it('come in, the readings do not: Word and OpenDocument', async () => {
    const ruby =
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>gǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>口</w:t></w:r></w:p>'
    expect(lines(first(await made.read('ruby.docx', docx(ruby))))).toEqual(['paragraph: 港口'])
    const base =
      '<text:p><text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>gǎng</text:ruby-text></text:ruby>口</text:p>'
    expect(lines(first(await made.read('ruby.odt', odt('', base))))).toEqual(['paragraph: 港口'])
  })
})

describe('a table within a cell of Word', () => {
  it('is words of that cell, and the table stays one', async () => {
    const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`
    const inner = `<w:tc><w:tbl><w:tr>${cell('in')}${cell('side')}</w:tr></w:tbl><w:p/></w:tc>`
    const table = `<w:tbl><w:tr>${cell('a')}${inner}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>`
    expect(lines(first(await made.read('nested.docx', docx(table))))).toEqual([
      'cell: a',
      'cell: in side',
      'cell: c',
      'cell: d'
    ])
  })
})

describe('numbers that OpenDocument gives', () => {
  const level = (at: number, more: string) => `<text:list-level-style-number text:level="${at}" ${more}/>`
  const articles = `<text:list-style style:name="L">${level(1, 'loext:num-list-format="第%1%条" style:num-format="一, 二, 三, ..." text:start-value="9"')}${level(2, 'style:num-prefix="（" style:num-suffix="）" style:num-format="1"')}</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`
  const item = (words: string, more = '') =>
    `<text:list-item><text:p>${words}</text:p>${more}</text:list-item>`

  it('are words before their paragraphs, by level, and go on where a list does', async () => {
    const body = `<text:list text:style-name="L">${item('施行。', `<text:list>${item('签字。')}${item('盖章。')}</text:list>`)}${item('罚款。')}</text:list><text:p>别的话。</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('附则。')}</text:list><text:list text:style-name="B">${item('点。')}</text:list>`
    expect(lines(first(await made.read('articles.odt', odt(articles, body))))).toEqual([
      'list-item: 第九条 施行。',
      'list-item: （1） 签字。',
      'list-item: （2） 盖章。',
      'list-item: 第十条 罚款。',
      'paragraph: 别的话。',
      'list-item: 第十一条 附则。',
      'list-item: 点。'
    ])
  })

  it('stand before headings too, several levels in one', async () => {
    const outline = `<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>`
    const head = (at: number, words: string) => `<text:h text:outline-level="${at}">${words}</text:h>`
    const body = head(1, 'Roads') + head(2, 'Salt') + head(2, 'Sand') + head(1, 'Ships') + head(2, 'Oil')
    expect(lines(first(await made.read('outline.odt', odt('', body, outline))))).toEqual([
      'heading: 1 Roads',
      'heading: 1.1 Salt',
      'heading: 1.2 Sand',
      'heading: 2 Ships',
      'heading: 2.1 Oil'
    ])
  })
})

describe('signs of symbol fonts', () => {
  it('are characters in OpenDocument, whatever its fonts are called', async () => {
    const styles =
      '<style:font-face style:name="Face1" svg:font-family="Symbol"/><style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:font-name="Face1"/></style:style>'
    const body =
      '<text:p>Seen <text:span text:style-name="T1">\uF0FE</text:span> by <text:span text:style-name="T2">\uF061</text:span></text:p>'
    expect(lines(first(await made.read('signs.odt', odt(styles, body))))).toEqual(['paragraph: Seen ☑ by α'])
  })

  it('are characters in RTF: by their bytes, by their numbers, in fields without a result', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 Times;}{\f1\fcharset2 Wingdings;}{\f2\fnil Symbol;}}Seen {\f1\'fe}{\f1\u-3842?} by {\f2 a}, {\field{\*\fldinst { SYMBOL 252 \\f "Wingdings" }}{\fldrslt }} and {\field{\*\fldinst SYMBOL 252 \\f "Wingdings"}{\fldrslt{\f1\'fc}}}\par}`
    expect(lines(first(await made.read('signs.rtf', rtf)))).toEqual(['paragraph: Seen ☑☑ by α, ✓ and ✓'])
  })

  it('are characters on pages', async () => {
    const page =
      '<p>Seen <font face="Wingdings">\uF0FE</font> by <span style="font-family: Symbol, serif">\uF061</span></p>'
    expect(lines(first(await made.read('signs.html', page)))).toEqual(['paragraph: Seen ☑ by α'])
  })
})

describe('titles', () => {
  it('of OpenDocument are headings', async () => {
    const body = '<text:p text:style-name="Title">Harbour diary</text:p><text:p>It rained all night.</text:p>'
    const text = first(await made.read('title.odt', odt('', body)))
    expect([text.title, lines(text)[0]]).toEqual(['Harbour diary', 'heading: Harbour diary'])
  })

  it('are no headings of sections that stand below sentences', async () => {
    const rtf = String.raw`{\rtf1 A walk\par The wind was up all day long.\par {\pard\outlinelevel0 First part\par}More words follow here.\par}`
    expect(first(await made.read('walk.rtf', rtf)).title).toBe('walk')
  })
})

describe('TEI of other projects', () => {
  const tei = (inner: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${inner}</TEI>`
  const header = (title: string) =>
    `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc></teiHeader>`
  const body = (inner: string) => `<text><body>${inner}</body></text>`

  it('gives a text for each member of a corpus', async () => {
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${header('Letters')}${tei(header('To A') + body('<p>One.</p>'))}${tei(header('To B') + body('<p>Two.</p>'))}</teiCorpus>`
    const { texts } = await made.read('corpus.tei', corpus)
    expect(texts.map((text) => [text.title, text.attributes.corpus, lines(text)])).toEqual([
      ['To A', 'Letters', ['paragraph: One.']],
      ['To B', 'Letters', ['paragraph: Two.']]
    ])
  })

  it('keeps apart what stands apart in letters, plays and talk', async () => {
    const letter =
      '<div><opener><dateline>Bath, 4 May</dateline><salute>My dear,</salute></opener><p>The sun-<lb break="no"/>set was li<lb/>ke fire.</p><closer><salute>Yours,</salute><signed>A. R.</signed></closer><postscript><p>Write.</p></postscript></div><u who="#a">Who is there?</u><u who="#b">Me.</u>'
    expect(lines(first(await made.read('letter.tei', tei(header('L') + body(letter)))))).toEqual([
      'paragraph: Bath, 4 May',
      'paragraph: My dear,',
      'paragraph: The sun-set was li ke fire.',
      'paragraph: Yours,',
      'paragraph: A. R.',
      'paragraph: Write.',
      'paragraph: Who is there?',
      'paragraph: Me.'
    ])
  })
})

describe('a translation memory', () => {
  it('names a second saying in one language by its language, not by a number', async () => {
    const unit =
      '<tu><tuv xml:lang="en"><seg>Open.</seg></tuv><tuv xml:lang="fr"><seg>Ouvert.</seg></tuv><tuv xml:lang="fr"><seg>C’est ouvert.</seg></tuv></tu>'
    const { texts } = await made.read('door.tmx', `<tmx version="1.4"><header/><body>${unit}</body></tmx>`)
    expect(texts.map(({ title }) => title)).toEqual(['door · en', 'door · fr', 'door · fr 2'])
  })
})

describe('an EPUB', () => {
  it('is found by a path with percent signs, its authors each by himself, translators none of them', async () => {
    const book = zipSync({
      'META-INF/container.xml': strToU8(
        '<container><rootfiles><rootfile full-path="my%20book/a.opf"/></rootfiles></container>'
      ),
      'my book/a.opf': strToU8(
        '<package xmlns:dc="d" xmlns:opf="o"><metadata><dc:title>Ships</dc:title><dc:creator opf:role="aut">Ann Roe</dc:creator><dc:creator>Ben Doe</dc:creator><dc:creator opf:role="trl">Cy Poe</dc:creator></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
      ),
      'my book/a.xhtml': strToU8('<html><body><p>They sailed at nine.</p></body></html>')
    })
    const text = first(await made.read('ships.epub', book))
    expect([text.author, lines(text)]).toEqual(['Ann Roe; Ben Doe', ['paragraph: They sailed at nine.']])
  })
})
