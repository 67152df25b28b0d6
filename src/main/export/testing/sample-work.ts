import type { WorkModel } from '../format'
import { exportWords } from '../words'
import { chinese, chineseBlocks, english, englishBlocks, samplePage, sampleReferences } from './sample-models'

/** A row of texts as an aligned work has it, a text a version. */
export function sampleRow(...texts: readonly string[]): WorkModel['work']['rows'][number] {
  return {
    sentences: texts.map((text) => (text === '' ? [] : [text])),
    starts: texts.map((text) => (text === '' ? [] : [0])),
    texts,
    confidence: texts.map((_, at) => (at === 0 ? null : 0.9)),
    byHand: texts.map(() => false),
    moved: texts.map(() => false),
    findings: texts.map(() => null)
  }
}

/** A whole model of versions side by side; each test says only what it is about. */
export function sampleWork(
  rows: WorkModel['work']['rows'],
  versions: WorkModel['work']['versions'] = [english, chinese]
): WorkModel {
  return {
    ...sampleReferences,
    page: { ...samplePage, title: 'The harbour office' },
    words: exportWords('en'),
    language: 'en',
    contents: { text: () => Promise.reject(new Error('a table reads no texts')), original: async () => null },
    work: { title: 'The harbour office', versions, blocks: [englishBlocks, chineseBlocks], rows, from: 0 },
    annotations: new Map(),
    alignments: []
  }
}
