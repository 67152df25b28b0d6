import { appError } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { Operation } from '../../shared/operations/operation'
import type { Session } from '../project/session'
import type { AppHost } from './app-host'

/**
 * Makes a change, in the name of whoever is coding, that is worked out from the project as it is when it is written, with all changes that are on their way
 * there; `make` answers null where nothing is left to do. For whatever is more than its operation says by itself. Who has waited
 * for something since names the project that was meant (`meant`): no other is changed in its place.
 */
export async function changeNow(
  host: AppHost,
  make: (now: ProjectState) => Result<Operation | null>,
  meant: Session | null = null
): Promise<Result<{ seq: number }>> {
  const { coding } = host
  if (!coding.ok) return coding
  if (meant && meant !== coding.value.session) return err(appError('NotFound', 'noProject'))
  const done = await coding.value.session.change(make, coding.value.coder)
  return done.ok ? ok({ seq: done.value.seq }) : done
}
