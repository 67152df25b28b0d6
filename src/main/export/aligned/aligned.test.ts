import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../shared/testing/sample-records'
import { exportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { exportAligned } from './export-aligned'

const words = exportWords('en')
const found = {
  figures: 1,
  names: 0,
  leftOut: 2,
  added: 0,
  substituted: 3,
  moved: 0,
  share: 0.25,
  missing: null
}
const work: AlignedWork = {
  title: 'Snow & <ice>',
  versions: [
    { ...makeDocument('d0'), title: '冰雪', language: 'zh', rendering: 'source' },
    { ...makeDocument('d1'), title: 'Snow', language: 'en', rendering: 'official', publisher: 'A & B' }
  ],
  from: 0,
  blocks: [
    [{ kind: 'paragraph', text: '会议强调。冰雪。一次。', number: 1 }],
    [
      { kind: 'heading', level: 1, text: '=SUM(1) only here.', number: null },
      { kind: 'paragraph', text: 'And this.The meeting said "no".', number: 1 }
    ]
  ],
  rows: [
    {
      sentences: [['会议强调。', '冰雪。'], ['The meeting said "no".']],
      starts: [[0, 5], [28]],
      texts: ['会议强调。冰雪。', 'The meeting said "no".'],
      confidence: [null, 0.954],
      byHand: [false, false],
      moved: [false, true],
      findings: [null, found]
    },
    {
      sentences: [['一次。'], []],
      starts: [[8], []],
      texts: ['一次。', ''],
      confidence: [null, 0.4],
      byHand: [false, true],
      moved: [false, false],
      findings: [null, null]
    },
    {
      sentences: [[], ['=SUM(1) only here.', 'And this.']],
      starts: [[], [0, 19]],
      texts: ['', '=SUM(1) only here.\nAnd this.'],
      confidence: [null, 0.7],
      byHand: [false, false],
      moved: [false, false],
      findings: [null, null]
    }
  ]
}
const made = (format: Parameters<typeof exportAligned>[0]) => exportAligned(format, work, words)

describe('an aligned work is exported', () => {
  it('as a table that can be read back, formulae defused', async () => {
    const { data } = Papa.parse<string[]>(String(await made('csv')).slice(1), { skipEmptyLines: true })
    expect(data).toHaveLength(4)
    expect(data[1]).toEqual([
      '1',
      '会议强调。冰雪。',
      'The meeting said "no".',
      '0.954',
      '0',
      '1',
      '1',
      '0',
      '2',
      '0',
      '3',
      '0',
      '0.25'
    ])
    expect(data[3]?.[2]).toBe("'=SUM(1) only here.\nAnd this.")
    expect(data[0]?.slice(0, 4)).toEqual([
      'row',
      'version1: Source (zh)',
      'version2: Official translation (en), A & B',
      'confidence2'
    ])
  })

  it('as a page in which every text is escaped and carries its language', async () => {
    const page = String(await made('html'))
    expect(page).toContain('<h1>Snow &amp; &lt;ice&gt;</h1>')
    expect(page).toContain('<td lang="zh">会议强调。冰雪。</td>')
    expect(page).not.toContain('<ice>')
  })

  it.each([
    ['zh', '会议强调。', 'w:eastAsia="zh-CN"'],
    ['zh', '會議強調。', 'w:eastAsia="zh-TW"'],
    ['zh-Hant-HK', '會議', 'w:eastAsia="zh-HK"'],
    ['ja', '会議', 'w:eastAsia="ja-JP"'],
    ['ko', '회의', 'w:eastAsia="ko-KR"'],
    ['fr', 'réunion', 'w:val="fr"']
  ])('as a Word document that calls %s by its script', async (language, text, expected) => {
    const [base, other] = work.versions
    if (!base || !other) throw new Error('two versions')
    const [row] = work.rows
    if (!row) throw new Error('a row')
    const own = {
      ...work,
      versions: [
        { ...base, language },
        { ...other, language: 'en' }
      ],
      rows: [{ ...row, texts: [text, 'A\u000cB\nC'] }]
    }
    const file = await exportAligned('docx', own, words)
    const xml = strFromU8(
      unzipSync(new Uint8Array(file as Uint8Array))['word/document.xml'] ?? new Uint8Array()
    )
    expect(xml).toContain(expected)
    expect(xml).toContain('A B')
  })

  it('as a Word document and as a workbook', async () => {
    const text = (file: string | Uint8Array, path: string) =>
      strFromU8(
        unzipSync(typeof file === 'string' ? new Uint8Array() : new Uint8Array(file))[path] ??
          new Uint8Array()
      )
    const word = text(await made('docx'), 'word/document.xml')
    expect(word).toContain('会议强调。冰雪。')
    expect(word).toContain(words.leftOut)
    const book = await made('xlsx')
    const strings = `${text(book, 'xl/sharedStrings.xml')}${text(book, 'xl/worksheets/sheet1.xml')}`
    expect(strings).toContain('会议强调。冰雪。')
    expect(strings).toContain('<v>0.954</v>')
  })
})
