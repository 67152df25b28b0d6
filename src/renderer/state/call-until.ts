import type { Answer } from '../../shared/ipc/answers'
import type { Input, Method } from '../../shared/ipc/contract'
import { appError } from '../../shared/model/app-error'
import { err } from '../../shared/model/result'
import { openJob } from './bridge'

/** Asks the main process, and lets it give the work up once the signal is aborted: then the answer says so. */
export async function callUntil<M extends Method>(
  signal: AbortSignal,
  method: M,
  input: Input<M>
): Promise<Answer<M>> {
  const { answer, cancel } = openJob(method, input)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const answered = await answer
    return signal.aborted ? err(appError('Conflict', 'cancelled')) : answered
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
