import type { ErrorKey } from '../locales/en'
import { en } from '../locales/en'
import { fill } from '../locales/fill'
import type { AppError, ErrorKind, ErrorParams } from './result'

/** Makes an expected failure from its place in the catalogue. */
export function appError(kind: ErrorKind, key: ErrorKey, params: ErrorParams = {}): AppError {
  return { kind, key, params, message: fill(en.errors[key], params) }
}

/** The words of an unknown thrown thing, for a message's detail. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
    return code !== null && !thrown.message.includes(code) ? `${code}: ${thrown.message}` : thrown.message
  }
  return String(thrown)
}
