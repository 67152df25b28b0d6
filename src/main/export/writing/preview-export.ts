import Papa from 'papaparse'
import type { ExportPreviewKind } from '../../../shared/export/export-format-info'
import type { ExportPreview } from '../../../shared/ipc/export-answers'
import type { Prepared } from '../model/prepared'
import type { ExportSide, ExportWriter } from './export-job'

/** So much of a text is shown, in UTF-16 code units, and so many rows of a table. */
const mostCharacters = 20_000
const mostRows = 60

/** What a window shows of it, less how much there is. */
type Shown = Omit<ExportPreview, 'count' | 'cut'> & { readonly isCut: boolean }

export interface Previewing {
  readonly writer: ExportWriter
  readonly signal: AbortSignal
  readonly print: ExportSide['print']
  readonly kind: ExportPreviewKind
  readonly extension: string
  /** The format that is written in its place. */
  readonly as?: string | undefined
  /** How much of its kind was prepared; there may be more. */
  readonly most: number
}

/** Writes an export into memory, and gives what a window needs to show it as it will look. */
export async function previewExport(
  prepared: Prepared,
  { writer, signal, print, kind, extension, as, most }: Previewing
): Promise<ExportPreview> {
  const pieces: Uint8Array[] = []
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = []
  await writer.write(
    as === undefined ? prepared.job : { ...prepared.job, format: as },
    {
      ...prepared.feed,
      print,
      piece: async (bytes) => void pieces.push(bytes),
      file: async (path, bytes) => void files.push({ path, bytes })
    },
    signal
  )
  const { isCut, ...shown } = await shownAs(kind, extension, Buffer.concat(pieces), files)
  return { ...shown, count: prepared.count, cut: isCut || prepared.count > most }
}

async function shownAs(
  kind: ExportPreviewKind,
  extension: string,
  bytes: Uint8Array,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
): Promise<Shown> {
  if (kind === 'none') return { kind, isCut: false }
  if (kind === 'docx' || kind === 'pdf') return { kind, bytes, isCut: false }
  if (kind === 'table') {
    const sheet = files.length > 0 ? files.find(({ path }) => path.endsWith('.csv'))?.bytes : bytes
    if (sheet) return tableOf(extension === 'xlsx' ? await workbookRows(sheet) : csvRows(sheet))
  }
  const page = kind === 'html' ? files.find(({ path }) => path.endsWith('.html')) : undefined
  // Half a page of HTML would look like another.
  if (page) return { kind, text: pastedPage(page.bytes), isCut: false }
  const text = files.length > 0 ? filesAsText(files) : Buffer.from(bytes).toString('utf8')
  return kind === 'html'
    ? { kind, text, isCut: false }
    : { kind: 'text', text: text.slice(0, mostCharacters), isCut: text.length > mostCharacters }
}

function tableOf(rows: readonly (readonly string[])[]): Shown {
  return { kind: 'table', rows: rows.slice(0, mostRows), isCut: rows.length > mostRows }
}

function csvRows(bytes: Uint8Array): string[][] {
  const text = Buffer.from(bytes).toString('utf8')
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
}

async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/node')
  const rows = await readSheet(Buffer.from(bytes))
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

/** The files of a folder one after another, each under its name. */
function filesAsText(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): string {
  return files
    .map(({ path, bytes }) => `── ${path}\n\n${Buffer.from(bytes).toString('utf8')}`)
    .join('\n\n')
    .slice(0, mostCharacters + 1)
}

/** What is to be pasted, on a page as a text program would have it. */
function pastedPage(bytes: Uint8Array): string {
  const style =
    'body{max-width:42rem;margin:2.5rem auto;padding:0 2rem;font:1rem/1.5 serif}blockquote{margin:1.2rem 2rem .4rem}'
  return `<!doctype html><html><head><meta charset="utf-8"><title>·</title><style>${style}</style></head><body>${Buffer.from(bytes).toString('utf8')}</body></html>`
}
