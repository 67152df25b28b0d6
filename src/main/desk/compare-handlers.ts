import { ok } from '../../shared/model/result'
import type { SimpleOperation } from '../../shared/operations/operation'
import { counterparts, renderingsHere } from '../services/counterparts'
import { whereTheyPart } from '../services/where-they-part'
import { change } from './change'
import type { Handlers, MethodsOf } from './handler-types'

/** Versions side by side, and what a hand makes of their alignment. */
export const compareHandlers: Handlers<MethodsOf<'compare'>> = {
  'compare.rows': async (desk, ids) => {
    const { session } = desk
    return session.ok ? desk.parts.comparison.rows(session.value, ids) : session
  },

  'compare.findings': async (desk, { documents, from }) => {
    const { session } = desk
    if (!session.ok) return session
    return whereTheyPart(session.value, desk.parts.comparison, desk.parts.aligner, documents, from)
  },

  'compare.counterparts': async (desk, { document, passage, others }) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    return counterparts(session.value, comparison, aligner, document, passage, others)
  },

  'compare.renderings': async (desk, { document, passage }) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    return renderingsHere(session.value, comparison, aligner, document, passage)
  },

  'compare.correct': async (desk, { base, corrections }) => {
    const { session } = desk
    if (!session.ok) return session
    const operations: SimpleOperation[] = []
    for (const { version, links } of corrections) {
      const alignment = await desk.parts.comparison.corrected(session.value, [base, version], links)
      if (!alignment.ok) return alignment
      operations.push({ type: 'alignment.set', alignment: alignment.value })
    }
    const [only, ...more] = operations
    return change(desk, more.length === 0 && only ? only : { type: 'batch', label: 'align', operations })
  },

  'compare.forget': async (desk, { base, version }) => {
    const { session } = desk
    if (!session.ok) return session
    const work = session.value.state.documents.get(base)?.work
    if (!work) return ok({ seq: session.value.seq })
    return change(desk, { type: 'alignment.remove', work, a: base, b: version })
  }
}
