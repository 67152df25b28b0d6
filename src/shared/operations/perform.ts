import { ok, type Result } from '../model/result'
import { applySimple } from './apply'
import { linksAfter } from './back-links'
import { check } from './check'
import type { CountedState } from './counted-state'
import { countsAfter } from './counts'
import type { Operation, SimpleOperation } from './operation'
import { simpleOperations } from './simple-operations'

export interface Performed {
  readonly standing: CountedState
  /** The operation that gives back the standing before, exactly. */
  readonly inverse: Operation
}

/**
 * Makes a change where the rules allow it. The operations of a batch are judged one after another, each on what the
 * earlier ones leave; one breach refuses them all. `trusted` is for what was allowed once: undoing and redoing.
 */
export function perform(
  start: CountedState,
  operation: Operation,
  { trusted = false } = {}
): Result<Performed> {
  let standing = start
  const inverses: SimpleOperation[] = []
  for (const op of simpleOperations(operation)) {
    const breach = trusted ? null : check(standing, op)
    if (breach) return { ok: false, error: breach }
    const applied = applySimple(standing.state, op)
    if (!applied.ok) return applied
    const { state, inverse } = applied.value
    const counts = countsAfter(standing.counts, op, inverse)
    standing = { state, counts, links: linksAfter(standing.links, op, inverse) }
    inverses.push(inverse)
  }
  if (operation.type === 'batch')
    return ok({ standing, inverse: { ...operation, operations: inverses.reverse() } })
  const [inverse] = inverses
  if (!inverse) throw new Error('an operation without an inverse')
  return ok({ standing, inverse })
}
