import type { ThemeId } from '../../../shared/model/ids'
import { makeMemo } from '../../../shared/testing/sample-records'
import type { CodebookModel } from '../format'
import { exportWords } from '../words'
import { samplePage, sampleReferences } from './sample-models'

/** A whole model of a codebook; each test says only what it is about. */
export function sampleCodebook(facts: Partial<CodebookModel> = {}): CodebookModel {
  return {
    ...sampleReferences,
    page: { ...samplePage, title: 'Codebook' },
    words: exportWords('en'),
    language: 'en',
    contents: {
      text: () => Promise.reject(new Error('a codebook reads no texts')),
      original: async () => null
    },
    memos: [
      {
        ...makeMemo('m1', { kind: 'theme', id: 't2' as ThemeId }),
        title: 'On visits',
        text: 'See [[theme:t1|windows]].'
      }
    ],
    counts: new Map([
      ['t1' as ThemeId, { own: 1, below: 5 }],
      ['t2' as ThemeId, { own: 4, below: 4 }]
    ]),
    ...facts
  }
}
