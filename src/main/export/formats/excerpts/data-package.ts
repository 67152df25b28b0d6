import { themesOf } from '../../../../shared/model/codings'
import type { ThemeId } from '../../../../shared/model/ids'
import { defineFormat } from '../../format'
import { codebookColumns, themesInOrder } from '../../tables/codebook-columns'
import type { Column } from '../../tables/column'
import { documentColumns } from '../../tables/document-columns'
import { excerptColumns } from '../../tables/excerpt-columns'
import { type ExcerptRow, excerptRows } from '../../tables/excerpt-rows'
import { describePackage, type PackagedTable } from '../../tables/frictionless'
import { writeCsv } from '../../tables/write-csv'
import { ZipStream } from '../../tables/zip-stream'

/** A Frictionless data package: codings or excerpts, the codebook and the documents as tables that describe themselves. */
export const excerptsAsDataPackage = defineFormat({
  id: 'data-package',
  of: 'excerpts',
  extension: 'zip',
  group: 'count',
  label: { en: 'Data package (ZIP)', 'zh-CN': '数据包（ZIP）' },
  hint: {
    en: 'For R and Python: codings, codebook and documents as CSV, each column described (Frictionless).',
    'zh-CN': '用于 R 和 Python：编码、编码本和文档各为一个 CSV，每列均有说明（Frictionless）。'
  },
  options: [
    'rows',
    'sort',
    'context',
    'memos',
    'quality',
    'furniture',
    'doubtful',
    'renderings',
    'coders',
    'citations',
    'style',
    'language'
  ],
  preview: 'table',
  async write(model, options, sink) {
    const { page, themes, groups, documents, words } = model
    const zip = new ZipStream((bytes) => sink.write(bytes), new Date(page.made))
    const tables: PackagedTable[] = []
    async function add<Row>(
      table: Omit<PackagedTable, 'columns' | 'written'>,
      columns: readonly Column<Row>[],
      rows: AsyncIterable<Row> | Iterable<Row>
    ): Promise<void> {
      const written = await zip.file(`${table.name}.csv`, async (write) => {
        await writeCsv(columns, rows, write)
      })
      tables.push({ ...table, columns, written })
    }

    const counted = new ThemeCounts()
    const isByCoding = options.rows === 'coding'
    await add(
      {
        name: isByCoding ? 'codings' : 'excerpts',
        title: isByCoding ? 'A row a coding: a highlight with one theme' : 'A row an excerpt',
        refers: [
          { field: 'document_id', table: 'documents', key: 'id' },
          ...(isByCoding ? [{ field: 'theme_id', table: 'codebook', key: 'id' }] : [])
        ]
      },
      excerptColumns(model, options, words),
      counted.through(excerptRows(model.items(), options.rows))
    )
    await add(
      { name: 'codebook', title: 'A row a theme', key: 'id' },
      codebookColumns(themes, groups, [
        { name: 'rows', about: 'Rows of this package that carry it.', of: (id) => counted.of(id) }
      ]),
      themesInOrder(themes)
    )
    await add(
      { name: 'documents', title: 'A row a document', key: 'id' },
      documentColumns(model),
      documents.values()
    )
    await zip.file('datapackage.json', (write) =>
      write(`${JSON.stringify(describePackage(page, tables), null, 2)}\n`)
    )
    await zip.end()
  }
})

/** How many rows carry each theme, counted as they go by. */
class ThemeCounts {
  readonly #counts = new Map<ThemeId, number>()

  async *through(rows: AsyncIterable<ExcerptRow>): AsyncGenerator<ExcerptRow> {
    for await (const row of rows) {
      const own = row.coding ? [row.coding.theme] : themesOf(row.excerpt)
      for (const id of own) this.#counts.set(id, this.of(id) + 1)
      yield row
    }
  }

  of(id: ThemeId): number {
    return this.#counts.get(id) ?? 0
  }
}
