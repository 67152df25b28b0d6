import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalText } from '../../shared/text/canonical'
import { sentences } from '../../shared/text/sentences'
import { collectFiles } from './collect-files'
import { decode } from './decode'
import { parseMarkdown } from './formats/markdown'
import { parseHtml } from './formats/pages/html'
import { parsePlainText } from './formats/plain-text'
import { parseFile } from './parse-file'
import { findDate, findEvent } from './propose/dates'
import { machineSigns } from './propose/machine-signs'
import { propose } from './propose/propose'
import { SampleManifest } from './sample-manifest'
import { numberBlocks } from './store-text'

const corpus = join(import.meta.dirname, '../../../corpus')
const manifest = SampleManifest.parse(JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')))
const versions = manifest.works.flatMap((work) =>
  work.versions.map((version) => ({ ...version, work: work.id }))
)

describe('decoding', () => {
  it.each(['gb18030', 'utf-16le', 'utf-8'])('reads Chinese in %s', (encoding) => {
    const text = '会议强调，要抓紧落实各项工作，加快建设冰雪旅游基础设施。'.repeat(8)
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' })
    expect(decode(bytes)?.text).toBe(text)
  })
  it('refuses bytes that are no text', () => {
    expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]))).toBeNull()
  })
})

describe('plain text', () => {
  it('takes a line as a paragraph, and joins hard-wrapped ones', () => {
    const wrapped = [
      'Officials were told to let the data run the errands so that',
      'people need come only once, and that where a second trip is',
      'still needed it is for the government to make it.'
    ]
    const texts = parsePlainText(`Title\n\nOne line.\nAnother line.\n\n${wrapped.join('\r\n')}\n`).blocks.map(
      (block) => block.text
    )
    expect(texts).toEqual(['Title', 'One line.', 'Another line.', wrapped.join(' ')])
  })
})

describe('Markdown', () => {
  it('keeps headings, lists, quotations and tables, and reads the front matter', () => {
    const { blocks, stated } = parseMarkdown(
      '---\ntitle: "Notes"\ndate: 2018-12-05\n---\n# Head\n\nA *paragraph*\nof two lines.\n\n- item\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    )
    expect(stated).toEqual({ title: 'Notes', published: '2018-12-05' })
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Head'],
      ['paragraph', 'A paragraph of two lines.'],
      ['list-item', 'item'],
      ['quotation', 'quoted'],
      ['cell', 'a'],
      ['cell', 'b'],
      ['cell', '1'],
      ['cell', '2']
    ])
    expect(blocks.at(-1)).toMatchObject({ table: 0, row: 1, column: 1 })
  })
})

it('other fields of a front matter are attributes', () => {
  const { stated, attributes } = parseMarkdown(
    '---\ntitle: Field notes\ntags:\n  - weir\n  - "gate"\nplaces: [North, South]\nstatus: \'draft\'\nempty:\n---\n# Monday\n\nText.\n'
  )
  expect(stated).toEqual({ title: 'Field notes' })
  expect(attributes).toEqual({ tags: 'weir, gate', places: 'North, South', status: 'draft' })
})

describe('footnotes in Markdown', () => {
  it('are notes with their mark, and the text says where they are referred to', () => {
    const { blocks } = parseMarkdown(
      'The sums.[^1]\n\n[^1]: Of the *grain* office.\n\n    And of the mill.\n'
    )
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'The sums.[1]'],
      ['note', '[1] Of the grain office.'],
      ['note', 'And of the mill.']
    ])
  })
})

describe('web pages', () => {
  it('tell the text from what stands round it, and run nothing', () => {
    const paragraph =
      'Officials were told to let the data run the errands so that people need come only once. '.repeat(4)
    const { blocks, stated } = parseHtml(
      `<html lang="en"><head><title>T</title><meta name="author" content="Bureau"></head><body><nav><a href="/">Home</a></nav><article><h1>Head</h1><p>${paragraph}</p><p>A &lt;b&gt; line<br>broken</p><script>window.x = 1</script></article><footer><p>All rights reserved</p></footer></body></html>`
    )
    expect(stated).toMatchObject({ title: 'T', author: 'Bureau', language: 'en' })
    expect(blocks.map(({ text, furniture }) => [text.slice(0, 20), furniture])).toEqual([
      ['Home', true],
      ['Head', false],
      ['Officials were told ', false],
      ['A <b> line broken', false],
      ['All rights reserved', true]
    ])
  })
})

describe('dates', () => {
  it.each([
    ['Date:2018/12/05 10:52:00 Author: Source:', '2018-12-05'],
    ['2022-05-29 0 By', '2022-05-29'],
    ['发布时间：2018年12月3日', '2018-12-03'],
    ['December 3, 2018', '2018-12-03'],
    ['3 Dec. 2018', '2018-12-03'],
    ['2018/13/40', undefined]
  ])('%s', (text, expected) => {
    expect(findDate(text)?.date).toBe(expected)
  })
  it('take the year of an event from the day of publication, the year before where it would lie ahead', () => {
    const published = { date: '2019-01-05', precision: 'day' as const }
    expect(findEvent('On December 3, officials met.', published)?.date).toBe('2018-12-03')
    expect(findEvent('On January 3, officials met.', published)?.date).toBe('2019-01-03')
    expect(findEvent('On December 3, officials met.', null)).toBeNull()
    expect(findEvent('Recently, officials met.', published)).toBeNull()
  })
})

it('knows the signs of machine translation from those of a bad day', () => {
  expect(machineSigns('The work work of the 2021th meeting.')).toEqual(['doubledWords', 'oddOrdinals'])
  expect(machineSigns('The 21st, 22nd, 23rd, 11th, 12th and 13th meetings were held.')).toEqual([])
})

it('knows garbled names and turns carried over word for word, and leaves ordinary ones alone', () => {
  expect(machineSigns('The office met.', '(Reporter in Mingze) (Editor: Zhao Window)')).toEqual([
    'garbledNames'
  ])
  expect(machineSigns('Support the puW plant in spring.')).toEqual(['garbledNames'])
  expect(
    machineSigns('Salt is measured in mL and kW.', '(Reporter: Emily Chen, Zhao Mingze; Editor: Ma Tao)')
  ).toEqual([])
  expect(machineSigns('We must grasp the project, and hand in a qualified answer.')).toEqual(['calques'])
  expect(machineSigns('They grasp the idea and answer well.')).toEqual([])
})

it('splits an editors’ line from the end of a paragraph without changing a character', () => {
  const text = `${'The meeting also studied other matters. '.repeat(3)}(Reporter: Bureau) (Editor: Desk)`
  const { blocks } = propose(parsePlainText(`A title\n\n${text}`), 'x.txt')
  expect(blocks.slice(1).map((block) => block.furniture)).toEqual([false, true])
  expect(canonicalText(blocks.slice(1)).replace('\n', ' ')).toBe(text.replace(/\s+(?=\(Reporter)/, ' '))
})

it('numbers paragraphs, not headings or furniture', () => {
  const blocks = numberBlocks(
    {
      blocks: ['heading', 'paragraph', 'paragraph', 'list-item'].map((kind) => ({
        kind: kind as 'heading',
        text: kind,
        furniture: false
      }))
    },
    new Set([1])
  )
  expect(blocks.map((block) => block.number)).toEqual([null, null, 1, 2])
})

describe('the sample corpus', () => {
  it('has a file for each version, and no other', async () => {
    for (const { id } of manifest.works) {
      const files = (await readdir(join(corpus, id))).filter((name) => name !== 'gold').sort()
      expect(files).toEqual(
        versions
          .filter((each) => each.work === id)
          .map((each) => each.file.split('/')[1])
          .sort()
      )
    }
  })

  it.each(versions.map((version) => [version.file, version] as const))(
    '%s: proposals are right',
    async (file, version) => {
      const parsed = await parseFile(join(corpus, file))
      if (!parsed.ok) throw new Error(parsed.error.message)
      const [text] = parsed.value.texts
      expect(text?.title).toBe(version.title)
      expect(text?.language).toBe(version.language)
      expect(text?.published).toEqual(version.published)
      const gold = goldSentences(file)
      const own = (text?.blocks ?? [])
        .filter((block) => !block.furniture)
        .flatMap(({ text }) => sentences(text).map(({ start, end }) => text.slice(start, end)))
      expect(own).toEqual(gold)
      expect(gold.length).toBeGreaterThanOrEqual(15)
      expect(gold.length).toBeLessThanOrEqual(41)
    }
  )
})

/** The sentences of a version as the gold alignments have them. */
function goldSentences(file: string): string[] {
  const [work, name] = file.split('/')
  const own = versions.filter((each) => each.work === work)
  const me = own.findIndex((each) => each.file === `${work}/${name}`)
  const first = me === 0
  const pair = first ? `${own[0]?.id}--${own[1]?.id}` : `${own[0]?.id}--${own[me]?.id}`
  const gold = JSON.parse(readFileSync(join(corpus, work ?? '', 'gold', `${pair}.json`), 'utf8'))
  return first ? gold.sentencesA : gold.sentencesB
}

describe('bad files', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'variorum-import-'))
    await writeFile(join(folder, 'empty.txt'), '')
    await writeFile(join(folder, 'blank.txt'), ' \n\n ')
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3, 255, 254]))
    await writeFile(join(folder, 'huge.txt'), 'x')
    await truncate(join(folder, 'huge.txt'), 200 * 1024 * 1024)
    await writeFile(join(folder, 'picture.png'), 'x')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each([
    ['missing.txt', 'fileUnreadable'],
    ['empty.txt', 'fileEmpty'],
    ['blank.txt', 'fileWithoutText'],
    ['binary.txt', 'fileBinary'],
    ['huge.txt', 'fileTooLarge'],
    ['picture.png', 'fileUnsupported']
  ])('%s is refused in one sentence', async (name, key) => {
    const parsed = await parseFile(join(folder, name))
    expect(!parsed.ok && parsed.error.key).toBe(key)
  })

  it('are found once, even where a link leads back to its own folder', async () => {
    const round = await mkdtemp(join(folder, 'round-'))
    await writeFile(join(round, 'one.txt'), 'One.')
    await symlink(round, join(round, 'again'))
    const { files } = await collectFiles([round])
    expect(files.map(({ path }) => path)).toEqual([join(round, 'one.txt')])
  })

  it('come in the order in which a person counts, and what is too much is told', async () => {
    const many = await mkdtemp(join(folder, 'many-'))
    for (const at of [10, 9, 2, 1]) await writeFile(join(many, `${at}.txt`), 'One.')
    const { files, problems } = await collectFiles([many], null, 3)
    expect(files.map(({ path }) => basename(path))).toEqual(['1.txt', '2.txt', '9.txt'])
    expect(problems.map(({ error }) => [error.key, error.params])).toEqual([
      ['filesLeftOut', { count: 1, most: 3 }]
    ])
    const deep = await mkdtemp(join(folder, 'deep-'))
    const bottom = join(deep, ...Array.from({ length: 42 }, () => 'x'))
    await mkdir(bottom, { recursive: true })
    await writeFile(join(bottom, 'one.txt'), 'One.')
    expect((await collectFiles([deep])).problems.map(({ error }) => error.key)).toEqual(['folderTooDeep'])
  })

  it('say of an empty folder that it is empty, and of a missing path that it is missing', async () => {
    const empty = await mkdtemp(join(folder, 'empty-'))
    const { problems } = await collectFiles([empty, join(folder, 'nowhere')])
    expect(problems.map(({ error }) => error.key)).toEqual(['folderWithoutFiles', 'fileMissing'])
  })
})
