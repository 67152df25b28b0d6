import { gone } from '../../shared/model/app-error'
import { err, ok } from '../../shared/model/result'
import { carryOver, linkAnswering } from '../services/parallel'
import { change } from './change'
import type { Handlers, MethodsOf } from './handler-types'

/** Highlights of different versions that say the same: carried over, and linked. */
export const parallelHandlers: Handlers<MethodsOf<'parallel'>> = {
  'parallel.carry': async (desk, { document, annotation, to }) => {
    const { coding } = desk
    if (!coding.ok) return coding
    const { session, coder } = coding.value
    const source = session.state.annotations.get(document)?.get(annotation)
    if (!source) return err(gone('annotation', annotation))
    const made = await carryOver(session, source, to, coder)
    if (!made.ok) return made
    if (made.value.length === 0) return ok({ seq: session.seq })
    return change(desk, { type: 'batch', label: 'carry', operations: made.value })
  },

  'parallel.linkAnswering': async (desk, documents) => {
    const { session } = desk
    if (!session.ok) return session
    const { comparison, aligner } = desk.parts
    const found = await linkAnswering(session.value, comparison, aligner, documents)
    if (!found.ok) return found
    const { operations, count } = found.value
    if (operations.length === 0) return ok({ count })
    const done = await change(desk, { type: 'batch', label: 'parallel', operations })
    return done.ok ? ok({ count }) : done
  }
}
