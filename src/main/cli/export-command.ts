import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ExportSubject, exportSubjects } from '../../shared/export/export-format-info'
import { ExportOptions } from '../../shared/export/export-options'
import type { ExportRequest } from '../../shared/ipc/export-request'
import { appError } from '../../shared/model/app-error'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import { ExportProblem, required } from '../export/export-problem'
import { prepareExport } from '../export/model/prepare'
import { exportFormats, findFormat, formatInfos } from '../export/registry'
import { ExportsHere } from '../export/writing/exports-here'
import { type SavedExport, saveExport } from '../export/writing/save-export'
import type { FormulaThread } from '../formulae/formula-thread'
import type { Session } from '../project/session'
import { ensurePath, pathProblem, splitPath } from '../services/annotate-by-quote'
import { findDocument } from '../services/texts'
import { Aligner } from '../workers/aligner'
import { builtFile } from '../workers/built'
import { WorkPool } from '../workers/work-pool'
import { expectManyParts, expectShortRun } from './engine-orders'
import { exit, print, refuse, tell, UsageError } from './io'
import { electronPrinter } from './print-with-electron'
import { comparisonWith, exporterIn, withProject } from './with-project'

/** The version of the app; put in by the build. */
declare const __APP_VERSION__: string | undefined

/**
 * The highlights of a file of so many bytes are read anew when their turn comes: some ten thousand. Of fewer, reading them
 * twice takes more than holding them.
 */
const largeFileBytes = 8 * 1024 * 1024

/** What can be exported without a manuscript. */
type Subject = Exclude<ExportSubject, 'quotations'>
const subjects = exportSubjects.filter((each): each is Subject => each !== 'quotations')

interface Asked {
  readonly of: Subject
  readonly format: string
  readonly options: ReturnType<typeof optionsFrom>
  readonly themes: readonly string[]
  readonly docs: readonly string[]
}

/** Writes what a window can export, in every format of the registry, or lists those. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      formats: { type: 'boolean' },
      format: { type: 'string' },
      of: { type: 'string', default: 'excerpts' },
      options: { type: 'string', default: '{}' },
      theme: { type: 'string', multiple: true, default: [] },
      doc: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      json: { type: 'boolean', default: false }
    }
  })
  if (values.formats) return listFormats(values.json)
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('export takes one PROJECT')
  const of = subjects.find((each) => each === values.of)
  if (!of) throw new UsageError(`--of takes ${subjects.join(', ')}`)
  const format = findFormat(of, values.format ?? '')
  if (!format) throw new UsageError(`--format takes ${exportFormats[of].map(({ id }) => id).join(', ')}`)
  const { out, json } = values
  if (!out) throw new UsageError('export needs --out FILE')
  const options = optionsFrom(values.options)
  expectShortRun()
  const asked = { of, format: format.id, options, themes: values.theme, docs: values.doc }
  return withProject(
    resolve(folder),
    async (session) => {
      try {
        const { saved, count } = await written(session, asked, resolve(out), format.extension === '')
        report(saved, { of, format: format.id, count }, json)
        return exit.done
      } catch (error) {
        if (error instanceof ExportProblem) return refuse(error.error)
        throw error
      }
    },
    { readOnly: true, readAnewFrom: largeFileBytes }
  )
}

/** What `--options` says; what it does not say has its default. */
function optionsFrom(json: string) {
  const read = () => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      throw new UsageError('--options takes JSON')
    }
  }
  const parsed = ExportOptions.partial().strict().safeParse(read())
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`--options: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

async function written(
  session: Session,
  asked: Asked,
  file: string,
  isFolder: boolean
): Promise<{ readonly saved: SavedExport; readonly count: number }> {
  const request = requestFor(session, asked)
  expectManyParts(highlightsIn(session))
  const aligner = new Aligner(new WorkPool(builtFile('work-thread.js')))
  const controller = new AbortController()
  const { signal } = controller
  const stop = () => controller.abort(new ExportProblem(appError('Conflict', 'cancelled')))
  process.once('SIGINT', stop)
  try {
    const prepared = await prepareExport(
      {
        session,
        aligner,
        comparison: comparisonWith(aligner),
        coder: exporterIn(session),
        language: 'en',
        version: typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0',
        making: { signal },
        formulae: () => inFormulaThread(({ countRegister }, thread) => countRegister(session, thread)),
        placed: (reading, ids) =>
          inFormulaThread(({ findInTexts }, thread) => findInTexts(reading, session.folder, thread, ids))
      },
      request
    )
    const saving = { writer: new ExportsHere(), signal, print: electronPrinter() }
    return { saved: required(await saveExport(prepared, file, isFolder, saving)), count: prepared.count }
  } finally {
    process.off('SIGINT', stop)
  }
}

function highlightsIn({ counts }: Session): number {
  let sum = 0
  for (const count of counts.documents.values()) sum += count
  return sum
}

/** Where the formulae of the register stand in the texts; what finds them is loaded for that alone. */
async function inFormulaThread<T>(
  work: (finding: typeof import('../formulae/find-occurrences'), thread: FormulaThread) => Promise<T>
): Promise<T> {
  const finding = await import('../formulae/find-occurrences')
  const { FormulaThread } = await import('../formulae/formula-thread')
  const thread = new FormulaThread(builtFile('formula-thread.js'))
  try {
    return await work(finding, thread)
  } finally {
    thread.end()
  }
}

function requestFor({ state }: Session, { of, format, options, themes, docs }: Asked): ExportRequest {
  const documents = docs.map((name): DocumentId => required(findDocument(state, name)).id)
  if (of !== 'excerpts' && themes.length > 0) throw new UsageError('--theme goes with excerpts')
  switch (of) {
    case 'excerpts': {
      const query = {
        ...(themes.length > 0 ? { themes: themes.map((path) => themeOf(state, path)) } : {}),
        ...(documents.length > 0 ? { documents } : {})
      }
      return { of, format, options, query, chosen: null }
    }
    case 'work': {
      const [base] = documents
      if (!base || documents.length < 2 || documents.length > 4)
        throw new UsageError('--of work takes two to four --doc')
      return { of, format, options, documents, from: options.differences ? base : null }
    }
    case 'document': {
      const [document] = documents
      if (!document || documents.length > 1) throw new UsageError('--of document takes one --doc')
      return { of, format, options, document }
    }
    case 'quality': {
      const [document] = documents
      if (!document || documents.length > 1) throw new UsageError('--of quality takes one --doc')
      return { of, format, options, document }
    }
    case 'concordance':
      throw new UsageError('lines of a concordance are written by variorum search PROJECT QUERY --csv')
    default:
      if (docs.length > 0) throw new UsageError('--doc goes with excerpts, work, document and quality')
      return { of, format, options }
  }
}

function themeOf(state: Session['state'], path: string): ThemeId {
  const unfit: AppError | null = pathProblem(path)
  if (unfit) throw new ExportProblem(unfit)
  const { operations, theme } = ensurePath(state, splitPath(path))
  if (operations.length > 0) throw new ExportProblem(appError('NotFound', 'recordMissing', { what: path }))
  return theme
}

function report(
  { file, leftOut, shortened }: SavedExport,
  facts: { readonly of: Subject; readonly format: string; readonly count: number },
  json: boolean
): void {
  if (json) print(JSON.stringify({ file, ...facts, leftOut, shortened }))
  if (shortened) tell('variorum: the name was too long for a disk and was cut')
  for (const { kind, count } of leftOut) tell(`variorum: left out: ${kind} (${count})`)
  tell(`${facts.count} ${things[facts.of]} written to ${file}`)
}

/** What is counted of each subject. */
const things: Readonly<Record<Subject, string>> = {
  excerpts: 'excerpts',
  work: 'rows',
  codebook: 'themes',
  document: 'paragraphs',
  concordance: 'lines',
  project: 'documents',
  formulae: 'formulae',
  quality: 'findings'
}

function listFormats(json: boolean): number {
  const infos = formatInfos()
  if (json) print(JSON.stringify(infos))
  else
    for (const { of, id, label, extension } of infos)
      print([of, id, extension === '' ? 'folder' : `.${extension}`, label.en].join('\t'))
  return exit.done
}
