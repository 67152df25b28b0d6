import { findInTexts } from '../formulae/find-occurrences'
import { qualityReport } from '../services/quality-report'
import { readingOf } from '../services/version'
import type { Handlers, MethodsOf } from './handler-types'

/** Reports on the wording of versions. */
export const qualityHandlers: Handlers<MethodsOf<'quality'>> = {
  'quality.report': async ({ session, parts }, { document }, _client, { signal }) => {
    if (!session.ok) return session
    const { folder } = session.value
    const reading = readingOf(session.value)
    const formulae = (ids: Parameters<typeof findInTexts>[3]) =>
      findInTexts(reading, folder, parts.formulae, ids)
    return qualityReport({ reading, comparison: parts.comparison, formulae, signal }, document)
  }
}
