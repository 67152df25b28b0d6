import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import type { ExportRequest } from '../../shared/ipc/export-request'
import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { ExportProblem } from '../export/export-problem'
import { prepareExport } from '../export/model/prepare'
import type { Makers } from '../export/model/prepared'
import { findFormat, formatInfos } from '../export/registry'
import { previewExport } from '../export/writing/preview-export'
import { saveExport } from '../export/writing/save-export'
import type { AppHost } from './app-host'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'

/** So many excerpts, rows or paragraphs are written for a preview. */
const previewed = 40

/** The one way out of the app: whatever is exported, in any format of the registry. */
export const exportHandlers: Handlers<MethodsOf<'export'>> = {
  'export.formats': async () => ok(formatInfos()),

  'export.preview': async (desk, request, _client, job) => {
    const asked = askedFor(desk, request, job)
    if (!asked.ok) return asked
    const { makers, format } = asked.value
    const { exports: writer, desktop } = desk.parts
    return saying(async () => {
      const prepared = await prepareExport(makers, request, previewed)
      const { preview: kind, extension } = format
      const { signal } = job
      const most = previewed
      return ok(
        await previewExport(prepared, { writer, signal, print: desktop.printPdf, kind, extension, most })
      )
    })
  },

  'export.save': async (desk, request, _client, job) => {
    // Of the project that it was asked of: another may be opened while the person chooses.
    const asked = askedFor(desk, request, job)
    if (!asked.ok) return asked
    const { makers, format } = asked.value
    const { exports: writer, desktop, preferences } = desk.parts
    const file = await desktop.chooseSave(nameFor(makers, request), format.extension)
    if (file === null) return ok(null)
    return saying(async () => {
      const prepared = await prepareExport(makers, request)
      const saving = { writer, signal: job.signal, print: desktop.printPdf }
      const saved = await saveExport(prepared, file, format.extension === '', saving)
      if (!saved.ok) return saved
      preferences.rememberExport(request.of, { format: request.format, options: request.options })
      return ok({ ...saved.value, count: prepared.count })
    })
  },

  'export.presets': async ({ parts: { preferences } }, change) => {
    if (change) preferences.changePresets(change)
    return ok(preferences.exports)
  }
}

/** Who makes an export and in which format, if there is one and a project is open. */
function askedFor(
  desk: AppHost,
  { of, format: id }: ExportRequest,
  making: Job
): Result<{ readonly makers: Makers; readonly format: ExportFormatInfo }> {
  const { coding } = desk
  if (!coding.ok) return coding
  const format = findFormat(of, id)
  if (!format) return err(appError('Invalid', 'exportNoFormat', { format: id }))
  const { comparison, aligner, preferences, versions } = desk.parts
  const { language } = preferences.preferences
  return ok({
    format,
    makers: { ...coding.value, comparison, aligner, language, version: versions.app, making }
  })
}

/** What the file is called unless the person says otherwise. */
function nameFor({ session: { state } }: Makers, request: ExportRequest): string {
  switch (request.of) {
    case 'document':
      return state.documents.get(request.document)?.title ?? state.info.name
    case 'work': {
      const [work] = request.documents.flatMap((id) => state.documents.get(id)?.works ?? [])
      return (work && state.works.get(work)?.title) || state.info.name
    }
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
