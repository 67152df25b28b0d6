import { type Method, methods } from '../../shared/ipc/contract'
import type { Result } from '../../shared/model/result'
import type { AppHost } from './app-host'
import type { Client } from './client'
import type { Handlers, MethodsOf } from './handler-types'
import type { Job } from './jobs'

type AnyHandler = (host: AppHost, input: never, client: Client, job: Job) => Promise<Result<unknown>>

/**
 * The handlers of a subject, loaded when one of its methods is first asked for. What only some work needs (the formats of
 * exports and imports) is so no part of the start.
 */
export function later<Prefix extends string>(
  prefix: Prefix,
  load: () => Promise<Readonly<Record<MethodsOf<Prefix>, AnyHandler>>>
): Handlers<MethodsOf<Prefix>> {
  const isOwn = (name: string): name is MethodsOf<Prefix> => name.startsWith(`${prefix}.`)
  const own = (Object.keys(methods) as Method[]).filter(isOwn)
  const handlers = own.map((name) => {
    const handler: AnyHandler = async (...asked) => (await load())[name](...asked)
    return [name, handler] as const
  })
  return Object.fromEntries(handlers) as Handlers<MethodsOf<Prefix>>
}
