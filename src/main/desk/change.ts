import { ok, type Result } from '../../shared/model/result'
import type { Operation } from '../../shared/operations/operation'
import type { Desk } from './desk'

/** Makes a change in the name of whoever is coding. */
export async function change(desk: Desk, operation: Operation): Promise<Result<{ seq: number }>> {
  const { coding } = desk
  if (!coding.ok) return coding
  const done = await coding.value.session.do(operation, coding.value.coder)
  return done.ok ? ok({ seq: done.value.seq }) : done
}
