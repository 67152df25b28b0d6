import { strFromU8, unzipSync } from 'fflate'
import readExcel from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { english, sampleExcerpt, sampleExcerpts } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { excerptsAsXlsx } from './xlsx'

async function read(bytes: Uint8Array) {
  const sheets = await readExcel(new Uint8Array(bytes).buffer)
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

function strings(bytes: Uint8Array): string {
  return strFromU8(unzipSync(new Uint8Array(bytes))['xl/sharedStrings.xml'] ?? new Uint8Array())
}

const excerpt = (quote: string) => ({
  kind: 'excerpt' as const,
  excerpt: sampleExcerpt(english, 'handed', { quote, before: '', after: '' })
})

describe('a workbook of excerpts', () => {
  it('has a sheet for each table and one that says what it is', async () => {
    const { bytes } = await writeToMemory(excerptsAsXlsx, sampleExcerpts())
    const sheets = await read(bytes)
    expect([...sheets.keys()]).toEqual(['excerpts', 'codebook', 'documents', 'about'])
    const [head = [], first = []] = sheets.get('excerpts') ?? []
    const cell = (name: string) => first[head.indexOf(name)]
    expect(cell('quote')).toBe('handed in once')
    expect(cell('start')).toBe(sampleExcerpt(english, 'handed in once').start)
    expect(cell('boilerplate')).toBe(false)
    expect(cell('attribute_region')).toBe('north')
    expect(sheets.get('about')).toContainEqual(['chosen_by', 'All passages'])
  })

  it('has rows as high as the words that are wrapped in them, up to five lines, in Chinese too', async () => {
    const quotes = [
      'short',
      'forty words '.repeat(20),
      '林兆明指出，冬季不是停工的理由。'.repeat(8),
      'a\nb\nc'
    ]
    const { bytes } = await writeToMemory(excerptsAsXlsx, sampleExcerpts({}, quotes.map(excerpt)), {
      rows: 'excerpt',
      renderings: 'none',
      citations: 'none'
    })
    const xml = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const rows = [...xml.matchAll(/<row [^>]*>/g)].map(
      ([row]) => Number(/ht="([\d.]+)"/.exec(row)?.[1] ?? 15) / 15
    )
    const [, short = 0, long = 0, chinese = 0, lines = 0] = rows
    expect(short).toBeLessThanOrEqual(2)
    expect(long).toBe(5)
    expect(chinese).toBeGreaterThanOrEqual(5)
    expect(lines).toBeGreaterThanOrEqual(3)
  })

  it('holds words as words, whatever they begin with, and no apostrophe of ours', async () => {
    const quotes = ['=SUM(1)', '- Nein, sagte er', '@x', "'=x", '+1', 'constructor', '__proto__', ' blank ']
    const { bytes } = await writeToMemory(excerptsAsXlsx, sampleExcerpts({}, quotes.map(excerpt)), {
      rows: 'excerpt'
    })
    const rows = (await read(bytes)).get('excerpts')?.slice(1) ?? []
    expect(rows.map(([, quote]) => quote)).toEqual(quotes.map((quote) => quote.trim()))
    expect(strings(bytes)).toContain('<t xml:space="preserve"> blank </t>')
    expect(
      strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    ).not.toContain('<f>')
  })

  it('writes as it is what a workbook would take for a character by its number', async () => {
    const { bytes } = await writeToMemory(excerptsAsXlsx, sampleExcerpts({}, [excerpt('_x0041_ is no A')]))
    expect(strings(bytes)).toContain('_x005F_x0041_ is no A')
  })

  it('cuts what is longer than a cell, between whole signs, says so there and counts it', async () => {
    const { bytes, leftOut } = await writeToMemory(
      excerptsAsXlsx,
      sampleExcerpts({}, [excerpt('😀'.repeat(20_000))])
    )
    const [, row = []] = (await read(bytes)).get('excerpts') ?? []
    const cell = String(row[1])
    expect(cell.length).toBeLessThanOrEqual(32_767)
    expect(cell).toMatch(/^(😀)+ … \[cut: /u)
    expect(leftOut.get('cutCells')).toBe(2)
  })
})
