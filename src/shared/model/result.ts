import type { ErrorKey } from '../locales/en'

export type ErrorKind =
  | 'NotFound'
  | 'Invalid'
  | 'Conflict'
  | 'Damaged'
  | 'StorageFailed'
  | 'Unsupported'
  | 'Cancelled'

export type ErrorParams = Readonly<Record<string, string | number>>

/**
 * An expected failure, as data. `message` is a whole English sentence: what happened, what was kept, what to do.
 * `key` and `params` let a window say the same in its own language.
 */
export interface AppError {
  readonly kind: ErrorKind
  readonly message: string
  readonly key: ErrorKey
  readonly params: ErrorParams
}

export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** Thrown only where a broken promise of the code itself comes to light; never for bad input. */
export function unreachable(value: never, what: string): never {
  throw new Error(`${what} not handled: ${JSON.stringify(value)}`)
}
