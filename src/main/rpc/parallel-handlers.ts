import { gone } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import { batchOf } from '../../shared/operations/batch-of'
import { basisOfDocuments, changeOnBasis } from '../services/change-on-basis'
import { carryOver, linkAnswering } from '../services/parallel'
import type { Handlers, MethodsOf } from './handler-types'

/** Highlights of different versions that say the same: carried over, and linked. */
export const parallelHandlers: Handlers<MethodsOf<'parallel'>> = {
  'parallel.carry': async (host, { document, annotation, to }) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const ids = [document, ...to.map((each) => each.document)]
    const done = await changeOnBasis(session, {
      coder,
      basis: (now) => basisOfDocuments(now, ids),
      work: async (now) => {
        const source = now.annotations.get(document)?.get(annotation)
        if (!source) return err(gone('annotation', annotation))
        const made = await carryOver(session, source, to, coder)
        return made.ok ? ok({ operation: batchOf('carry', made.value), value: null }) : made
      }
    })
    return done.ok ? ok({ seq: done.value.seq }) : done
  },

  'parallel.linkAnswering': async (host, documents) => {
    const { coding } = host
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const { comparison, aligner } = host.parts
    const done = await changeOnBasis(session, {
      coder,
      basis: (now) => basisOfDocuments(now, documents),
      work: async () => {
        const found = await linkAnswering(session, comparison, aligner, documents)
        if (!found.ok) return found
        const { operations, count } = found.value
        return ok({ operation: batchOf('parallel', operations), value: count })
      }
    })
    return done.ok ? ok({ count: done.value.value }) : done
  }
}
