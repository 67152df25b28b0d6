import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../shared/testing/sample-records'
import { exportWords } from '../words'
import type { AlignedWork } from './aligned-work'
import { exportAligned } from './export-aligned'
import { wordLanguage } from './word-language'

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
const made = (format: Parameters<typeof exportAligned>[0]) => exportAligned(format, work, words, '1.0')

describe('an aligned work is exported', () => {
  it('as a translation memory of the rows in which two versions speak', async () => {
    const memory = String(await made('tmx'))
    expect(memory.match(/<tu /g)).toHaveLength(1)
    expect(memory).toContain('<seg>The meeting said &quot;no&quot;.</seg>')
    expect(memory).toContain('<prop type="x-confidence">0.954</prop>')
  })

  it('as TEI whose links lead to sentences, each text in its own order', async () => {
    const edition = String(await made('xml'))
    const ids = [...edition.matchAll(/<s xml:id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...edition.matchAll(/target="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '))
    expect(targets).toEqual(['#v1r1s1', '#v1r1s2', '#v2r1s1'])
    for (const target of targets) expect(ids).toContain(target.slice(1))
    // What stands first in the second text is linked last.
    expect(ids.filter((id) => id?.startsWith('v2'))).toEqual(['v2r3s1', 'v2r3s2', 'v2r1s1'])
  })

  it('as TEI in which each text has its paragraphs and headings, letter by letter, and no links where there are none', async () => {
    const edition = String(await made('xml'))
    const [, second = ''] = edition.match(/<text [\s\S]*?<\/text>/g) ?? []
    const heads = [...second.matchAll(/<(head|p)>(.*?)<\/\1>/g)].map(([, name, xml = '']) => [
      name,
      xml.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"')
    ])
    expect(heads).toEqual([
      ['head', '=SUM(1) only here.'],
      ['p', 'And this.The meeting said "no".']
    ])
    const alone = work.rows.map((row) => ({ ...row, sentences: [row.sentences[0] ?? [], []] }))
    const without = String(await exportAligned('xml', { ...work, rows: alone }, words, '1.0'))
    expect(without).not.toContain('standOff')
  })
})

describe('the language of a text, as Word tells it', () => {
  it.each([
    ['zh', '会议强调。', { eastAsia: 'zh-CN' }],
    ['zh', '會議強調。', { eastAsia: 'zh-TW' }],
    ['zh-Hant-HK', '會議', { eastAsia: 'zh-HK' }],
    ['ja', '会議', { eastAsia: 'ja-JP' }],
    ['ko', '회의', { eastAsia: 'ko-KR' }],
    ['fr', 'réunion', { value: 'fr' }]
  ])('is told of %s by its script', (language, text, told) => {
    expect(wordLanguage(language, text)).toEqual(told)
  })
})
