import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import { codingsOf } from '../../../shared/model/codings'
import type { VariorumDocument } from '../../../shared/model/document'
import type { AnnotationId, DocumentId, ThemeId } from '../../../shared/model/ids'
import { qualityMarks } from '../../../shared/model/quality-marks'
import type { Block, TextContent } from '../../../shared/model/text-content'
import { coder, hash, makeDocument, makeGroup, makeTheme } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import type { ExcerptItem, ExcerptsModel, References, TitlePage } from '../format'
import { exportWords } from '../words'

/** What stands in the sample texts is written to trouble writers of files: signs of markup, two scripts, a rare character. */
export const englishBlocks: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'The harbour office', number: null },
  {
    kind: 'paragraph',
    text: 'Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.',
    number: 1,
    page: 3,
    pageLabel: 'iii'
  },
  {
    kind: 'paragraph',
    text: '=SUM(1) was the first line; "1. The rest" followed.',
    number: 2,
    page: 4,
    pageLabel: '1'
  }
]
export const chineseBlocks: readonly Block[] = [
  { kind: 'paragraph', text: '表格只交一次。没有人等一个小时，也没有人问为什么。𠮷。', number: 1 }
]

export const english: VariorumDocument = {
  ...makeDocument('d1', 'w1'),
  title: 'The harbour office opens: a report on <forms> & visits',
  language: 'en',
  rendering: 'official',
  published: { date: '2019-05-21', precision: 'day' },
  publisher: 'Harbour Gazette',
  source: 'https://example.org/harbour',
  csl: {
    type: 'article-newspaper',
    author: [{ family: 'Clerk', given: 'Anna' }],
    translator: [{ literal: 'Harbour Office' }],
    accessed: { 'date-parts': [[2026, 3, 2]] }
  },
  attributes: { region: 'north' }
}
export const chinese: VariorumDocument = {
  ...makeDocument('d2', 'w1'),
  title: '港务办公室开门',
  language: 'zh',
  rendering: 'source',
  published: { date: '2019-05', precision: 'month' },
  csl: { author: [{ literal: '李四' }] }
}

const themes = Object.fromEntries(
  [
    { ...makeTheme('t1'), name: 'Service / windows', order: 0, description: 'What the office *promises*.' },
    { ...makeTheme('t2', 't1'), name: 'One visit', order: 0, colour: '#a2392b' },
    { ...makeTheme('t3'), name: '时间', order: 1 }
  ].map((theme) => [theme.id, theme])
) as References['themes']

export const sampleReferences: References = {
  info: {
    id: 'p1' as References['info']['id'],
    name: 'Harbour study',
    created: '2026-01-01T00:00:00.000Z',
    coders: { [coder.id]: coder },
    attributes: { region: { type: 'text' } },
    queries: {},
    formulae: {},
    dismissed: {},
    findings: {}
  },
  documents: new Map([english, chinese].map((document) => [document.id, document])),
  works: new Map(),
  themes,
  groups: Object.fromEntries(
    [makeGroup('g1', ['t2'])].map((group) => [group.id, group])
  ) as References['groups']
}

export const samplePage: TitlePage = {
  title: 'Harbour study – excerpts',
  project: 'Harbour study',
  chosenBy: 'All passages',
  made: '2026-03-02T10:00:00.000Z',
  change: 42,
  version: '0.1.0'
}

/** An excerpt of a text, by its words: they must stand in it once. The containing paragraph is its context. */
export function sampleExcerpt(
  document: VariorumDocument,
  quote: string,
  facts: Partial<ExcerptRecord> = {}
): ExcerptRecord {
  const blocks = document.id === chinese.id ? chineseBlocks : englishBlocks
  const text = canonicalText(blocks)
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`“${quote}” does not stand in the sample`)
  const block = blocks.find((each) => each.text.includes(quote))
  const paragraph = block?.text ?? quote
  const at = paragraph.indexOf(quote)
  const themeIds = facts.themes ?? (['t2'] as ThemeId[])
  const number = block?.number ?? null
  const page = block?.pageLabel
  return {
    id: `a-${start}-${document.id}` as AnnotationId,
    guid: null,
    document: document.id,
    coder: coder.id,
    created: '2026-01-02T03:04:05.000Z',
    modified: '2026-01-02T03:04:05.000Z',
    revision: hash,
    start,
    end: start + quote.length,
    quote,
    before: paragraph.slice(0, at),
    after: paragraph.slice(at + quote.length),
    goesOnBefore: false,
    goesOnAfter: false,
    locator: {
      page: page ? { from: page, to: page } : null,
      sheet: null,
      time: null,
      paragraph: number === null ? null : { from: number, to: number },
      sentence: null,
      begins: number === null ? 'heading' : null
    },
    earlier: null,
    codings: codingsOf(themeIds, coder.id, '2026-01-02T03:04:05.000Z'),
    themes: themeIds,
    quality: [],
    memo: '',
    plainMemo: '',
    parallel: null,
    furniture: false,
    renderings: [],
    cited: {
      note: [{ text: 'Clerk, ' }, { text: 'The Harbour Office Opens', italic: true }, { text: ', ¶ 1.' }],
      inText: [{ text: '(Clerk 2019)' }]
    },
    ...facts
  }
}

export const sampleItems: readonly ExcerptItem[] = [
  {
    kind: 'heading',
    level: 1,
    text: 'Service / windows › One visit',
    theme: 't2' as ThemeId,
    document: null
  },
  {
    kind: 'excerpt',
    excerpt: sampleExcerpt(english, 'handed in once', {
      memo: 'Compare [the *source*](passage:x).\n\nTwice?',
      plainMemo: 'Compare the source.\n\nTwice?',
      renderings: [
        {
          document: chinese.id,
          text: '表格只交一次。',
          highlighted: { start: 2, end: 6 } as ExcerptRecord['renderings'][number]['highlighted'],
          differences: []
        }
      ]
    })
  },
  {
    kind: 'excerpt',
    excerpt: sampleExcerpt(english, '=SUM(1) was', {
      quality: [qualityMarks[0]],
      themes: ['t2', 't3'] as ThemeId[]
    })
  },
  { kind: 'heading', level: 1, text: '时间', theme: 't3' as ThemeId, document: null },
  {
    kind: 'excerpt',
    excerpt: sampleExcerpt(chinese, '没有人等一个小时', {
      themes: ['t3'] as ThemeId[],
      cited: { note: [{ text: '李四，《港务办公室开门》，2019。' }], inText: [{ text: '（李四 2019）' }] }
    })
  }
]

const sampleTexts: Readonly<Record<DocumentId, TextContent>> = {
  [english.id]: { format: 1, blocks: [...englishBlocks] },
  [chinese.id]: { format: 1, blocks: [...chineseBlocks] }
}

export function sampleText(id: DocumentId): TextContent {
  const text = sampleTexts[id]
  if (!text) throw new Error(`no sample text ${id}`)
  return text
}

/** A whole model of excerpts; each test says only what it is about. */
export function sampleExcerpts(
  facts: Partial<ExcerptsModel> = {},
  items: readonly ExcerptItem[] = sampleItems
): ExcerptsModel {
  return {
    ...sampleReferences,
    page: samplePage,
    words: exportWords('en'),
    language: 'en',
    contents: { text: async () => sampleText(english.id), original: async () => null },
    count: items.filter(({ kind }) => kind === 'excerpt').length,
    async *items() {
      yield* items
    },
    bibliography: () => [
      {
        document: english.id,
        entry: [
          { text: 'Clerk, Anna. ' },
          { text: 'The Harbour Office Opens', italic: true },
          { text: '. Harbour Gazette, 2019.' }
        ]
      },
      { document: chinese.id, entry: [{ text: '李四. 港务办公室开门. 2019.' }] }
    ],
    ...facts
  }
}
