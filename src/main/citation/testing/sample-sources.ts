import type { VariorumDocument } from '../../../shared/model/document'
import { makeDocument } from '../../../shared/testing/sample-records'

/** Sources of each kind that a style treats apart, with names that are hard to set. */
export const book: VariorumDocument = {
  ...makeDocument('book'),
  title: 'A short history of ferries',
  publisher: 'Pier Press',
  published: { date: '2001', precision: 'year' },
  csl: {
    type: 'book',
    author: [
      { family: 'Gogh', given: 'Maria', 'non-dropping-particle': 'van der' },
      { family: 'Roe', given: 'John', suffix: 'Jr.' }
    ],
    'publisher-place': 'Hull'
  }
}
export const news: VariorumDocument = {
  ...makeDocument('news'),
  title: 'The harbour office opens',
  publisher: 'Harbour Gazette',
  published: { date: '2019-05-21', precision: 'day' },
  csl: { type: 'article-newspaper', author: [{ family: 'Clerk', given: 'Anna' }] }
}
export const page: VariorumDocument = {
  ...makeDocument('page'),
  title: 'Opening hours',
  publisher: 'Provincial Office for Harbours',
  published: { date: '2020-03', precision: 'month' },
  source: 'https://example.org/hours',
  csl: {
    type: 'webpage',
    author: [{ literal: 'Provincial Office for Harbours' }],
    accessed: { 'date-parts': [[2026, 3, 2]] }
  }
}
export const translation: VariorumDocument = {
  ...makeDocument('translation'),
  title: 'The clerk at the window',
  publisher: 'Quay Books',
  rendering: 'official',
  published: { date: '1998', precision: 'year' },
  csl: {
    type: 'book',
    author: [{ family: 'Duarte', given: 'Inês' }],
    translator: [{ family: 'Clerk', given: 'Anna' }],
    'publisher-place': 'London',
    'original-title': 'O funcionário',
    'original-date': { 'date-parts': [[1974]] }
  }
}
export const chineseBook: VariorumDocument = {
  ...makeDocument('chinese'),
  title: '港口办事指南',
  language: 'zh-CN',
  rendering: 'source',
  publisher: '海港出版社',
  published: { date: '2015', precision: 'year' },
  csl: { type: 'book', author: [{ family: '李', given: '小明' }], 'publisher-place': '北京' }
}
/** Nothing is known of it but a title, and a date that the app proposes. */
export const unknown: VariorumDocument = {
  ...makeDocument('unknown'),
  title: 'Notice to visitors',
  publisher: 'Nobody has said so',
  rendering: 'machine',
  published: { date: '2018-12', precision: 'month' },
  csl: { author: [{ literal: 'Proposed Person' }] },
  proposed: ['author', 'publisher', 'rendering', 'published']
}
export const undated: VariorumDocument = { ...makeDocument('undated'), title: 'Untitled notes', csl: {} }

export const sources = [book, news, page, translation, chineseBook, unknown, undated]
