import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import { parseFile } from './parse-file'
import type { ParsedFile, ParsedText, ParseOptions } from './parsed'
import { unpackArchive } from './unpack-archive'

const fixtures = join(import.meta.dirname, 'fixtures')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-formats-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function parse(path: string, options: ParseOptions = {}): Promise<ParsedFile> {
  const parsed = await parseFile(path, options)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** Writes a file of a test's own and reads it. */
async function made(name: string, content: string | Uint8Array, options: ParseOptions = {}) {
  await writeFile(join(folder, name), content)
  return parse(join(folder, name), options)
}

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  const parsed = await parseFile(join(folder, name))
  return parsed.ok ? 'read' : parsed.error.key
}

const first = ({ texts: [text] }: ParsedFile): ParsedText => {
  if (!text) throw new Error('there is no text')
  return text
}
const lines = ({ blocks }: ParsedText) => blocks.map(({ kind, text }) => `${kind}: ${text}`)

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
    'pandoc.xml': quoted.map((line) => line.replace('2020[1]', '2020').replace('[1] ', '')),
    // A printed page has no tables: their rows are lines.
    'libreoffice.pdf': [
      ...whole.slice(0, 7),
      'paragraph: Resort Visitors',
      'paragraph: North 31,000',
      'paragraph: 南山滑雪场 9,800',
      ...whole.slice(13)
    ]
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
    const names = (await readdir(fixtures)).filter((name) => /^(pandoc|libreoffice)\./.test(name))
    expect(names.sort()).toEqual(Object.keys(expected).sort())
  })
})

describe('a printed page', () => {
  it('is read down its columns; heads and page numbers are furniture; each block knows its page', async () => {
    const { blocks } = first(await parse(join(fixtures, 'two-columns.pdf')))
    const body = blocks.filter((block) => !block.furniture)
    expect(body.map(({ text }) => Number.parseInt(text, 10))).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1)
    )
    for (const [at, { text }] of body.entries())
      expect(text.match(/spring \d{4}/g)).toEqual(
        Array.from({ length: 9 }, (_, k) => `spring ${1900 + (at + 1) * 10 + k}`)
      )
    // Words that were broken at line ends are whole again.
    expect(body.every(({ text }) => text.split('extraordinary').length === 10)).toBe(true)
    expect(blocks.filter((block) => block.furniture).map(({ text }) => text)).toEqual([
      'County Review of Measures 2020',
      'Page 1',
      'County Review of Measures 2020',
      'Page 2',
      'County Review of Measures 2020',
      'Page 3'
    ])
    expect(new Set(body.map((block) => block.page))).toEqual(new Set([1, 2, 3]))
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
    const body = `<w:p>${run('The office met ')}<w:del w:id="1" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('twice')}</w:ins>${run(' in ')}<w:commentRangeStart w:id="0"/>${run('early spring')}<w:commentRangeEnd w:id="0"/>${run('.')}</w:p>`
    const comments = `<w:comment w:id="0" w:author="Reviewer"><w:p>${run('Which year?')}</w:p></w:comment>`
    const text = first(await made('changes.docx', docx(body, comments)))
    expect(lines(text)).toEqual(['paragraph: The office met twice in early spring.'])
    const [passage] = text.passages
    expect(canonicalText(text.blocks).slice(passage?.start, passage?.end)).toBe('early spring')
    expect(passage?.memo).toBe('Reviewer: Which year?')
    expect(text.warnings).toEqual([
      { key: 'trackedChanges', count: 2 },
      { key: 'comments', count: 1 }
    ])
  })

  it('is refused where it is damaged or no Word document', async () => {
    const whole = docx(`<w:p>${run('One.')}</w:p>`)
    expect(await refusal('cut.docx', whole.slice(0, whole.length - 60))).toBe('fileUnreadable')
    expect(await refusal('none.docx', zipSync({ 'x.txt': strToU8('x') }))).toBe('fileUnreadable')
  })

  it('is refused where it would unpack to too much', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(150 * 1024 * 1024) }, { level: 9 })
    expect(await refusal('bomb.docx', bomb)).toBe('fileUnreadable')
  })
})

describe('tables', () => {
  it('give a text for each row, with the other columns as what is known of it', async () => {
    const { texts } = await made(
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
      const path = join(name === 'pairs.xlsx' ? fixtures : folder, name)
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

  it('are read as a person says', async () => {
    const columns = { text: 1, stated: { title: 2 }, versions: [] }
    const { texts } = await made('again.csv', 'a,b,c\none,two,three\n', { columns })
    expect(texts.map(({ title, attributes, blocks }) => [title, attributes, blocks[0]?.text])).toEqual([
      ['three', { a: 'one' }, 'two']
    ])
  })
})

describe('XML', () => {
  it('a translation memory gives aligned versions', async () => {
    const { texts } = await made(
      'memory.tmx',
      '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>最多<ph>x</ph>跑一次</seg></tuv><tuv xml:lang="en"><seg>only one visit</seg></tuv></tu><tu><tuv xml:lang="zh"><seg>抓紧落实</seg></tuv></tu></body></tmx>'
    )
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['zh', ['最多跑一次', '抓紧落实']],
      ['en', ['only one visit', '']]
    ])
  })

  it('an edition with readings gives a version for each witness', async () => {
    const { texts } = await made(
      'edition.xml',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Song</title></titleStmt><sourceDesc><listWit><witness xml:id="A">First print</witness><witness xml:id="B">Second print</witness></listWit></sourceDesc></fileDesc></teiHeader><text><body><p>The <app><rdg wit="#A">grey</rdg><rdg wit="#B">white</rdg></app> heron stands.</p></body></text></TEI>'
    )
    expect(texts.map(({ part, blocks, aligned }) => [part, blocks[0]?.text, aligned])).toEqual([
      ['First print', 'The grey heron stands.', 'Song'],
      ['Second print', 'The white heron stands.', 'Song']
    ])
  })

  it('asks for nothing outside itself and expands no entity', async () => {
    await writeFile(join(folder, 'secret.txt'), 'the secret')
    const { texts } = await made(
      'entities.xml',
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://${join(folder, 'secret.txt')}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r><p>Before &x; and &b; after.</p></r>`
    )
    const all = texts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')
    expect(all).not.toContain('the secret')
    expect(all.length).toBeLessThan(100)
    expect(all).toContain('after.')
  })
})

describe('subtitles', () => {
  it.each([
    [
      'talk.srt',
      '1\r\n00:00:05,000 --> 00:00:07,000\r\n<i>Good</i> evening.\r\n\r\n2\r\n01:02:03,500 --> 01:02:05,000\r\nWe begin\r\nagain.\r\n'
    ],
    [
      'talk.vtt',
      'WEBVTT\n\n00:05.000 --> 00:07.000\nGood evening.\n\nNOTE nobody sees this\n\n01:02:03.500 --> 01:02:05.000 align:left\nWe begin again.\n'
    ]
  ])('%s: each cue is a paragraph that knows its time', async (name, content) => {
    const { blocks } = first(await made(name, content))
    expect(blocks.map(({ text, time }) => [time, text])).toEqual([
      ['0:00:05', 'Good evening.'],
      ['1:02:03', 'We begin again.']
    ])
  })
})

describe('saved pages', () => {
  it('in one file are read from their main part', async () => {
    const page = `<html><body><article><h1>Snow report</h1><p>最多跑一次 is the word of the day, and it is said again.</p></article></body></html>`
    const content = `From: <Saved>\r\nContent-Type: multipart/related; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html; charset=gb18030\r\nContent-Transfer-Encoding: base64\r\n\r\n${iconv.encode(page, 'gb18030').toString('base64')}\r\n----b\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\n`
    expect(lines(first(await made('page.mhtml', content)))[1]).toContain('最多跑一次')
  })

  it('say what they are in JSON-LD too', async () => {
    const text = first(
      await made(
        'ld.html',
        '<html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Snow","datePublished":"2020-03-05T08:00","author":[{"name":"A. Clerk"}],"publisher":{"name":"Snow Office"},"inLanguage":"en"}]}</script></head><body><h1>Snow</h1><p>It fell all night and all day.</p></body></html>'
      )
    )
    expect([text.published?.date, text.author, text.publisher]).toEqual([
      '2020-03-05',
      'A. Clerk',
      'Snow Office'
    ])
  })

  it('give no script and nothing hidden for a word, in tables neither', async () => {
    const { blocks } = first(
      await made(
        'hidden.html',
        '<html><body><h1>Snow</h1><table><tr><td>One<style>td{}</style></td><td>Two</td></tr><tr><td>Three<svg><script>x()</script></svg></td><td><span style="display: none">not seen</span>Four</td></tr></table></body></html>'
      )
    )
    expect(blocks.map(({ text }) => text)).toEqual(['Snow', 'One', 'Two', 'Three', 'Four'])
  })

  it('refer to their notes in brackets, so that a raised figure is no digit of a number', async () => {
    const { blocks } = first(
      await made(
        'notes.html',
        '<html lang="en"><body><h1>Snow</h1><p>It began in 2020<sup><a href="#n1">1</a></sup> and ended.</p><ol><li id="n1">See the minutes.</li></ol></body></html>'
      )
    )
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Snow',
      'paragraph: It began in 2020[1] and ended.',
      'note: [1] See the minutes.'
    ])
  })
})

describe('encodings', () => {
  const text = '会议强调，要抓紧落实各项工作，加快建设冰雪旅游基础设施。\n'.repeat(20)
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis'])(
    '%s is told by its bytes',
    async (encoding) => {
      const own =
        encoding === 'big5'
          ? '會議強調，要抓緊落實各項工作。\n'.repeat(20)
          : encoding === 'shift_jis'
            ? 'これは会議の報告です。雪が降りました。\n'.repeat(20)
            : text
      const { texts } = await made(`${encoding}.txt`, iconv.encode(own, encoding, { addBOM: false }))
      expect(texts[0]?.blocks.at(-1)?.text).toBe(own.split('\n')[0])
    }
  )

  it('can be said by a person', async () => {
    const bytes = iconv.encode('Größe und Maß.', 'cp437')
    expect(first(await made('dos.txt', bytes, { encoding: 'cp437' })).blocks[0]?.text).toBe('Größe und Maß.')
  })

  it('what no text can hold is replaced and counted; marks of direction stay', async () => {
    const { blocks, warnings } = first(await made('odd.txt', 'One\u0007two \u202Ethree\u202C four.'))
    expect(blocks[0]?.text).toBe('One\uFFFDtwo \u202Ethree\u202C four.')
    expect(warnings).toEqual([{ key: 'controlCharacters', count: 1 }])
  })
})

describe('archives', () => {
  const unpacked = async (name: string, entries: Record<string, Uint8Array>) => {
    const [path, into] = [join(folder, name), await mkdtemp(join(folder, 'into-'))]
    await writeFile(path, zipSync(entries, { level: 9 }))
    const done = await unpackArchive(path, into)
    return { result: done.ok ? 'done' : done.error.key, into }
  }
  it('are unpacked with their folders', async () => {
    const { result, into } = await unpacked('good.zip', {
      'Jilin/2018/a.txt': strToU8('One.'),
      '__MACOSX/x': strToU8('x')
    })
    expect(result).toBe('done')
    expect(readFileSync(join(into, 'Jilin', '2018', 'a.txt'), 'utf8')).toBe('One.')
    expect(existsSync(join(into, '__MACOSX'))).toBe(false)
  })
  it.each(['../out.txt', '/out.txt', 'a/../../out.txt', '..\\out.txt'])('never write to %s', async (name) => {
    const { result, into } = await unpacked('bad.zip', { [name]: strToU8('x') })
    expect(result).toBe('archiveDangerous')
    expect(existsSync(join(into, '..', 'out.txt'))).toBe(false)
  })
  it('that would unpack to too much are not opened', async () => {
    const { result } = await unpacked('bomb.zip', { 'a.txt': new Uint8Array(150 * 1024 * 1024) })
    expect(result).toBe('archiveDangerous')
  })
})

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
    const file = await made('project.qdpx', qdpx(text, selection(start, end, 'come only once')))
    const own = first(file)
    const [passage] = own.passages
    expect(canonicalText(own.blocks).slice(passage?.start, passage?.end)).toBe('come only once')
    expect(passage).toMatchObject({
      themes: [['Service', 'One visit']],
      coder: 'Second coder',
      memo: 'Idea\n\nCompare the source.'
    })
    expect(file.codebook).toEqual([
      { path: ['Service'], colour: '#ff0000', description: 'What offices do.' },
      { path: ['Service', 'One visit'], colour: null, description: '' }
    ])
    expect(own.title).toBe('Notice')
    expect(own.warnings).toEqual([{ key: 'sourcesLeftOut', count: 1 }])
  })
})

describe('files that cannot be read', () => {
  it('say why in one sentence', async () => {
    const locked = await parseFile(join(fixtures, 'locked.pdf'))
    expect(!locked.ok && locked.error.key).toBe('fileLocked')
    expect(await refusal('locked.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe(
      'fileLocked'
    )
    const sealed = zipSync({
      'META-INF/manifest.xml': strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
      'content.xml': strToU8('x')
    })
    expect(await refusal('locked.odt', sealed)).toBe('fileLocked')
    const scan =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
    expect(await refusal('scan.pdf', scan)).toBe('fileScanned')
    expect(await refusal('broken.pdf', '%PDF-1.4 nothing follows')).toBe('fileUnreadable')
    expect(await refusal('empty.epub', zipSync({ mimetype: strToU8('application/epub+zip') }))).toBe(
      'fileUnreadable'
    )
    expect(await refusal('deep.xml', `${'<p>'.repeat(60_000)}x`)).toMatch(/read|fileUnreadable/)
    await writeFile(join(folder, 'giant.pdf'), '%PDF')
    await truncate(join(folder, 'giant.pdf'), 1024 * 1024 * 1024)
    const giant = await parseFile(join(folder, 'giant.pdf'))
    expect(!giant.ok && giant.error.key).toBe('fileTooLarge')
  })
})
