import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fixtures, lines, MadeFiles, parse } from './testing/made-files'

const made = new MadeFiles()

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

describe('tables as programs write them', () => {
  const read = async (name: string, content: string) =>
    (await made.read(name, content)).texts.map((text) => [lines(text).join(' | '), text.attributes])

  it('have what the program says of itself above their head, narrower than the table', async () => {
    expect(
      await read(
        'export.csv',
        'Survey of ferries\r\nMade;2020-01-01\r\n\r\nID;Q1;Why?\r\n1;3;The boats; I mean ferries.\r\n2;4;"Quiet; slow."\r\n'
      )
    ).toEqual([
      [
        'paragraph: The boats',
        expect.objectContaining({ ID: '1', 'above the table': 'Survey of ferries\nMade 2020-01-01' })
      ],
      ['paragraph: Quiet; slow.', expect.objectContaining({ ID: '2' })]
    ])
  })

  it('may have no head: then the first row is one of the texts', async () => {
    expect(
      await read('bare.csv', '1,The first answer is a long one.,2020\n2,The second one is long too.,2021\n')
    ).toEqual([
      ['paragraph: The first answer is a long one.', { 1: '1', 3: '2020' }],
      ['paragraph: The second one is long too.', { 1: '2', 3: '2021' }]
    ])
    expect(await read('lines.csv', '第一句话说得很长很长。\n第二句话也说得很长。\n')).toHaveLength(2)
    expect(await read('asked.csv', 'id,Please say what you think of the river.\n1,It is quiet.\n')).toEqual([
      ['paragraph: It is quiet.', { id: '1' }]
    ])
  })

  it('keep a row for each line though a cell has odd quotation marks', async () => {
    expect(
      await read('odd.tsv', 'id\tanswer\n1\t"Quoted" at first\n2\tIn the "midst" of it\n3\t"Two\nlines"\n')
    ).toEqual([
      ['paragraph: "Quoted" at first', { id: '1' }],
      ['paragraph: In the "midst" of it', { id: '2' }],
      ['paragraph: Two | paragraph: lines', { id: '3' }]
    ])
  })

  it('keep a date or language that cannot be read as it is written', async () => {
    const { texts } = await made.read(
      'dates.csv',
      'text,date,language\nThe office met.,04/03/2019,Englisch\nIt met again.,03.04.2019,en\n'
    )
    expect(texts.map(({ published, attributes }) => [published?.date, attributes])).toEqual([
      [undefined, { date: '04/03/2019', language: 'Englisch' }],
      ['2019-04-03', {}]
    ])
  })
})
