import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withApostrophe, withoutApostrophe } from '../../shared/text/spreadsheet-cell'
import { MadeFiles } from '../import/testing/made-files'
import { csvFile, csvLines } from './csv-file'

const made = new MadeFiles()
const read = (csv: string) => Papa.parse<string[]>(csv.slice(1).replace(/\r\n$/, ''), { delimiter: ',' }).data

describe('a table', () => {
  it('is written as the library of CSV writes it', () => {
    const signs = fc.constantFrom(
      '"',
      ',',
      ' ',
      '\r',
      '\n',
      '\r\n',
      '\uFEFF',
      ';',
      '\t',
      'a',
      '会',
      '-1',
      '\u2028',
      '='
    )
    const words = fc.array(signs, { maxLength: 4 }).map((parts) => parts.join(''))
    const cells = fc.oneof(words, fc.double(), fc.boolean(), fc.constant(null))
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })
      )
    fc.assert(
      fc.property(rows, (table) => {
        const plain = table.map((row) =>
          row.map((each) => (typeof each === 'string' ? withApostrophe(each) : each))
        )
        expect(csvLines(table)).toBe(`${Papa.unparse(plain, { newline: '\r\n' })}\r\n`)
      })
    )
  })
})

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
        for (const each of row) {
          expect(each).not.toMatch(/^[=+@\t\r\n＝＋＠]/)
          if (/^[-－]/.test(each))
            expect(each).toMatch(/^-\d+([.,]\d+)*$|a\P{L}*\s\P{L}*a|a\P{L}*[.!?"]\s*$/u)
        }
        expect(row.map(withoutApostrophe)).toEqual(cells)
      }),
      { numRuns: 2000 }
    )
  })

  it.each([
    '- Nein, sagte er, und ging.',
    '-No, dijo, y se fue',
    '- 不，他说。',
    '-3.5',
    '-1,234.50',
    '-12 %'
  ])('%j is left alone for every reader, as nothing comes of computing it', (cell) => {
    expect(read(csvFile(['head'], [[cell]]))[1]).toEqual([cell])
  })

  it.each([
    "-2+3+cmd|' /C calc'!A0",
    '-HYPERLINK("http://example.invalid";"a b")',
    '- SUM (A1) of it.',
    '-A1',
    '-x',
    '--'
  ])('%j is not computed', (cell) => {
    expect(read(csvFile(['head'], [[cell]]))[1]).toEqual([`'${cell}`])
  })

  it('that is a number stays one, and what is true or false', () => {
    expect(csvFile(['a'], [[-3.5, true, null, 0]])).toBe('\uFEFFa\r\n-3.5,true,,0\r\n')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ['\n=1', "'\n=1"],
    ["'- Nein, sagte er.", "''- Nein, sagte er."],
    ['+49 30 1234', "'+49 30 1234"],
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
  const excerptColumns = ['id', 'quote', 'context', 'citation', 'document', 'memo']
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
