import type { Answer } from '../../shared/ipc/answers'
import type { Input, Method } from '../../shared/ipc/contract'
import type { AppHost } from './app-host'
import type { Client } from './client'
import type { Job } from './jobs'

export type Handler<M extends Method> = (
  host: AppHost,
  input: Input<M>,
  client: Client,
  job: Job
) => Promise<Answer<M>>

/** The methods whose names begin so. */
export type MethodsOf<Prefix extends string> = Extract<Method, `${Prefix}.${string}`>

export type Handlers<M extends Method> = { readonly [K in M]: Handler<K> }
