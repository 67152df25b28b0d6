import Papa from 'papaparse'
import readExcel from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { MadeFiles } from '../../../import/testing/made-files'
import type { WorkModel } from '../../format'
import { chinese, english, samplePage, sampleReferences } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { exportWords } from '../../words'
import { workAsCsv } from './csv'
import { workAsXlsx } from './xlsx'

const made = new MadeFiles()

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
const row = (zh: string, en: string, confidence: number) => ({
  sentences: [[zh], [en]],
  starts: [[0], [0]],
  texts: [zh, en],
  confidence: [null, confidence],
  byHand: [false, true],
  moved: [false, false],
  findings: [null, found]
})
const model: WorkModel = {
  ...sampleReferences,
  page: samplePage,
  words: exportWords('en'),
  language: 'en',
  contents: { text: () => Promise.reject(new Error('no text')), original: async () => null },
  annotations: new Map(),
  alignments: [],
  work: {
    title: 'Harbour',
    versions: [chinese, english],
    blocks: [[], []],
    from: 0,
    rows: [row('表格只交一次。', '=SUM(1) was the first line;', 0.954), row('-3.5', '- No, he said.', 0.4)]
  }
}

describe('a work as a table', () => {
  it('reads back as it was, numbers as numbers', async () => {
    const { text } = await writeToMemory(workAsCsv, model)
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
    expect(data[0]?.slice(0, 4)).toEqual([
      'row',
      'version1: Source (zh)',
      'version2: Official translation (en), Harbour Gazette',
      'confidence2'
    ])
    expect(data[1]?.slice(0, 6)).toEqual([
      '1',
      '表格只交一次。',
      "'=SUM(1) was the first line;",
      '0.954',
      '1',
      '0'
    ])
    expect(data[2]?.slice(1, 3)).toEqual(['-3.5', '- No, he said.'])
    const { texts } = await made.read('work.csv', text, {
      columns: { text: null, stated: {}, versions: [1, 2] }
    })
    expect(texts.map(({ blocks }) => blocks.map((block) => block.text))).toEqual([
      ['表格只交一次。', '-3.5'],
      ['=SUM(1) was the first line;', '- No, he said.']
    ])
  })

  it('is the same in a workbook', async () => {
    const { bytes } = await writeToMemory(workAsXlsx, model)
    const [sheet] = await readExcel(new Uint8Array(bytes).buffer)
    expect(sheet?.data[1]?.slice(0, 4)).toEqual([1, '表格只交一次。', '=SUM(1) was the first line;', 0.954])
  })
})
