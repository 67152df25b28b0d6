import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import { openProject } from '../../project/open'
import { commitImport } from '../commit-import'
import { acceptProposals } from '../decision'
import { EmptyProject } from '../testing/empty-project'
import { parse } from '../testing/made-files'

const desk = new EmptyProject()

/** Reads a file and brings it in as it is proposed; what was told of it, by key and fields. */
async function bringIn(name: string, content: string | Uint8Array) {
  const path = join(desk.home, name)
  await writeFile(path, content)
  const { texts, sidecars, ...file } = await parse(path)
  const done = await commitImport(
    desk.session,
    {
      texts: texts.map((text, at) => acceptProposals(path, { ...text, ...file }, String(at))),
      sidecars: [
        ...sidecars.map((about) => ({ about, text: { key: '0' }, replace: false })),
        ...(texts.length === 0 ? [{ about: { kind: 'codebook' as const, brought: file.brought } }] : [])
      ]
    },
    coder.id
  )
  if (!done.ok) throw new Error(done.error.message)
  const warnings = [...file.warnings, ...texts.flatMap((text) => text.warnings)]
  return {
    documents: done.value.documents,
    told: warnings.flatMap(({ key, fields }) => (fields ? [[key, ...fields]] : [key]))
  }
}

/** The state of the project after it was closed and opened again. */
async function reopened() {
  await desk.session.close()
  const opened = await openProject(desk.folder)
  if (!opened.ok) throw new Error(opened.error.message)
  const state = plainState(opened.value.state)
  expect(opened.value.notices).toEqual([])
  await opened.value.close()
  return state
}

const page = (head: string, attributes = '') =>
  `<html ${attributes}><head>${head}</head><body><h1>The office met</h1><p>${'People come only once to the office. '.repeat(8)}</p></body></html>`

describe('a page', () => {
  it.each([
    [
      'a language with a long subtag',
      page('', 'lang="en-verylongsubtag"'),
      { language: 'en' },
      ['fieldsChanged', 'language']
    ],
    ['an empty language', page('', 'lang=""'), { language: 'en' }, undefined],
    ['a language that is a word', page('', 'lang="english"'), { language: 'en' }, undefined],
    [
      'an author of many names',
      page(`<meta name="author" content="${'A. Nonym; '.repeat(150)}">`),
      { csl: { author: Array.from({ length: 150 }, () => ({ literal: 'A. Nonym' })) } },
      undefined
    ],
    [
      'a date that no calendar has',
      page('<meta name="date" content="2018-13">'),
      { published: null },
      undefined
    ]
  ])('with %s comes in and stays', async (_, content, facts, told) => {
    const { documents, told: all } = await bringIn('page.html', content)
    expect(documents[0]).toMatchObject(facts)
    if (told) expect(all).toContainEqual(told)
    const { documents: kept } = await reopened()
    expect(Object.values(kept)).toEqual(documents)
  })

  it('keeps whole what is too long for its field', async () => {
    const publisher = 'An Office of Many Names and '.repeat(60).trim()
    const { documents } = await bringIn(
      'page.html',
      page(`<meta name="dc.publisher" content="${publisher}">`)
    )
    expect(documents[0]?.attributes['publisher (whole)']).toBe(publisher)
  })

  it('with a charset and sixty dashes says its encoding by name', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<html><head><meta charset="gb2312${'-'.repeat(60)}"></head><body><h1>`),
      Buffer.from([0xc9, 0xe8, 0xbc, 0xc6]),
      Buffer.from(`</h1><p>`),
      Buffer.from([0xc9, 0xe8, 0xbc, 0xc6]),
      Buffer.from('</p></body></html>')
    ])
    const { documents } = await bringIn('page.html', bytes)
    expect(documents[0]?.original.encoding).toBe('gb18030')
    expect(documents[0]?.title).toBe('设计')
    expect(Object.values((await reopened()).documents)).toEqual(documents)
  })
})

describe('a table', () => {
  it('with columns of odd names keeps each of them, and long cells whole', async () => {
    const rest = 'x'.repeat(5100)
    const { documents, told } = await bringIn(
      'table.csv',
      `text,__proto__,constructor,${'n'.repeat(250)}\n"The office met in May, and people came.",one,two,${rest}\n`
    )
    const attributes = documents[0]?.attributes ?? {}
    expect(Object.entries(attributes).map(([name, value]) => [name.length, value.length])).toEqual([
      [5, 3],
      [11, 3],
      [200, 5000]
    ])
    expect(told).toContainEqual(['fieldsCut', 'attributes', 'memo'].filter((each) => each !== 'memo'))
    const state = await reopened()
    expect(Object.values(state.documents)).toEqual(documents)
    expect(Object.values(state.memos).map(({ text }) => text.endsWith(rest))).toEqual([true])
  })
})

describe('a codebook', () => {
  it('with names and descriptions that are too long stays; names that begin alike stay apart', async () => {
    const name = (end: string) => `${'A long sentence in the words of the text '.repeat(8)}${end}`
    const codes = [name('one'), name('two'), '&#9;', '']
      .map(
        (each) =>
          `<Code guid="${each.length}${each.at(-1)}" name="${each}" color="#ff0000"><Description>${'d'.repeat(20_100)}</Description></Code>`
      )
      .join('')
    const { told } = await bringIn(
      'codes.qdc',
      `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`
    )
    expect(told).toContainEqual(['fieldsCut', 'theme', 'description'])
    const { themes, memos } = await reopened()
    const names = Object.values(themes).map((theme) => theme.name)
    expect(names.filter((each) => each.endsWith('one') || each.endsWith('two'))).toHaveLength(2)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.values(memos)[0]?.text).toHaveLength(20_100)
  })
})

describe('a highlight of another program', () => {
  it('that quotes only control characters is not taken over, and is told', async () => {
    const { told } = await bringIn(
      'highlights.json',
      JSON.stringify([
        {
          uri: 'https://example.invalid/a',
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: '\u0001\u0002' }] }],
          text: '',
          tags: []
        },
        {
          uri: 'https://example.invalid/a',
          target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'met in May' }] }],
          text: 'a memo',
          tags: ['t'.repeat(300)]
        }
      ])
    )
    expect(told).toContain('passagesWithoutQuote')
    expect(told).toContainEqual(['fieldsCut', 'theme'])
  })
})

it('of several files one that cannot be kept is refused alone, by its name', async () => {
  const path = join(desk.home, 'whole.txt')
  await writeFile(path, 'The office met.')
  const { texts, ...file } = await parse(path)
  const [text] = texts
  if (!text) throw new Error('no text')
  const good = acceptProposals(path, { ...text, ...file })
  const blank = {
    ...good,
    parsed: { ...good.parsed, blocks: [{ kind: 'paragraph' as const, text: '', furniture: false }] }
  }
  const unfit = { ...good, metadata: { ...good.metadata, rendering: 'unheard' as 'unknown' } }
  const done = await commitImport(desk.session, { texts: [blank, unfit, good] }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  expect(done.value.outcomes.map(({ error, document }) => error?.key ?? document?.title)).toEqual([
    'fileWithoutText',
    'fileUnfit',
    good.metadata.title
  ])
  expect(done.value.outcomes[1]?.error?.message).toContain('whole.txt')
  expect(Object.values((await reopened()).documents)).toHaveLength(1)
})

it('a project of another program with odd names, coders and notes comes in and stays', async () => {
  const long = 'w'.repeat(300)
  const project = zipSync({
    'project.qde': strToU8(
      `<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="U" name="${long}"/></Users><CodeBook><Codes><Code guid="C" name="${long}" color="#ff0000"/></Codes></CodeBook><Sources><TextSource guid="S" name="${'t'.repeat(2100)}" plainTextPath="internal://s.txt"><PlainTextSelection guid="X" startPosition="0" endPosition="6"><Description>${'m'.repeat(200_100)}</Description><Coding creatingUser="U" guid="G"><CodeRef targetGUID="C"/></Coding></PlainTextSelection></TextSource></Sources></Project>`
    ),
    'sources/s.txt': strToU8('People come only once.')
  })
  const { told, documents } = await bringIn('other.qdpx', project)
  expect(told).toContainEqual(['fieldsCut', 'title', 'memo', 'theme', 'coder'])
  const state = await reopened()
  expect(Object.values(state.documents)).toEqual(documents)
  const [annotation] = Object.values(state.annotations).flatMap((own) => Object.values(own))
  expect(annotation?.selector.exact).toBe('People')
  expect(annotation?.memo).toHaveLength(200_000)
})
