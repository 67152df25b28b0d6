import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import type { ExportPreviewKind } from '../../../shared/export/export-format-info'
import type { ExportPreview } from '../../../shared/ipc/export-answers'
import type { Prepared } from '../model/prepared'
import type { ExportSide, ExportWriter } from './export-job'

/** So much of a text is shown, in UTF-16 code units, and so many rows of a table. */
const mostCharacters = 20_000
const mostRows = 60

/** The ending of archives of which one file is shown; those of office programs are shown as their pages. */
const archive = 'zip'

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
  const isArchive = extension === archive
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = []
  await writer.write(
    as === undefined ? prepared.job : { ...prepared.job, format: as },
    {
      ...prepared.feed,
      // The files that texts came in may be large, and are not shown.
      ...(isArchive ? { original: async () => null } : {}),
      print,
      piece: async (bytes) => void pieces.push(bytes),
      file: async (path, bytes) => void files.push({ path, bytes })
    },
    signal
  )
  const bytes = Buffer.concat(pieces)
  if (isArchive) files.push(...firstIn(bytes, kind === 'table' ? '.csv' : '.html'))
  const { isCut, ...shown } = await shownAs(kind, extension, bytes, files)
  return { ...shown, count: prepared.count, cut: isCut || prepared.count > most }
}

async function shownAs(
  kind: ExportPreviewKind,
  extension: string,
  bytes: Uint8Array,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
): Promise<Shown> {
  if (kind === 'none') return { kind, isCut: false }
  if (kind === 'markdown') {
    // Its parser is loaded with the first that is shown.
    const { markdownPage } = await import('../markdown/markdown-page')
    return { kind, text: markdownPage(textOf(bytes)), isCut: false }
  }
  if (kind === 'docx' || kind === 'pdf') return { kind, bytes, isCut: false }
  if (kind === 'table') {
    const sheet = files.length > 0 ? files.find(({ path }) => path.endsWith('.csv'))?.bytes : bytes
    if (sheet) return tableOf(extension === 'xlsx' ? await workbookRows(sheet) : csvRows(sheet))
  }
  const page = kind === 'html' ? files.find(({ path }) => path.endsWith('.html')) : undefined
  // Half a page of HTML would look like another.
  if (page)
    return { kind, text: extension === archive ? textOf(page.bytes) : pastedPage(page.bytes), isCut: false }
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

/** The first file of an archive with an ending, nothing else of which is unpacked. */
function firstIn(bytes: Uint8Array, ending: string): { readonly path: string; readonly bytes: Uint8Array }[] {
  let isFound = false
  const filter = ({ name }: { readonly name: string }) => {
    if (isFound || !name.endsWith(ending)) return false
    isFound = true
    return true
  }
  return Object.entries(unzipSync(bytes, { filter })).map(([path, own]) => ({ path, bytes: own }))
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
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
