import { zipSync } from 'fflate'
import readExcel from 'read-excel-file/universal'
import type { SheetColumns } from '../../../../shared/model/sheet-columns'
import type { ParseOptions, RawFile, RawText, Source } from '../../parsed'
import { readStatedDate } from '../../propose/dates'
import { unpack } from '../archive'
import { isHypothesisTable, readHypothesisTable } from '../hypothesis'
import { tidy } from '../xml'
import { isCodebookTable, readCodebookTable } from './codebook-table'
import { readBack } from './own-tables'
import { usualColumns } from './sheet-columns'
import { headOf, rowsOfCsv } from './sheet-rows'

/** A workbook has no more sheets of texts than this. */
const mostSheets = 100

/** A table of comma- or tab-separated values; one that Hypothesis has exported says something of texts elsewhere, and a codebook of themes. */
export async function parseCsv(source: Source, options: ParseOptions = {}): Promise<RawText[] | RawFile> {
  const rows = rowsOfCsv(source.text())
  const head = rows[0] ?? []
  if (isHypothesisTable(head)) return readHypothesisTable(rows)
  if (!options.columns && rows.length > 1 && isCodebookTable(head)) return readCodebookTable(readBack(rows))
  return textsOf({ name: '', rows: readBack(rows) }, options)
}

/** The rows of the first sheet of a workbook that has any, as text. */
export async function rowsOfXlsx(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const [first] = await sheetsOf(bytes)
  return readBack(first?.rows ?? [])
}

/**
 * The sheets of an Excel workbook. It is unpacked here, within bounds, and handed on as an archive without
 * compression: the reader of workbooks waits for ever on some damaged ones.
 */
async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const sound = zipSync(Object.fromEntries(unpack(bytes, (name) => /\.(xml|rels)$/i.test(name))), {
    level: 0
  })
  return (await readExcel(sound.buffer)).slice(0, mostSheets).flatMap(({ sheet, data }) => {
    const rows = data.map((row) =>
      row.map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell)
      )
    )
    return rows.some((row) => row.some((cell) => cell.trim() !== '')) ? [{ name: sheet, rows }] : []
  })
}

/** The sheets of an Excel workbook as texts. */
export async function parseXlsx({ bytes }: Source, options: ParseOptions = {}): Promise<RawText[]> {
  const sheets = await sheetsOf(bytes)
  const [first, ...others] = sheets
  if (!first) return []
  if (others.length === 0) return textsOf({ ...first, name: '' }, options)
  const texts = textsOf(first, options)
  // What was said of the columns holds for sheets that have the same.
  const head = texts[0]?.sheet?.head.join('\n')
  return [
    ...texts,
    ...others.flatMap((sheet) => {
      const own = textsOf(sheet, options)
      return own[0]?.sheet?.head.join('\n') === head ? own : textsOf(sheet, {})
    })
  ]
}

interface Sheet {
  /** Empty where the file has only one. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** A row a text, or, where columns are versions, a row a pair: each version is a text whose blocks are the rows. */
function textsOf({ name: sheetName, rows }: Sheet, { columns }: ParseOptions): RawText[] {
  const { above, at: headAt } = headOf(rows)
  const head =
    headAt < 0
      ? (rows[0] ?? []).map((_, column) => String(column + 1))
      : (rows[headAt] ?? []).map((cell) => tidy(cell))
  const body = rows.slice(headAt + 1).map((row) => row.map((cell) => cell.trim()))
  const used = columns ?? usualColumns(head, body)
  const sheet = { head, used }
  const named = (part: string) => [sheetName, part].filter(Boolean).join(' · ')
  if (used.text === null)
    return versions(head, body, used).map((text) => ({
      ...text,
      sheet,
      part: named(text.part ?? ''),
      aligned: sheetName || '–'
    }))
  const at = used.text
  const said: Record<string, string> = above === '' ? {} : { 'above the table': above }
  return body.flatMap((row, index): RawText[] => {
    const text = row[at] ?? ''
    if (text === '') return []
    const stated = Object.fromEntries(
      Object.entries(used.stated).flatMap(([field, column]) =>
        row[column] && isSaid(field, row[column]) ? [[field, row[column]]] : []
      )
    )
    const taken = new Set([
      at,
      ...Object.entries(used.stated).flatMap(([field, column]) => (field in stated ? [column] : []))
    ])
    const attributes = Object.fromEntries(
      head.flatMap((name, column) =>
        taken.has(column) || !row[column] || name === '' ? [] : [[name, row[column]]]
      )
    )
    const blocks = paragraphs(text)
    const part = named(stated.title ?? String(headAt + index + 2))
    return [{ blocks, stated, attributes: { ...said, ...attributes }, part, sheet, bare: true }]
  })
}

/** Whether a cell can be a fact of its text: a date or a language that cannot be read stays an attribute. */
function isSaid(field: string, cell: string): boolean {
  if (field === 'published') return readStatedDate(cell) !== null
  return field !== 'language' || /^[a-z]{2,3}([-_][a-z0-9]+)*$/i.test(cell.trim())
}

function paragraphs(text: string) {
  return text
    .split(/[\r\n\u2028\u2029]+/)
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
