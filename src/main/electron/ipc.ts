import { JobName, type Method, methods } from '../../shared/ipc/contract'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import type { AppHost } from '../rpc/app-host'
import type { Client } from '../rpc/client'
import { handlers } from '../rpc/handlers'

/** Answers one message of a window whose sender has been checked: the input is parsed by its schema, then the method run. */
export async function answerCall(
  host: AppHost,
  client: Client,
  method: unknown,
  input: unknown,
  job: unknown = null
): Promise<Result<unknown>> {
  if (typeof method !== 'string' || !isMethod(method)) return refused('method')
  const name = JobName.nullable().safeParse(job ?? null)
  if (!name.success) return refused('job')
  return run(host, method, input, client, name.data)
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name)
}

async function run<M extends Method>(
  host: AppHost,
  method: M,
  input: unknown,
  client: Client,
  job: string | null
): Promise<Result<unknown>> {
  const parsed = methods[method].safeParse(input)
  if (!parsed.success) return refused(`${method}: ${parsed.error.issues[0]?.message ?? ''}`)
  return host.jobs.run(client, job, async (own) => {
    try {
      // The schema of this very method has parsed the input; TypeScript cannot follow the pairing through the lookup.
      return await handlers[method](host, parsed.data as never, client, own)
    } catch (error) {
      if (own.signal.aborted) return err(appError('Conflict', 'cancelled'))
      return refused(`${method}: ${reasonOf(error)}`)
    }
  })
}

export function refused(reason: string): Result<never> {
  return err(appError('Invalid', 'badRequest', { reason }))
}
