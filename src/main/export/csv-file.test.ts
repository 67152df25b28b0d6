import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withoutApostrophe } from '../../shared/text/spreadsheet-cell'
import { MadeFiles } from '../import/testing/made-files'
import { csvFile } from './csv-file'
import { excerptColumns } from './formats/excerpts/csv'

const made = new MadeFiles()
const read = (csv: string) => Papa.parse<string[]>(csv.slice(1).replace(/\r\n$/, ''), { delimiter: ',' }).data

describe('a cell of a table', () => {
  const cell = fc
    .array(
      fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '＝',
        '＋',
        '－',
        '＠',
        '"',
        ',',
        ';',
        'a',
        '3.5',
        '– '
      ),
      {
        minLength: 1,
        maxLength: 6
      }
    )
    .map((parts) => parts.join(''))

  it('never begins as a formula does, and can be read back as it was', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const [, row = []] = read(csvFile(['head'], [cells]))
        for (const each of row) expect(each).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(row.map(withoutApostrophe)).toEqual(cells)
      })
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ['\n=1', "'\n=1"],
    ['- Nein, sagte er.', "'- Nein, sagte er."],
    ["'=x", "''=x"],
    ["'tis", "'tis"],
    ['– a longer dash', '– a longer dash']
  ])('%j is written as %j', (cell, written) => {
    expect(read(csvFile(['head'], [[cell]]))[1]).toEqual([written])
  })
})

describe('a table that was exported and is imported again', () => {
  const quotes = [
    '- Nein, sagte er, und ging.',
    "'=x is how it began.",
    '-3.5 degrees at the pass.',
    '=SUM(A1:A9) stood there.'
  ]
  const rows = quotes.map((quote) =>
    excerptColumns.map((name) => (name === 'quote' ? quote : name === 'memo' ? '-1 memo' : ''))
  )

  it('has no apostrophe of ours in its texts', async () => {
    const { texts } = await made.read('excerpts.csv', csvFile(excerptColumns, rows), {
      columns: { text: 1, stated: {}, versions: [] }
    })
    expect(texts.map(({ blocks }) => blocks[0]?.text)).toEqual(quotes)
    expect(texts[0]?.attributes.memo).toBe('-1 memo')
  })

  it('keeps the apostrophes of a table that is not ours', async () => {
    const { texts } = await made.read('other.csv', "text,n\n'=x is how it began.,1\n")
    expect(texts[0]?.blocks[0]?.text).toBe("'=x is how it began.")
  })
})
