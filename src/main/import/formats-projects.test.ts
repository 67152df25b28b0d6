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
    expect(own.notes).toEqual(['From the gate.', 'On the text\n\nLook twice.'])
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
    expect(own.passages.map(({ coder, themes, created }) => [coder, themes, created])).toEqual([
      ['First coder', [['Service']], '2019-03-04T10:00:00.000Z'],
      ['Second coder', [['Service', 'One visit']], '2018-01-02T00:00:00.000Z'],
      ['First coder', [], null]
    ])
    expect(quotes(own)).toEqual(['come only', 'come only', 'People'])
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
})
