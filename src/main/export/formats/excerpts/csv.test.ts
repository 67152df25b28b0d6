import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../../../shared/model/ids'
import { withoutApostrophe } from '../../../../shared/text/spreadsheet-cell'
import { MadeFiles } from '../../../import/testing/made-files'
import {
  chinese,
  english,
  sampleExcerpt,
  sampleExcerpts,
  sampleItems,
  sampleReferences
} from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsAsCsv } from './csv'

const made = new MadeFiles()

type Row = Record<string, string>

function parse(csv: string): { readonly rows: Row[] } {
  const { data, errors } = Papa.parse<Row>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true
  })
  expect(errors).toEqual([])
  return { rows: data }
}

describe('excerpts as CSV', () => {
  it('have a row a coding, its theme as a path and by levels, and who put it there', async () => {
    const { rows } = parse((await writeToMemory(excerptsAsCsv, sampleExcerpts(), { rows: 'coding' })).text)
    // The sample stands under headings of themes: the coding with 时间 of an excerpt under another heading has no heading there.
    expect(rows.map(({ quote, theme }) => [withoutApostrophe(quote ?? ''), theme])).toEqual([
      ['handed in once', 'Service \\/ windows/One visit'],
      ['=SUM(1) was', 'Service \\/ windows/One visit'],
      ['没有人等一个小时', '时间']
    ])
    expect(rows[0]).toMatchObject({
      theme_id: 't2',
      theme_1: 'Service / windows',
      theme_2: 'One visit',
      coder: 'Coder',
      coder_id: 'c1',
      coded: '2026-01-02T03:04:05.000Z',
      page_from: 'iii',
      paragraph_from: '1',
      attribute_region: 'north',
      author: 'Clerk, Anna',
      accessed: '2026-03-02',
      memo: 'Compare the source.\n\nTwice?',
      renderings: 'source (zh): 表格只交一次。',
      parallel_quotes: 'source (zh): 只交一次'
    })
    expect(rows[0]?.context?.slice(Number(rows[0]?.before?.length))).toMatch(/^handed in once/)
  })

  it('have a row for each theme of a passage, and one for a passage without any', async () => {
    const items = [
      sampleExcerpt(english, 'handed in once', { themes: ['t2', 't3'] as ThemeId[] }),
      sampleExcerpt(chinese, '没有人问为什么', { themes: [], codings: [] })
    ].map((excerpt) => ({ kind: 'excerpt' as const, excerpt }))
    const model = sampleExcerpts({}, items)
    const byCoding = parse((await writeToMemory(excerptsAsCsv, model, { rows: 'coding' })).text).rows
    expect(byCoding.map(({ theme_id }) => theme_id)).toEqual(['t2', 't3', ''])
    const byExcerpt = parse((await writeToMemory(excerptsAsCsv, model)).text).rows
    expect(byExcerpt.map(({ theme_ids, theme_count, coder }) => [theme_ids, theme_count, coder])).toEqual([
      ['t2; t3', '2', 'Coder'],
      ['', '0', 'Coder']
    ])
    expect(byExcerpt.map(({ themes }) => themes)).toEqual(['Service \\/ windows/One visit; 时间', ''])
    expect(byExcerpt.map(({ paragraph }) => paragraph)).toEqual(['1', '1'])
  })

  it('give each coding once though its excerpt stands under several headings', async () => {
    const excerpt = sampleExcerpt(english, 'handed in once', { themes: ['t2', 't3'] as ThemeId[] })
    const under = (theme: string | null) => [
      { kind: 'heading' as const, level: 1, text: 'x', theme: theme as ThemeId | null, document: null },
      { kind: 'excerpt' as const, excerpt }
    ]
    const model = sampleExcerpts({}, [...under('t2'), ...under('t3'), ...under('t1')])
    const coded = parse((await writeToMemory(excerptsAsCsv, model, { rows: 'coding' })).text).rows
    expect(coded.map(({ theme_id }) => theme_id)).toEqual(['t2', 't3'])
    expect(parse((await writeToMemory(excerptsAsCsv, model)).text).rows).toHaveLength(1)
  })

  it('keep the type of a number, and all values where one is no number', async () => {
    const typed = (population: string) =>
      sampleExcerpts({
        info: { ...sampleReferences.info, attributes: { population: { type: 'number' } } },
        documents: new Map([[english.id, { ...english, attributes: { population } }]])
      })
    const cell = async (value: string) =>
      parse((await writeToMemory(excerptsAsCsv, typed(value))).text).rows[0]?.attribute_population
    expect(await cell('-3,5')).toBe('-3.5')
    expect(await cell('=about 3')).toBe("'=about 3")
    expect(await cell('12345678901234567890')).toBe('12345678901234567890')
  })

  it('come into a project again with the words as they were', async () => {
    const { text } = await writeToMemory(excerptsAsCsv, sampleExcerpts({}, sampleItems.slice(2, 3)), {
      rows: 'excerpt'
    })
    const { texts } = await made.read('excerpts.csv', text, {
      columns: { text: 1, stated: {}, versions: [] }
    })
    expect(texts.map(({ blocks }) => blocks[0]?.text)).toEqual(['=SUM(1) was'])
  })

  it('have their head even when there are none', async () => {
    const { text } = await writeToMemory(excerptsAsCsv, sampleExcerpts({}, []))
    expect(text).toMatch(/^\uFEFFid,quote,context,citation,document,document_id,themes,.*\r\n$/)
  })
})
