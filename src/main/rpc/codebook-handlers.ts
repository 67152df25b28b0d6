import { basename } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import { exportCodebook } from '../export/codebook'
import { countsUnder } from '../services/counts-under'
import { writeDurably } from '../store/durable-file'
import type { Handlers, MethodsOf } from './handler-types'

export const codebookHandlers: Handlers<MethodsOf<'codebook'>> = {
  'codebook.export': async (desk, format) => {
    const { session } = desk
    if (!session.ok) return session
    const { language } = desk.parts.preferences.preferences
    const file = await desk.parts.desktop.chooseSave(session.value.state.info.name, format)
    if (file === null) return ok(null)
    await session.value.loadAll()
    const { state, counts } = session.value
    try {
      await writeDurably(file, exportCodebook(format, state, counts, countsUnder(state), language))
      return ok({ file })
    } catch (error) {
      return err(appError('StorageFailed', 'exportFailed', { file: basename(file), reason: reasonOf(error) }))
    }
  }
}
