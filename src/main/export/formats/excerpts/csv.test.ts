import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withoutApostrophe } from '../../../../shared/text/spreadsheet-cell'
import { sampleExcerpts } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsAsCsv } from './csv'

async function read(model = sampleExcerpts()) {
  const { text } = await writeToMemory(excerptsAsCsv, model)
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
}

describe('excerpts as CSV', () => {
  it('are a row each, in their order, and read back as they were', async () => {
    const rows = await read()
    expect(rows.map(({ quote }) => withoutApostrophe(quote ?? ''))).toEqual([
      'handed in once',
      '=SUM(1) was',
      '没有人等一个小时'
    ])
    expect(rows[0]).toMatchObject({
      before: 'Forms *are* ',
      after: '. Nobody waits <an hour> & nobody asks why.',
      themes: 'Service \\/ windows/One visit',
      memo: 'Compare the source.\n\nTwice?',
      renderings: 'Source: 表格只交一次。',
      parallel_quotes: 'Source: 只交一次'
    })
  })

  it('have their head though there are none', async () => {
    const { text } = await writeToMemory(excerptsAsCsv, sampleExcerpts({}, []))
    expect(text).toMatch(/^\uFEFFid,quote,before,after,.*\r\n$/)
  })
})
