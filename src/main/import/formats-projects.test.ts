import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import type { ParsedFile, ParsedText } from './parsed'
import { first, fixtures, lines, MadeFiles } from './testing/made-files'

const made = new MadeFiles()

const users = '<Users><User guid="U1" name="First coder"/><User guid="U2" name="Second coder"/></Users>'
const codes =
  '<CodeBook><Codes><Code guid="C1" name="Service" color="#FF0000"><Description>What offices do.</Description><Code guid="C2" name="One visit"/></Code></Codes></CodeBook>'
const coding = (code: string, user = 'U1') =>
  `<Coding guid="G" creatingUser="${user}" creationDateTime="2019-03-04T10:00:00Z"><CodeRef targetGUID="${code}"/></Coding>`

/** A project as another program writes it. */
async function read(content: string, files: Zippable = {}): Promise<ParsedFile> {
  const project = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P">${users}${codes}${content}</Project>`
  return made.read('project.qdpx', zipSync({ 'project.qde': strToU8(project), ...files }))
}

function quotes({ blocks, passages }: ParsedText): string[] {
  return passages.map(({ start, end }) => canonicalText(blocks).slice(start, end))
}

describe('projects of other programs', () => {
  const selection = (start: number, end: number, name: string) =>
    `<PlainTextSelection guid="X${start}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="U2">${coding('C2', 'U2')}<NoteRef targetGUID="N1"/></PlainTextSelection>`

  // The same passage as each program counts it: code points, with or without the returns and the mark.
  it.each([
    ['line feeds', '𝒳 Notice\n\nPeople come only once.\n', 17, 31],
    ['returns counted', '𝒳 Notice\r\n\r\nPeople come only once.\r\n', 19, 33],
    ['returns not counted', '𝒳 Notice\r\n\r\nPeople come only once.\r\n', 17, 31],
    ['a mark that is not counted', '\uFEFF𝒳 Notice\n\nPeople come only once.\n', 17, 31],
    ['a mark that is counted', '\uFEFF𝒳 Notice\n\nPeople come only once.\n', 18, 32]
  ])('bring texts, codes, codings, memos and coders: %s', async (_, text, start, end) => {
    const file = await read(
      `<Sources><TextSource guid="S1" name="Notice.docx" plainTextPath="internal://s1.txt">${selection(start, end, 'come only once')}</TextSource></Sources><Notes><Note guid="N1" name="Idea"><PlainTextContent>Compare the source.</PlainTextContent></Note></Notes>`,
      { 'sources/S1.txt': strToU8(text) }
    )
    const own = first(file)
    expect(quotes(own)).toEqual(['come only once'])
    expect(own.passages[0]).toMatchObject({
      themes: [['Service', 'One visit']],
      coder: 'Second coder',
      memo: 'Idea\n\nCompare the source.',
      created: '2019-03-04T10:00:00.000Z'
    })
    expect(file.brought.codebook).toEqual([
      { path: ['Service'], colour: '#ff0000', description: 'What offices do.' },
      { path: ['Service', 'One visit'], colour: null, description: '' }
    ])
    expect(own.title).toBe('Notice')
    expect([file.warnings, file.brought.memos]).toEqual([[], []])
  })

  it('bring what is known of a text: variables, cases, sets, notes, codes on the whole', async () => {
    const value = (variable: string, kind: string, text: string) =>
      `<VariableValue><VariableRef targetGUID="${variable}"/><${kind}>${text}</${kind}></VariableValue>`
    const file = await read(
      `<Variables><Variable guid="V1" name="Province" typeOfVariable="Text"/><Variable guid="V2" name="Year" typeOfVariable="Integer"/></Variables>
      <Cases><Case guid="K1" name="North">${value('V1', 'TextValue', 'Jilin')}<SourceRef targetGUID="S"/></Case></Cases>
      <Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><Description>From the gate.</Description>${coding('C2')}<NoteRef targetGUID="N1"/>${value('V2', 'IntegerValue', '2018')}</TextSource></Sources>
      <Sets><Set guid="T1" name="kind: notice"><MemberSource targetGUID="S"/></Set><Set guid="T2" name="Read twice"><MemberSource targetGUID="S"/></Set></Sets>
      <Notes><Note guid="N1" name="On the text"><PlainTextContent>Look twice.</PlainTextContent></Note></Notes>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    const own = first(file)
    expect(own.attributes).toEqual({
      Province: 'Jilin',
      Year: '2018',
      kind: 'notice',
      case: 'North',
      sets: 'Read twice',
      codes: 'Service / One visit'
    })
    expect(own.notes).toEqual(['From the gate.'])
    expect(own.remarks).toEqual([{ title: 'On the text', text: 'Look twice.', coder: '', created: null }])
    expect(file.brought.attributes).toEqual([{ name: 'Year', type: { type: 'number' } }])
  })

  it('keep every note: on what it is linked to, else on the project', async () => {
    const note = (id: string, name: string, text: string) =>
      `<Note guid="${id}" name="${name}" creatingUser="U1" creationDateTime="2018-05-06T00:00:00Z"><PlainTextContent>${text}</PlainTextContent></Note>`
    const link = (from: string, to: string) =>
      `<Link guid="L${from}" originGUID="${from}" targetGUID="${to}"/>`
    const file = await read(
      `<Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="0" endPosition="6"/></TextSource></Sources>
      <Notes>${note('N1', 'Linked', 'On the passage.')}${note('N2', 'Named', 'On the project.')}${note('N3', 'Loose', 'On nothing.')}${note('N4', 'On a code', 'Narrow it.')}</Notes>
      <Links>${link('N1', 'X')}${link('C1', 'N4')}</Links><NoteRef targetGUID="N2"/>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    expect(first(file).passages.map(({ memo, themes }) => [memo, themes])).toEqual([
      ['Linked\n\nOn the passage.', []]
    ])
    expect(file.brought.memos).toEqual([
      {
        theme: null,
        title: 'Named',
        text: 'On the project.',
        coder: 'First coder',
        created: '2018-05-06T00:00:00.000Z'
      },
      {
        theme: ['Service'],
        title: 'On a code',
        text: 'Narrow it.',
        coder: 'First coder',
        created: '2018-05-06T00:00:00.000Z'
      },
      {
        theme: null,
        title: 'Loose',
        text: 'On nothing.',
        coder: 'First coder',
        created: '2018-05-06T00:00:00.000Z'
      }
    ])
  })

  it('keep who coded what, and highlights without a code', async () => {
    const file = await read(
      `<Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="7" endPosition="16" creatingUser="U2" creationDateTime="2018-01-02T00:00:00Z">${coding('C1')}<Coding guid="G2"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection><PlainTextSelection guid="Y" startPosition="0" endPosition="6" creatingUser="U1"/></TextSource></Sources>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    const own = first(file)
    expect(own.passages.map(({ coder, codings, created }) => [coder, codings, created])).toEqual([
      [
        'Second coder',
        [
          { theme: ['Service'], coder: 'First coder', created: '2019-03-04T10:00:00.000Z' },
          { theme: ['Service', 'One visit'], coder: 'Second coder', created: '2018-01-02T00:00:00.000Z' }
        ],
        '2018-01-02T00:00:00.000Z'
      ],
      ['First coder', [], null]
    ])
    expect(quotes(own)).toEqual(['come only', 'People'])
  })
})

describe('texts of PDFs in a project', () => {
  const words = 'The hall opens at nine in\nthe morning, and whoever\ncomes may leave at noon.\n'
  const area = (id: string, text: string) =>
    `<PDFSelection guid="${id}" page="0" firstX="1" firstY="1" secondX="9" secondY="9" creatingUser="U1">${text && `<Representation guid="R${id}"><PlainTextContent>${text}</PlainTextContent></Representation>`}${coding('C1')}</PDFSelection>`

  it('come in with their codings, wrapped lines joined; a part of a page without words is counted', async () => {
    const file = await read(
      `<Sources><PDFSource guid="S" name="Opening.pdf" path="internal://s.pdf">
        ${area('X', 'opens at nine in the')}${area('Y', 'whoever\ncomes')}${area('Z', '')}
        <Representation guid="R" name="Representation_for_Opening.pdf" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" name="opens at nine" startPosition="9" endPosition="29" creatingUser="U1">${coding('C1')}</PlainTextSelection></Representation>
      </PDFSource></Sources>`,
      { 'sources/s.txt': strToU8(words) }
    )
    const own = first(file)
    expect(lines(own)).toEqual([`paragraph: ${words.trim().replaceAll('\n', ' ')}`])
    expect(quotes(own)).toEqual(['opens at nine in the', 'whoever comes'])
    expect(own.title).toBe('Opening')
    expect(file.warnings).toEqual([{ key: 'codingsLost', count: 1 }])
  })

  it('are read from the PDF, or the Word file, where their plain text is missing', async () => {
    const file = await read(
      `<Sources><PDFSource guid="S" name="Columns.pdf" path="internal://s.pdf">${area('X', 'no such words')}</PDFSource>
      <TextSource guid="T" name="Report.docx" plainTextPath="internal://gone.txt" richTextPath="internal://t.docx"><PlainTextSelection guid="P" startPosition="1" endPosition="5"/></TextSource>
      <TextSource guid="U" name="Gone.txt" plainTextPath="internal://gone.txt"/></Sources>`,
      {
        'sources/s.pdf': await readFile(join(fixtures, 'two-columns.pdf')),
        'sources/t.docx': await readFile(join(fixtures, 'pandoc.docx'))
      }
    )
    expect(file.texts.map(({ title }) => title)).toEqual(['Report', 'Columns'])
    expect(file.texts.every(({ blocks }) => blocks.length > 5)).toBe(true)
    expect(file.warnings).toEqual([
      { key: 'textsMissing', count: 1, names: ['Gone.txt'] },
      { key: 'codingsLost', count: 2 }
    ])
  })
})

describe('transcripts in a project', () => {
  it('know their times; what was coded from one point to another is on the words between', async () => {
    const point = (id: string, position: number, time: number) =>
      `<SyncPoint guid="${id}" position="${position}" timeStamp="${time}"/>`
    const file = await read(
      `<Sources><TextSource guid="T" name="Talk.docx" plainTextPath="internal://t.txt"><PlainTextSelection guid="X" startPosition="7" endPosition="12">${coding('C2')}</PlainTextSelection></TextSource>
      <AudioSource guid="A" name="Talk.m4a"><Transcript guid="R" name="Talk.docx" plainTextPath="internal://T.txt">${point('P1', 0, 1000)}${point('P2', 13, 3_725_000)}${point('P3', 23, 3_800_000)}<TranscriptSelection guid="Y" fromSyncPoint="P2" toSyncPoint="P3" creatingUser="U1">${coding('C1')}</TranscriptSelection></Transcript><AudioSelection guid="Z" begin="1" end="2">${coding('C1')}</AudioSelection></AudioSource>
      <VideoSource guid="V" name="Silent.mp4"/></Sources>`,
      { 'sources/t.txt': strToU8('Please come.\nOnly once.\n') }
    )
    expect(file.texts).toHaveLength(1)
    const own = first(file)
    expect(own.blocks.map(({ time }) => time)).toEqual(['0:00:01', '1:02:05'])
    expect(quotes(own)).toEqual(['come.', 'Only once.'])
    expect(file.warnings).toEqual([
      { key: 'sourcesLeftOut', count: 1, names: ['Silent.mp4'] },
      { key: 'codingsLost', count: 1 }
    ])
  })

  it('is told from its surroundings: ids in any writing name the same', async () => {
    const file = await read(
      `<Sources><TextSource guid="{AB12}" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="0" endPosition="6" creatingUser="urn:uuid:u2"><Coding guid="G" creatingUser="{U2}"><CodeRef targetGUID="{c2}"/></Coding><NoteRef targetGUID="n1"/></PlainTextSelection></TextSource></Sources><Sets><Set guid="T" name="Kept"><MemberSource targetGUID="ab12"/></Set></Sets><Notes><Note guid="{N1}" name="Idea"/></Notes>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    expect(first(file).passages).toMatchObject([
      { themes: [['Service', 'One visit']], coder: 'Second coder', memo: 'Idea' }
    ])
    expect(first(file).attributes).toEqual({ sets: 'Kept' })
  })

  it('say what is coded beyond the text, on texts that are missing, and with codes that are nowhere', async () => {
    const one = (start: number, end: number, code = 'C2') =>
      `<PlainTextSelection guid="X${start}" startPosition="${start}" endPosition="${end}">${coding(code)}</PlainTextSelection>`
    const file = await read(
      `<Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt">${one(0, 6)}${one(7, 900)}${one(800, 900)}${one(12, 16, 'C99')}</TextSource>
      <TextSource guid="S2" name="Gone" plainTextPath="internal://gone.txt">${one(0, 5)}${one(6, 9)}</TextSource>
      <PictureSource guid="S3" name="Map.png"><PictureSelection guid="P" firstX="0" firstY="0" secondX="9" secondY="9">${coding('C1')}${coding('C2')}</PictureSelection></PictureSource></Sources>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    expect(quotes(first(file))).toEqual(['People', 'only'])
    expect(file.warnings).toEqual([
      { key: 'sourcesLeftOut', count: 1, names: ['Map.png'] },
      { key: 'textsMissing', count: 1, names: ['Gone'] },
      { key: 'codingsLost', count: 6 },
      { key: 'codesUnknown', count: 1 }
    ])
  })

  it('of ATLAS.ti count a return and its line feed as one, also where selections have no names', async () => {
    const text = '第一段在这里。\r\n第二段也在。\r\n第三段最后。\r\n'
    const project = `<?xml version="1.0"?><Project origin="ATLAS.ti 23" name="P">${codes}<Sources><TextSource guid="S" name="a" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="15" endPosition="18"/></TextSource></Sources></Project>`
    const file = await made.read(
      'atlas.qdpx',
      zipSync({ 'project.qde': strToU8(project), 'sources/s.txt': strToU8(text) })
    )
    expect(quotes(first(file))).toEqual(['第三段'])
  })

  it('keep cases that are on no source as notes on the project, and who is not named as somebody else', async () => {
    const file = await read(
      `<Variables><Variable guid="V1" name="Age" typeOfVariable="Integer"/></Variables><Cases><Case guid="K" name="Ferryman"><Description>Lives upstream.</Description><VariableValue><VariableRef targetGUID="v1"/><IntegerValue>61</IntegerValue></VariableValue></Case></Cases>
      <Sources><TextSource guid="S" name="Notice" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="0" endPosition="6">${coding('C2', 'DEADBEEF-1')}</PlainTextSelection></TextSource></Sources>`,
      { 'sources/s.txt': strToU8('People come only once.') }
    )
    expect(file.brought.memos).toMatchObject([
      { theme: null, title: 'Ferryman', text: 'Lives upstream.\n\nAge: 61' }
    ])
    expect(first(file).passages).toMatchObject([{ coder: '? deadbeef' }])
  })

  it('are refused where an archive holds two of them', async () => {
    const project = strToU8(`<Project name="P">${codes}</Project>`)
    await expect(made.read('two.qdpx', zipSync({ 'a.qde': project, 'old/b.qde': project }))).rejects.toThrow(
      /2 projects/
    )
  })
})

describe('codebooks of other programs', () => {
  const book = async (inner: string) =>
    made.read('book.qdc', strToU8(`<CodeBook origin="x"><Codes>${inner}</Codes></CodeBook>`))
  const code = (name: string, description = '', more = '') =>
    `<Code guid="${name}" name="${name}"${more}><Description>${description}</Description></Code>`

  it('join codes of one parent that are told apart by capitals and spaces alone, keep all definitions, and say so', async () => {
    const { brought, warnings } = await book(
      [code('Ferry', 'By boat.'), code('ferry', 'By rope.'), code(' Ferry\u00a0', 'By boat.'), code('')].join(
        ''
      )
    )
    expect(brought.codebook).toEqual([
      { path: ['Ferry'], colour: null, description: 'By boat.\n\nBy rope.' },
      { path: ['–'], colour: null, description: '' }
    ])
    expect(warnings).toEqual([
      { key: 'codesJoined', count: 2, names: ['ferry', 'Ferry'] },
      { key: 'codesNameless', count: 1 }
    ])
  })

  it('keep the lines of definitions, and colours however they are written', async () => {
    const { brought } = await book(
      [
        code('Lines', 'One.\r\nTwo. \r\n\r\n- three'),
        code('Call', '', ' color="rgb(10, 20, 30)"'),
        code('Clear', '', ' color="#0A141E80"'),
        code('Short', '', ' color="#abc"'),
        code('Share', '', ' color="rgba(100%, 0%, 50%, 0.4)"'),
        code('Hue', '', ' color="hsl(120, 100%, 25%)"'),
        code('Number', '', ' color="-65536"'),
        code('Odd', '', ' color="#12zz99"')
      ].join('')
    )
    expect(brought.codebook.map(({ colour }) => colour)).toEqual([
      null,
      '#0a141e',
      '#0a141e',
      '#aabbcc',
      '#ff0080',
      '#008000',
      '#ff0000',
      null
    ])
    expect(brought.codebook[0]?.description).toBe('One.\nTwo.\n\n- three')
  })

  it('bring codes from any depth, those below the fiftieth level on it', async () => {
    const deep = (level: number): string =>
      level > 70 ? '' : `<Code guid="D${level}" name="Level ${level}">${deep(level + 1)}</Code>`
    const { brought, warnings } = await book(deep(1))
    expect(brought.codebook).toHaveLength(70)
    expect(brought.codebook[44]?.path).toHaveLength(45)
    expect(brought.codebook.at(-1)?.path.slice(-2)).toEqual(['Level 49', 'Level 70'])
    expect(warnings).toMatchObject([{ key: 'codesRaised', count: 20 }])
  })
})
