import { appError } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import { renderingsHere } from '../services/counterparts'
import { findDifferences } from '../services/find-differences'
import { isAnchoredInCurrentRevision } from '../services/texts'
import type { Handlers, MethodsOf } from './handler-types'

/** Versions side by side, and what a hand makes of their alignment. */
export const compareHandlers: Handlers<MethodsOf<'compare'>> = {
  'compare.rows': async (desk, { documents, known }) => {
    const { session } = desk
    return session.ok ? desk.rowsGiven.rows(session.value, documents, known) : session
  },

  'compare.findings': async (desk, { from, of, rows: wanted }, _client, { signal }) => {
    const { session } = desk
    if (!session.ok) return session
    const compared = desk.rowsGiven.given(of)
    if (!compared) return err(appError('Conflict', 'alignmentChanged'))
    const rows = wanted ? compared.rows.slice(wanted.from, wanted.from + wanted.count) : compared.rows
    return findDifferences(desk.parts.aligner, { ...compared, rows }, from, signal)
  },

  'compare.renderings': async (desk, { document, passage, annotation: id }) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    const annotation = (id && session.value.state.annotations.get(document)?.get(id)) || null
    if (annotation && !isAnchoredInCurrentRevision(session.value.state, annotation)) return ok([])
    return renderingsHere(session.value, comparison, aligner, document, passage, annotation)
  },

  'compare.correct': async (desk, { shown, base, corrections, seen }) => {
    const { coding } = desk
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const done = await desk.corrections.correct(session, { base, corrections, seen }, coder)
    if (!done.ok) return done
    const compared = await desk.rowsGiven.rows(session, shown.documents, shown.known)
    return compared.ok ? ok({ ...done.value, compared: compared.value }) : compared
  }
}
