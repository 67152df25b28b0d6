import { zipSync } from 'fflate'
import Papa from 'papaparse'
import readExcel from 'read-excel-file/universal'
import type { SheetColumns } from '../../../../shared/model/sheet-columns'
import type { ParseOptions, RawFile, RawText, Source } from '../../parsed'
import { unpack } from '../archive'
import { isHypothesisTable, readHypothesisTable } from '../hypothesis'
import { tidy } from '../xml'
import { readBack } from './own-tables'
import { usualColumns } from './sheet-columns'

/** A table of comma- or tab-separated values; one that Hypothesis has exported says something of texts elsewhere. */
export async function parseCsv(source: Source, options: ParseOptions = {}): Promise<RawText[] | RawFile> {
  const { data } = Papa.parse<string[]>(source.text().replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  return isHypothesisTable(data[0] ?? []) ? readHypothesisTable(data) : textsOf(readBack(data), options)
}

/**
 * The first sheet of an Excel workbook. It is unpacked here, within bounds, and handed on as an archive without
 * compression: the reader of workbooks waits for ever on some damaged ones.
 */
export async function parseXlsx({ bytes }: Source, options: ParseOptions = {}): Promise<RawText[]> {
  const sound = zipSync(Object.fromEntries(unpack(bytes, (name) => /\.(xml|rels)$/i.test(name))), {
    level: 0
  })
  const [first] = await readExcel(sound.buffer)
  const rows = first?.data ?? []
  return textsOf(
    rows.map((row) =>
      row.map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell)
      )
    ),
    options
  )
}

/** A row a text, or, where columns are versions, a row a pair: each version is a text whose blocks are the rows. */
function textsOf(rows: readonly (readonly string[])[], { columns }: ParseOptions): RawText[] {
  const [head = [], ...body] = rows.map((row, at) => row.map((cell) => (at === 0 ? tidy(cell) : cell.trim())))
  const used = columns ?? usualColumns(head, body)
  const sheet = { head, used }
  if (used.text === null) return versions(head, body, used).map((text) => ({ ...text, sheet }))
  const at = used.text
  return body.flatMap((row, index): RawText[] => {
    const text = row[at] ?? ''
    if (text === '') return []
    const stated = Object.fromEntries(
      Object.entries(used.stated).flatMap(([field, column]) => (row[column] ? [[field, row[column]]] : []))
    )
    const taken = new Set([at, ...Object.values(used.stated)])
    const attributes = Object.fromEntries(
      head.flatMap((name, column) =>
        taken.has(column) || !row[column] || name === '' ? [] : [[name, row[column]]]
      )
    )
    const blocks = paragraphs(text)
    return [{ blocks, stated, attributes, part: stated.title ?? String(index + 2), sheet, bare: true }]
  })
}

function paragraphs(text: string) {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph' as const, text: line, furniture: false }))
}

function versions(
  head: readonly string[],
  body: readonly (readonly string[])[],
  used: SheetColumns
): RawText[] {
  const rows = body.filter((row) => used.versions.some((column) => row[column]))
  return used.versions.map((column): RawText => {
    const blocks = rows.map((row) => ({
      kind: 'paragraph' as const,
      text: row[column] ?? '',
      furniture: false
    }))
    const name = head[column] ?? ''
    return { blocks, stated: { title: name }, part: name || String(column + 1), aligned: '–', bare: true }
  })
}
