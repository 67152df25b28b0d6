import { setImmediate as nextTurn } from 'node:timers/promises'
import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { type PlainState, type ProjectState, plainState } from '../../shared/model/state'
import { applySimple } from '../../shared/operations/apply'
import { operationsTowards } from '../../shared/operations/difference'
import { simpleOperations } from '../../shared/operations/simple-operations'
import type { Session } from '../project/session'

/** Other work gets its turn after so many changes. */
const changesPerTurn = 100

/**
 * The state in which the project was right after a change, whatever became of it since: every line of the journal after
 * it is taken back, the newest first. Fails with `historyDamaged` where one of them cannot be read.
 */
export async function stateAfter(session: Session, seq: number): Promise<Result<PlainState>> {
  await session.loadAll()
  const { standing, seq: last } = session.current
  let state: ProjectState = standing.state
  for (let at = last; at > seq; at--) {
    if (at % changesPerTurn === 0) await nextTurn()
    const record = await session.look(at)
    if (!record) return err(appError('Damaged', 'historyDamaged', { seq: at }))
    for (const operation of simpleOperations(record.inverse)) {
      const applied = applySimple(state, operation)
      if (!applied.ok) return err(appError('Damaged', 'historyDamaged', { seq: at }))
      state = applied.value.state
    }
  }
  return ok(plainState(state))
}

/**
 * Brings the state right after a change back, as one new change that can itself be undone. Nothing is done where a change
 * was made after `seen`.
 */
export async function restoreState(
  session: Session,
  { seq, seen }: { seq: number; seen: number },
  coder: CoderId
): Promise<Result<null>> {
  if (session.seq !== seen) return err(appError('Conflict', 'changedMeanwhile'))
  const then = await stateAfter(session, seq)
  if (!then.ok) return then
  const operations = operationsTowards(plainState(session.state), then.value)
  if (operations.length === 0) return err(appError('Conflict', 'stateSame'))
  const done = await session.do({ type: 'batch', label: 'restore', operations }, coder, { after: seen })
  return done.ok ? ok(null) : done
}
