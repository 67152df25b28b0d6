import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ThemeId } from '../../../shared/model/ids'
import { withoutApostrophe } from '../../../shared/text/spreadsheet-cell'
import { MadeFiles } from '../../import/testing/made-files'
import { excerptsAsCsv } from '../formats/excerpts/csv'
import { excerptsAsDataPackage } from '../formats/excerpts/data-package'
import { excerptsAsJson, excerptsJsonSchema } from '../formats/excerpts/json'
import {
  chinese,
  english,
  sampleExcerpt,
  sampleExcerpts,
  sampleItems,
  sampleReferences
} from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'

const made = new MadeFiles()

type Row = Record<string, string>

function parse(csv: string): { head: string[]; rows: Row[] } {
  const { data, meta, errors } = Papa.parse<Row>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true
  })
  expect(errors).toEqual([])
  return { head: meta.fields ?? [], rows: data }
}

describe('excerpts as CSV', () => {
  it('have a row a coding, its theme as a path and by levels, and who put it there', async () => {
    const { rows } = parse((await writeToMemory(excerptsAsCsv, sampleExcerpts())).text)
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
    const byCoding = parse((await writeToMemory(excerptsAsCsv, model)).text).rows
    expect(byCoding.map(({ theme_id }) => theme_id)).toEqual(['t2', 't3', ''])
    const byExcerpt = parse((await writeToMemory(excerptsAsCsv, model, { rows: 'excerpt' })).text).rows
    expect(byExcerpt.map(({ theme_ids, theme_count }) => [theme_ids, theme_count])).toEqual([
      ['t2; t3', '2'],
      ['', '0']
    ])
  })

  it('give each coding once though its excerpt stands under several headings', async () => {
    const excerpt = sampleExcerpt(english, 'handed in once', { themes: ['t2', 't3'] as ThemeId[] })
    const under = (theme: string | null) => [
      { kind: 'heading' as const, level: 1, text: 'x', theme: theme as ThemeId | null, document: null },
      { kind: 'excerpt' as const, excerpt }
    ]
    const model = sampleExcerpts({}, [...under('t2'), ...under('t3'), ...under('t1')])
    const coded = parse((await writeToMemory(excerptsAsCsv, model)).text).rows
    expect(coded.map(({ theme_id }) => theme_id)).toEqual(['t2', 't3'])
    expect(parse((await writeToMemory(excerptsAsCsv, model, { rows: 'excerpt' })).text).rows).toHaveLength(1)
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
    expect(text).toMatch(/^\uFEFFid,quote,context,citation,document,document_id,theme,.*\r\n$/)
  })
})

const Descriptor = z.object({
  profile: z.literal('tabular-data-package'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  created: z.iso.datetime(),
  resources: z.array(
    z.object({
      name: z.string().regex(/^[-a-z0-9._]+$/),
      path: z.string(),
      bytes: z.int(),
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            type: z.enum(['string', 'integer', 'number', 'boolean', 'datetime']),
            description: z.string().min(1),
            constraints: z
              .object({
                required: z.literal(true).optional(),
                unique: z.literal(true).optional(),
                pattern: z.string().optional(),
                enum: z.array(z.string()).optional()
              })
              .optional()
          })
        ),
        foreignKeys: z
          .array(
            z.object({
              fields: z.string(),
              reference: z.object({ resource: z.string(), fields: z.string() })
            })
          )
          .optional()
      })
    })
  )
})

const readsAs: Record<string, (cell: string) => boolean> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => Number.isFinite(Number(cell)),
  boolean: (cell) => cell === 'true' || cell === 'false',
  datetime: (cell) => z.iso.datetime().safeParse(cell).success
}

describe('a data package', () => {
  it.each(['coding', 'excerpt'] as const)('describes each of its tables truly (a row a %s)', async (rows) => {
    const { bytes } = await writeToMemory(excerptsAsDataPackage, sampleExcerpts(), { rows })
    const files = new Map(
      Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, data]) => [name, Buffer.from(data)])
    )
    const table = rows === 'coding' ? 'codings' : 'excerpts'
    expect([...files.keys()]).toEqual([`${table}.csv`, 'codebook.csv', 'documents.csv', 'datapackage.json'])
    const told = Descriptor.parse(JSON.parse(String(files.get('datapackage.json'))))
    const tables = new Map(told.resources.map((each) => [each.name, parse(String(files.get(each.path)))]))
    for (const { name, path, bytes: size, schema } of told.resources) {
      const { head, rows: found } = tables.get(name) ?? { head: [], rows: [] }
      expect(size).toBe(files.get(path)?.length)
      expect(schema.fields.map((field) => field.name)).toEqual(head)
      expect(found.length).toBeGreaterThan(1)
      for (const row of found)
        for (const { name: field, type, constraints } of schema.fields) {
          const cell = row[field] ?? ''
          if (cell === '') expect(constraints?.required, field).toBeUndefined()
          else {
            expect(readsAs[type]?.(cell), `${field}: ${cell}`).toBe(true)
            if (constraints?.pattern) expect(cell).toMatch(new RegExp(constraints.pattern))
            if (constraints?.enum) expect(constraints.enum).toContain(cell)
          }
        }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const keys = new Set(tables.get(reference.resource)?.rows.map((row) => row[reference.fields]))
        for (const row of found) if (row[fields]) expect(keys).toContain(row[fields])
      }
    }
    expect(tables.get('codebook')?.rows.map(({ id, rows: count }) => [id, count])).toEqual(
      rows === 'coding'
        ? [
            ['t1', '0'],
            ['t2', '2'],
            ['t3', '1']
          ]
        : [
            ['t1', '0'],
            ['t2', '2'],
            ['t3', '2']
          ]
    )
  })

  it('is the same to the byte when it is written again', async () => {
    const once = await writeToMemory(excerptsAsDataPackage, sampleExcerpts())
    const again = await writeToMemory(excerptsAsDataPackage, sampleExcerpts())
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
  })
})

const ExcerptsJson = z.object({
  schema: z.literal(excerptsJsonSchema),
  title: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  chosenBy: z.string(),
  made: z.iso.datetime(),
  change: z.int(),
  coders: z.array(z.object({ id: z.string(), name: z.string() })),
  themes: z.array(z.object({ id: z.string(), path: z.string(), groups: z.array(z.string()) })),
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
  excerpts: z.array(
    z.object({
      id: z.string(),
      quote: z.string().min(1),
      before: z.string(),
      after: z.string(),
      start: z.int(),
      end: z.int(),
      revision: z.string().length(64),
      citation: z.string().optional(),
      codings: z.array(z.object({ theme: z.string(), coder: z.string(), created: z.iso.datetime() }))
    })
  ),
  bibliography: z.array(z.object({ document: z.string(), text: z.string() }))
})

describe('excerpts as JSON', () => {
  it('are one document of a form with a name', async () => {
    const { text } = await writeToMemory(excerptsAsJson, sampleExcerpts())
    const { excerpts, themes } = ExcerptsJson.parse(JSON.parse(text))
    expect(excerpts.map(({ quote }) => quote)).toEqual(['handed in once', '=SUM(1) was', '没有人等一个小时'])
    expect(themes.map(({ path }) => path)).toEqual([
      'Service \\/ windows',
      'Service \\/ windows/One visit',
      '时间'
    ])
  })

  it('hold what no other form could: half of a pair, control characters', async () => {
    const odd = 'a\u0000\ud800 ]]> \u202e'
    const item = { kind: 'excerpt' as const, excerpt: sampleExcerpt(english, 'handed', { plainMemo: odd }) }
    const { text } = await writeToMemory(excerptsAsJson, sampleExcerpts({}, [item]))
    expect(JSON.parse(text).excerpts[0].plainMemo).toBe(odd)
  })

  it('are a document even when there are none', async () => {
    const { text } = await writeToMemory(excerptsAsJson, sampleExcerpts({ bibliography: () => [] }, []))
    expect(ExcerptsJson.parse(JSON.parse(text)).excerpts).toEqual([])
  })
})
