import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { first, lines, MadeFiles } from '../../testing/made-files'
import { numberAs } from './number-formats'

const made = new MadeFiles()
const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relationships = (inner: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function docx(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`
    ),
    'word/document.xml': `<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...more
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
    )
  )
}
const run = (inner: string) => `<w:r>${inner}</w:r>`
const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`
const p = (words: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(t(words))}</w:p>`

describe('signs that Word writes as elements', () => {
  it('are signs of the text', async () => {
    const symbol = (font: string, code: string) => `<w:sym w:font="${font}" w:char="${code}"/>`
    const body = `<w:p>${run(`${t('Gate')}<w:noBreakHyphen/>${t('7 is open ')}${symbol('Wingdings', 'F0FC')}${t(' shut ')}${symbol('Wingdings', 'F06F')}${t(' level ')}${symbol('Symbol', 'F0A3')}${t(' 3 ')}${symbol('Unknown Font', 'E123')}`)}</w:p><w:p>${run(`${t('one')}<w:cr/>${t('two three')}<w:ptab w:relativeTo="margin"/>${t('7')}`)}</w:p><w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>${t('\uF0FE')}</w:r>${run(t(' agreed'))}</w:p>`
    const text = first(await made.read('signs.docx', docx(body)))
    expect(lines(text)).toEqual([
      'paragraph: Gate‑7 is open ✓ shut □ level ≤ 3 \uFFFD',
      'paragraph: one two three 7',
      'paragraph: ☑ agreed'
    ])
    expect(text.warnings).toEqual([{ key: 'replacementCharacters', count: 1 }])
  })

  it('boxes to be ticked say whether they are', async () => {
    const box = (checked: string, sign: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(t(sign))}</w:sdtContent></w:sdt>`
    const body = `<w:p>${run(t('Dam '))}${box('1', 'X')}${run(t(' weir '))}${box('0', 'O')}</w:p>`
    expect(lines(first(await made.read('boxes.docx', docx(body))))).toEqual(['paragraph: Dam ☑ weir ☐'])
  })

  it('a title is a heading, and what was moved is one change', async () => {
    const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`
    const moved = `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">${run(t('The gate. '))}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run(t('The weir.'))}<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4">${run(t(' The gate.'))}</w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>`
    const text = first(
      await made.read(
        'moved.docx',
        docx(p('On weirs', '<w:pStyle w:val="T"/>') + moved, {
          'word/styles.xml': styles,
          'word/_rels/document.xml.rels': relationships(
            `<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/>`
          )
        })
      )
    )
    expect(lines(text)).toEqual(['heading: On weirs', 'paragraph: The weir. The gate.'])
    expect(text.warnings).toEqual([{ key: 'trackedChanges', count: 1 }])
  })
})

describe('numbers that Word makes itself', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${names}>
    <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1章')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="H"/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride></w:num></w:numbering>`
  const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="own"/><w:basedOn w:val="H"/></w:style></w:styles>`
  const inList = (words: string, at: number, list = 1) =>
    p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

  it('stand before their paragraphs, as Word counts them', async () => {
    const body = [
      p('Weirs', '<w:pStyle w:val="H"/>'),
      inList('水位', 0),
      inList('每天登记', 1),
      inList('早晨', 2),
      inList('傍晚', 2),
      inList('每月核对', 1),
      inList('闸门', 0),
      inList('开闸', 1),
      inList('a point', 0, 2),
      p('Gates', '<w:pStyle w:val="H2"/>'),
      p('No number', '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      inList('附则', 0, 4),
      inList('再附', 0, 4)
    ].join('')
    const relations = relationships(
      `<Relationship Id="n" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/>`
    )
    const text = first(
      await made.read(
        'numbers.docx',
        docx(body, {
          'word/numbering.xml': numbering,
          'word/styles.xml': styles,
          'word/_rels/document.xml.rels': relations
        })
      )
    )
    expect(text.blocks.map((block) => block.text)).toEqual([
      'I. Weirs',
      '第一章 水位',
      '1.1 每天登记',
      'a) 早晨',
      'b) 傍晚',
      '1.2 每月核对',
      '第二章 闸门',
      '2.1 开闸',
      'a point',
      'II. Gates',
      'No number',
      '第十二章 附则',
      '第十三章 再附'
    ])
  })

  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 105, '一百零五'],
    ['chineseLegalSimplified', 21, '贰拾壹'],
    ['ideographTraditional', 3, '丙'],
    ['lowerRoman', 14, 'xiv'],
    ['upperLetter', 28, 'BB'],
    ['ordinal', 112, '112th'],
    ['decimalEnclosedCircle', 7, '⑦'],
    ['decimalZero', 4, '04'],
    ['somethingNew', 4, '4']
  ])('%s %i', (format, number, expected) => {
    expect(numberAs(format, number)).toBe(expected)
  })
})

describe('documents within a document', () => {
  const chunk = (id: string) => `<w:altChunk r:id="${id}"/>`
  const relations = (...targets: string[]) =>
    relationships(
      targets
        .map((target, at) => `<Relationship Id="c${at}" Type="${office}/aFChunk" Target="${target}"/>`)
        .join('')
    )
  it('come in at their places, whatever they are; what cannot be read is told', async () => {
    const body = `${p('First.')}${[0, 1, 2, 3, 4].map((at) => chunk(`c${at}`)).join('')}${p('Last.')}`
    const text = first(
      await made.read(
        'chunks.docx',
        docx(body, {
          'word/_rels/document.xml.rels': relations(
            'a.html',
            '/chunks/b.docx',
            'c.rtf',
            'd.mht',
            'gone.docx'
          ),
          'word/a.html': '<p>A page.</p><p>河边的水位。</p>',
          'chunks/b.docx': docx(p('A merged document.')),
          'word/c.rtf': '{\\rtf1 Rich text.\\par}',
          'word/d.mht':
            'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>A saved page.</p>'
        })
      )
    )
    expect(text.blocks.map((block) => block.text)).toEqual([
      'First.',
      'A page.',
      '河边的水位。',
      'A merged document.',
      'Rich text.',
      'A saved page.',
      'Last.'
    ])
    expect(text.warnings).toEqual([{ key: 'embeddedLeftOut', count: 1, names: ['word/gone.docx'] }])
  })
})
