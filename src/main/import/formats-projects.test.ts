import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import { first, MadeFiles } from './testing/made-files'

const made = new MadeFiles()

describe('projects of other programs', () => {
  const qdpx = (text: string, selections: string) =>
    zipSync({
      'Project.qde': strToU8(
        `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P"><Users><User guid="U1" name="Second coder"/></Users><CodeBook><Codes><Code guid="C1" name="Service" color="#FF0000"><Description>What offices do.</Description><Code guid="C2" name="One visit"/></Code></Codes></CodeBook><Sources><TextSource guid="S1" name="Notice.docx" plainTextPath="internal://s1.txt">${selections}</TextSource><AudioSource guid="A" name="x.m4a"/></Sources><Notes><Note guid="N1" name="Idea"><PlainTextContent>Compare the source.</PlainTextContent></Note></Notes></Project>`
      ),
      'sources/S1.txt': strToU8(text)
    })
  const selection = (start: number, end: number, name: string) =>
    `<PlainTextSelection guid="X${start}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="U1"><Coding guid="G" creatingUser="U1"><CodeRef targetGUID="C2"/></Coding><NoteRef targetGUID="N1"/></PlainTextSelection>`

  // The same passage as each program counts it: code points, with or without the returns and the mark.
  it.each([
    ['line feeds', '𝒳 Notice\n\nPeople come only once.\n', 17, 31],
    ['returns counted', '𝒳 Notice\r\n\r\nPeople come only once.\r\n', 19, 33],
    ['returns not counted', '𝒳 Notice\r\n\r\nPeople come only once.\r\n', 17, 31],
    ['a mark that is not counted', '\uFEFF𝒳 Notice\n\nPeople come only once.\n', 17, 31],
    ['a mark that is counted', '\uFEFF𝒳 Notice\n\nPeople come only once.\n', 18, 32]
  ])('bring texts, codes, codings, memos and coders: %s', async (_, text, start, end) => {
    const file = await made.read('project.qdpx', qdpx(text, selection(start, end, 'come only once')))
    const own = first(file)
    const [passage] = own.passages
    expect(canonicalText(own.blocks).slice(passage?.start, passage?.end)).toBe('come only once')
    expect(passage).toMatchObject({
      themes: [['Service', 'One visit']],
      coder: 'Second coder',
      memo: 'Idea\n\nCompare the source.'
    })
    expect(file.brought.codebook).toEqual([
      { path: ['Service'], colour: '#ff0000', description: 'What offices do.' },
      { path: ['Service', 'One visit'], colour: null, description: '' }
    ])
    expect(own.title).toBe('Notice')
    expect(file.warnings).toEqual([{ key: 'sourcesLeftOut', count: 1 }])
  })
})
