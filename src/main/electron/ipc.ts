import { type Method, methods } from '../../shared/ipc/contract'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, type Result } from '../../shared/model/result'
import type { Client, Desk } from '../desk/desk'
import { handlers } from '../desk/handlers'

/** Answers one message of a window whose sender has been checked: the input is parsed by its schema, then the method run. */
export async function answerCall(
  desk: Desk,
  client: Client,
  method: unknown,
  input: unknown
): Promise<Result<unknown>> {
  if (typeof method !== 'string' || !isMethod(method)) return refused('method')
  return run(desk, method, input, client)
}

function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name)
}

async function run<M extends Method>(
  desk: Desk,
  method: M,
  input: unknown,
  client: Client
): Promise<Result<unknown>> {
  const parsed = methods[method].safeParse(input)
  if (!parsed.success) return refused(`${method}: ${parsed.error.issues[0]?.message ?? ''}`)
  try {
    // The schema of this very method has parsed the input; TypeScript cannot follow the pairing through the lookup.
    return await handlers[method](desk, parsed.data as never, client)
  } catch (error) {
    return refused(`${method}: ${reasonOf(error)}`)
  }
}

export function refused(reason: string): Result<never> {
  return err(appError('Invalid', 'badRequest', { reason }))
}
