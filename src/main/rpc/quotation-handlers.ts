import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { KeptQuotations } from '../../shared/quotations/quotation-report'
import { readManuscript, readPasted } from '../import/read-manuscript'
import type { Session } from '../project/session'
import { checkQuotations } from '../services/check-quotations'
import { citeQuotations } from '../services/cite-quotations'
import { readingOf } from '../services/version'
import type { AppHost } from './app-host'
import type { Handlers, MethodsOf } from './handler-types'
import { keepQuotations, keptQuotations } from './kept-quotations'

/** Looking the quotations of a manuscript up; what was found is kept for a while, to be exported and cited otherwise. */
export const quotationHandlers: Handlers<MethodsOf<'quotations'>> = {
  'quotations.choose': async ({ parts }) => ok((await parts.desktop.chooseFiles('manuscripts'))[0] ?? null),

  'quotations.check': async (host, from, _client, { signal, progress }) => {
    const { session, parts } = host
    if (!session.ok) return session
    const [path] = Array.isArray(from) ? from : []
    const manuscript =
      path !== undefined
        ? await readManuscript(parts.parser, path, signal)
        : await readPasted(parts.parser, 'text' in from ? from.text : '', signal)
    if (!manuscript.ok) return manuscript
    const { seq } = session.value
    const reading = readingOf(session.value)
    const report = await checkQuotations(reading, parts.pool, manuscript.value, { signal, progress })
    // Citations are asked for afterwards: what makes them takes a while to load.
    const kept = { check: crypto.randomUUID(), report: { ...report, style: '', change: seq } }
    keepQuotations(session.value, kept.check, kept.report)
    return ok(kept)
  },

  'quotations.cite': async (host, { check }) => {
    const { session } = host
    if (!session.ok) return session
    const kept = keptQuotations(session.value, check)
    return kept ? cited(host, session.value, check, kept) : err(appError('NotFound', 'quotationsGone'))
  }
}

async function cited(
  { parts }: AppHost,
  session: Session,
  check: string,
  report: KeptQuotations['report']
): Promise<Result<KeptQuotations>> {
  const { citationStyle: style, language } = parts.preferences.preferences
  const made = await citeQuotations(session.state, parts, report, { style, language })
  if (!made.ok) return made
  keepQuotations(session, check, made.value)
  return ok({ check, report: made.value })
}
