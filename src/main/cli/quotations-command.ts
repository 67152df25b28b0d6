import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isShippedStyle, shippedStyles } from '../../shared/citation/citation-styles'
import type { QuotationReport } from '../../shared/quotations/quotation-report'
import { ExportProblem, required } from '../export/export-problem'
import type { QuotationsModel } from '../export/format'
import { momentOf, referencesTo, titlePage } from '../export/model/moment'
import { prepareExport } from '../export/model/prepare'
import { type QuotationEntry, quotationEntries } from '../export/quotations/quotation-entries'
import { countLine, reachLines } from '../export/quotations/report-facts'
import { exportFormats, findFormat } from '../export/registry'
import { exportWords } from '../export/words'
import { ExportsHere } from '../export/writing/exports-here'
import { saveExport } from '../export/writing/save-export'
import { readManuscript } from '../import/read-manuscript'
import type { Session } from '../project/session'
import { checkQuotations } from '../services/check-quotations'
import { citeQuotations } from '../services/cite-quotations'
import { readingOf } from '../services/version'
import { Aligner } from '../workers/aligner'
import { builtFile } from '../workers/built'
import { WorkPool } from '../workers/work-pool'
import { exit, print, refuse, tell, UsageError } from './io'
import { comparisonWith, exporterIn, makeParser, withProject } from './with-project'

/** The version of the app; put in by the build. */
declare const __APP_VERSION__: string | undefined

interface Asked {
  readonly style: string
  readonly format: string | null
  /** Null for standard output. */
  readonly out: string | null
}

/** Looks the quotations of a manuscript up in a project, and prints or writes what was found. */
export async function quotationsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      style: { type: 'string', default: 'chicago-notes-bibliography' },
      format: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false }
    }
  })
  const [folder, manuscript, ...more] = positionals
  if (!folder || !manuscript || more.length > 0)
    throw new UsageError('quotations takes a PROJECT and a MANUSCRIPT')
  const { style } = values
  if (!isShippedStyle(style) && !style.startsWith('file:'))
    throw new UsageError(`--style takes ${shippedStyles.map(({ id }) => id).join(', ')} or file:PATH`)
  const format = values.format ?? (values.json ? 'json' : values.csv ? 'csv' : null)
  if (format !== null && !findFormat('quotations', format))
    throw new UsageError(`--format takes ${exportFormats.quotations.map(({ id }) => id).join(', ')}`)
  if (values.out !== undefined && format === null)
    throw new UsageError('--out needs --format, --json or --csv')
  const asked = { style, format, out: values.out === undefined ? null : resolve(values.out) }
  return withProject(resolve(folder), (session) => checked(session, resolve(manuscript), asked), {
    readOnly: true
  })
}

async function checked(session: Session, path: string, { style, format, out }: Asked): Promise<number> {
  const parser = makeParser()
  const pool = new WorkPool(builtFile('work-thread.js'))
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  try {
    const manuscript = await readManuscript(parser, path)
    if (!manuscript.ok) return refuse(manuscript.error)
    const { signal } = controller
    const found = await checkQuotations(readingOf(session), pool, manuscript.value, { signal })
    const { seq } = session
    const report = await citeQuotations(
      session.state,
      { pool, styles: { xmlOf: (name) => readFile(name.slice('file:'.length), 'utf8') } },
      { ...found, style, change: seq },
      { style, language: 'en' }
    )
    if (!report.ok) return refuse(report.error)
    if (format === null) printReport(session, report.value)
    else await written(session, report.value, { format, out, pool, signal })
    for (const line of [countLine(report.value, 'en'), ...reachLines(report.value, 'en')]) tell(line)
    return exit.done
  } catch (error) {
    if (error instanceof ExportProblem) return refuse(error.error)
    throw error
  } finally {
    process.off('SIGINT', stop)
    parser.close()
    await pool.close()
  }
}

interface Writing {
  readonly format: string
  readonly out: string | null
  readonly pool: WorkPool
  readonly signal: AbortSignal
}

async function written(session: Session, report: QuotationReport, { format, out, pool, signal }: Writing) {
  const aligner = new Aligner(pool)
  const prepared = await prepareExport(
    {
      session,
      aligner,
      comparison: comparisonWith(aligner),
      coder: exporterIn(session),
      language: 'en',
      version: version(),
      making: { signal },
      quotations: () => report
    },
    { of: 'quotations', format, options: {}, check: 'this' }
  )
  const writer = new ExportsHere()
  if (out !== null) {
    const { file } = required(await saveExport(prepared, out, false, { writer, signal, print: null }))
    tell(`${prepared.count} quotations written to ${file}`)
    return
  }
  const outlet = {
    piece: async (bytes: Uint8Array) => void process.stdout.write(bytes),
    file: () => Promise.reject(new Error('the format writes one file')),
    print: null
  }
  await writer.write(prepared.job, { ...prepared.feed, ...outlet }, signal)
}

function version(): string {
  return typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0'
}

/** For a terminal: a line a quotation, what is altered and what is wrong below it. */
function printReport(session: Session, report: QuotationReport): void {
  const moment = momentOf(session)
  const ids = report.quotations.flatMap(({ places }) => places.map(({ document }) => document))
  const model: QuotationsModel = {
    ...referencesTo(moment, ids),
    page: titlePage(moment, { title: report.name, chosenBy: report.name, version: version() }),
    language: 'en',
    words: exportWords('en'),
    contents: {
      text: () => Promise.reject(new Error('not asked for')),
      original: () => Promise.resolve(null)
    },
    report
  }
  for (const entry of quotationEntries(model)) print(linesOf(entry).join('\n'))
}

function linesOf(entry: QuotationEntry): string[] {
  const said = entry.pieces
    .map(({ text, kind }) => (kind === null || text === '' ? text : `[${text}]`))
    .join('')
  const { quotation, place } = entry
  const where = [entry.title, entry.at].filter(Boolean).join(', ')
  return [
    [entry.number, entry.status, said.replace(/\n/g, ' '), where].join('\t'),
    ...(place && place.differences.length > 0 ? [`\ttext:\t${place.text.replace(/\n/g, ' ')}`] : []),
    ...(entry.given === '' ? [] : [`\tcited:\t${entry.given}`]),
    ...(entry.right === '' ? [] : [`\tright:\t${entry.right}`]),
    ...entry.verdicts.map((each) => `\t${each}`),
    ...(quotation.total > 1 ? [`\tplaces:\t${quotation.total}`] : [])
  ]
}
