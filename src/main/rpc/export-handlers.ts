import { basename } from 'node:path'
import type { AnnotationQuery, ExportFormat } from '../../shared/ipc/contract'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { exportExcerpts } from '../export/export'
import { exportWords } from '../export/words'
import type { Session } from '../project/session'
import { listAnnotations } from '../services/annotation-list'
import { makeExcerpts } from '../services/excerpts'
import { writeDurably } from '../store/durable-file'
import type { AppHost } from './app-host'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'

const previewLength = 20_000
const previewExcerpts = 50

export const exportHandlers: Handlers<MethodsOf<'export'>> = {
  'export.preview': async (desk, { format, filter }, _client, job) => {
    const { session } = desk
    if (!session.ok) return session
    const made = await makeExport(desk, session.value, format, filter, job, previewExcerpts)
    if (!made.ok) return made
    const { text, count } = made.value
    return ok({
      count,
      text: text.slice(0, previewLength),
      cut: text.length > previewLength || count > previewExcerpts
    })
  },

  'export.save': async (desk, { format, filter }, _client, job) => {
    const { session } = desk
    if (!session.ok) return session
    const file = await desk.parts.desktop.chooseSave(session.value.state.info.name, format)
    if (file === null) return ok(null)
    // Of the project that it was asked of: another may have been opened while the person chose.
    const made = await makeExport(desk, session.value, format, filter, job)
    if (!made.ok) return made
    try {
      await writeDurably(file, made.value.text)
      return ok({ file })
    } catch (error) {
      return err(appError('StorageFailed', 'exportFailed', { file: basename(file), reason: reasonOf(error) }))
    }
  }
}

async function makeExport(
  desk: AppHost,
  session: Session,
  format: ExportFormat,
  filter: AnnotationQuery,
  { signal, progress }: Job,
  most = Number.POSITIVE_INFINITY
): Promise<Result<{ text: string; count: number }>> {
  const words = exportWords(desk.parts.preferences.preferences.language)
  const annotations = await listAnnotations(session, filter, { signal })
  const { comparison } = desk.parts
  const excerpts = await makeExcerpts(session, comparison, annotations.slice(0, most), words, {
    signal,
    progress
  })
  if (!excerpts.ok) return excerpts
  const title = `${session.state.info.name} – ${words.title}`
  const text = await exportExcerpts(format, title, excerpts.value, words)
  return ok({ text, count: annotations.length })
}
