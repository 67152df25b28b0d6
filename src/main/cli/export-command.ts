import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ExportFormat } from '../../shared/ipc/contract'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { ThemeId } from '../../shared/model/ids'
import { exportExcerpts } from '../export/export'
import { exportWords } from '../export/words'
import { ensurePath, pathProblem, splitPath } from '../services/annotate'
import { listAnnotations } from '../services/annotation-list'
import { makeExcerpts } from '../services/excerpts'
import { writeDurably } from '../store/durable-file'
import { exit, refuse, tell, UsageError } from './io'
import { makeComparison, withProject } from './with-project'

export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      theme: { type: 'string', multiple: true }
    }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('export takes one PROJECT')
  const format = ExportFormat.safeParse(values.format)
  if (!format.success) throw new UsageError('--format takes md, html or csv')
  const { out } = values
  if (!out) throw new UsageError('export needs --out FILE')
  return withProject(
    resolve(folder),
    async (session) => {
      const themes: ThemeId[] = []
      for (const path of values.theme ?? []) {
        const unfit = pathProblem(path)
        if (unfit) return refuse(unfit)
        const { operations, theme } = ensurePath(session.state, splitPath(path))
        if (operations.length > 0) return refuse(appError('NotFound', 'recordMissing', { what: path }))
        themes.push(theme)
      }
      const annotations = await listAnnotations(session, themes.length > 0 ? { themes } : {})
      const words = exportWords('en')
      const excerpts = await makeExcerpts(session, makeComparison(), annotations, words)
      if (!excerpts.ok) return refuse(excerpts.error)
      const file = await exportExcerpts(format.data, session.state.info.name, excerpts.value, words)
      try {
        await writeDurably(resolve(out), file)
      } catch (error) {
        return refuse(appError('StorageFailed', 'exportFailed', { file: out, reason: reasonOf(error) }))
      }
      tell(`${excerpts.value.length} excerpts written to ${out}`)
      return exit.done
    },
    { readOnly: true }
  )
}
