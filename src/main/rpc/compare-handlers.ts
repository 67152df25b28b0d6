import { appError } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import type { ComparedVersions } from '../services/compare'
import { renderingsHere } from '../services/counterparts'
import { findDifferences } from '../services/find-differences'
import { isAnchoredInCurrentRevision } from '../services/texts'
import type { Handlers, MethodsOf } from './handler-types'

/** Versions side by side, and what a hand makes of their alignment. */
export const compareHandlers: Handlers<MethodsOf<'compare'>> = {
  'compare.rows': async (host, { documents, known }) => {
    const { session } = host
    return session.ok ? host.rowsGiven.rows(session.value, documents, known) : session
  },

  'compare.findings': async (host, { from, of, rows: wanted }, _client, { signal }) => {
    const { session } = host
    if (!session.ok) return session
    const { rowsGiven, parts } = host
    const find = (compared: ComparedVersions) => findDifferences(parts.aligner, compared, from, signal)
    if (!wanted) return rowsGiven.findings(of, from, find)
    const compared = rowsGiven.given(of)
    if (!compared) return err(appError('Conflict', 'alignmentChanged'))
    return find({ ...compared, rows: compared.rows.slice(wanted.from, wanted.from + wanted.count) })
  },

  'compare.renderings': async (host, { document, passage, annotation: id }) => {
    const { session } = host
    if (!session.ok) return session
    const { comparison, aligner } = host.parts
    const annotation = (id && session.value.state.annotations.get(document)?.get(id)) || null
    if (annotation && !isAnchoredInCurrentRevision(session.value.state, annotation)) return ok([])
    return renderingsHere(session.value, comparison, aligner, document, passage, annotation)
  },

  'compare.correct': async (host, { shown, base, corrections, seen }) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const done = await host.corrections.correct(session, { base, corrections, seen }, coder)
    if (!done.ok) return done
    const compared = await host.rowsGiven.rows(session, shown.documents, shown.known)
    return compared.ok ? ok({ ...done.value, compared: compared.value }) : compared
  }
}
