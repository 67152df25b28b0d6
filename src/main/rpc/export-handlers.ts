import { mostCopied } from '../../shared/export/clipboard-files'
import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import type { ChartFile } from '../../shared/ipc/chart-file'
import type { ExportRequest } from '../../shared/ipc/export-request'
import { catalogues } from '../../shared/locales/catalogues'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { copied } from '../export/clipboard/copy-export'
import { csvFile } from '../export/csv-file'
import { ExportProblem } from '../export/export-problem'
import { prepareExport } from '../export/model/prepare'
import type { Makers } from '../export/model/prepared'
import { findFormat, formatInfos } from '../export/registry'
import { previewExport } from '../export/writing/preview-export'
import { saveBytes, saveExport } from '../export/writing/save-export'
import { countRegister, findInTexts } from '../formulae/find-occurrences'
import type { AppHost } from './app-host'
import type { Client } from './client'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'
import { keptQuotations } from './kept-quotations'

/** So many excerpts, rows or paragraphs are written for a preview. */
const previewed = 40

/** The one way out of the app: whatever is exported, in any format of the registry. */
export const exportHandlers: Handlers<MethodsOf<'export'>> = {
  'export.formats': async () => ok(formatInfos()),

  'export.preview': async (host, request, client, job) => {
    const asked = askedFor(host, client, request, job)
    if (!asked.ok) return asked
    const { makers, format } = asked.value
    const { exports: writer, desktop } = host.parts
    return saying(async () => {
      const prepared = await prepareExport(makers, request, previewed)
      const { preview: kind, extension } = format
      const { signal } = job
      const most = previewed
      const shown = await previewExport(prepared, {
        writer,
        signal,
        print: desktop.printPdf,
        kind,
        extension,
        as: format.previewFormat,
        most
      })
      const { text, ...rest } = shown
      const isPage = kind === 'html' || kind === 'markdown'
      // A page looks like itself in a frame that has a policy of its own.
      if (!isPage || text === undefined || !desktop.servePage) return ok(shown)
      return ok({ ...rest, page: desktop.servePage(text) })
    })
  },

  'export.save': async (host, request, client, job) => {
    // Of the project that it was asked of: another may be opened while the person chooses.
    const asked = askedFor(host, client, request, job)
    if (!asked.ok) return asked
    const { makers, format } = asked.value
    const { exports: writer, desktop, preferences } = host.parts
    const file = await desktop.chooseSave(nameFor(makers, request), format.extension)
    if (file === null) return ok(null)
    return saying(async () => {
      const prepared = await prepareExport(makers, request)
      const saving = { writer, signal: job.signal, print: desktop.printPdf }
      const saved = await saveExport(prepared, file, format.extension === '', saving)
      if (!saved.ok) return saved
      savedBy(host).add(saved.value.file)
      preferences.rememberExport(request.of, { format: request.format, options: request.options })
      return ok({ ...saved.value, count: prepared.count })
    })
  },

  'export.copy': async (host, { request, remember }, client, job) => {
    const asked = askedFor(host, client, request, job)
    if (!asked.ok) return asked
    const { makers, format } = asked.value
    if (format.to !== 'clipboard') return err(appError('Invalid', 'exportNoFormat', { format: format.id }))
    const { exports: writer, desktop, preferences } = host.parts
    return saying(async () => {
      const prepared = await prepareExport(makers, request)
      const { count } = prepared
      if (count > mostCopied) return err(appError('Invalid', 'copyTooMany', { count, most: mostCopied }))
      if (count > 0) await desktop.writeClipboard(await copied(writer, prepared, job.signal))
      if (remember)
        preferences.rememberExport(request.of, { format: request.format, options: request.options })
      return ok({ count })
    })
  },

  'export.presets': async ({ parts: { preferences } }, change) => {
    if (change) preferences.changePresets(change)
    return ok(preferences.exports)
  },

  'export.chart': async (host, chart) => {
    const bytes = chartBytes(chart)
    if (bytes === null) return err(appError('Invalid', 'exportNoFormat', { format: chart.as }))
    const target = await host.parts.desktop.chooseSave(chart.name, chart.as)
    if (target === null) return ok(null)
    const written = await saveBytes(target, bytes)
    if (written.ok) savedBy(host).add(written.value.file)
    return written
  },

  // Of other files a window has nothing to show.
  'export.showInFolder': async (host, file) => {
    if (savedBy(host).has(file)) host.parts.desktop.showInFolder(file)
    return ok(null)
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The file of a chart; null where it is not what it says it is. */
function chartBytes(chart: ChartFile): Uint8Array | null {
  switch (chart.as) {
    case 'svg':
      return Buffer.from(chart.text)
    case 'csv':
      return Buffer.from(csvFile(chart.columns, chart.rows))
    case 'png': {
      const bytes = Buffer.from(chart.base64, 'base64')
      return bytes.subarray(0, pngSignature.length).equals(pngSignature) ? bytes : null
    }
  }
}

const saved = new WeakMap<AppHost, Set<string>>()

/** The exports that were saved since the app was started. */
function savedBy(host: AppHost): Set<string> {
  const files = saved.get(host) ?? new Set()
  saved.set(host, files)
  return files
}

/** Who makes an export and in which format, if there is one and a project is open. */
function askedFor(
  host: AppHost,
  client: Client,
  { of, format: id }: ExportRequest,
  making: Job
): Result<{ readonly makers: Makers; readonly format: ExportFormatInfo }> {
  const { coding } = host
  if (!coding.ok) return coding
  const format = findFormat(of, id)
  if (!format) return err(appError('Invalid', 'exportNoFormat', { format: id }))
  const { comparison, aligner, preferences, styles, versions } = host.parts
  const { language } = preferences.preferences
  return ok({
    format,
    makers: {
      ...coding.value,
      ...{ comparison, aligner, language, version: versions.app, making, styles },
      concordance: (name) => host.concordances.get(client, name),
      formulae: () => countRegister(coding.value.session, host.parts.formulae),
      placed: (reading, ids) => findInTexts(reading, coding.value.session.folder, host.parts.formulae, ids),
      quotations: (check) => keptQuotations(coding.value.session, check)
    }
  })
}

/** What the file is called unless the person says otherwise. */
function nameFor({ session: { state }, language }: Makers, request: ExportRequest): string {
  switch (request.of) {
    case 'document':
      return state.documents.get(request.document)?.title ?? state.info.name
    case 'work': {
      const [work] = request.documents.flatMap((id) => state.documents.get(id)?.works ?? [])
      return (work && state.works.get(work)?.title) || state.info.name
    }
    case 'quality':
      return `${state.documents.get(request.document)?.title ?? state.info.name} – ${catalogues[language].quality.report}`
    case 'quotations':
      return catalogues[language].quotations.title
    default:
      return state.info.name
  }
}

/** An export that ends for a reason says it. */
async function saying<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ExportProblem) return err(error.error)
    throw error
  }
}
