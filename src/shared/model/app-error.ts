import type { ErrorKey } from '../locales/en'
import { en } from '../locales/en'
import { fill } from '../locales/fill'
import type { AppError, ErrorKind, ErrorParams } from './result'

/** Makes an expected failure from its place in the catalogue. */
export function appError(kind: ErrorKind, key: ErrorKey, params: ErrorParams = {}): AppError {
  return { kind, key, params, message: fill(en.errors[key], params) }
}

/** What can be gone: each has a sentence of its own, since an id says nothing to anybody. */
export type RecordKind =
  | 'annotation'
  | 'candidate'
  | 'coder'
  | 'coding'
  | 'document'
  | 'formula'
  | 'group'
  | 'link'
  | 'memo'
  | 'query'
  | 'rendering'
  | 'revision'
  | 'theme'
  | 'work'

/** A record that is no longer there. Its id goes along for logs, and is never in the sentence. */
export function gone(kind: RecordKind, id: string): AppError {
  return appError('NotFound', `${kind}Gone`, { id })
}

/** The words of an unknown thrown thing, for a message's detail. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
    return code !== null && !thrown.message.includes(code) ? `${code}: ${thrown.message}` : thrown.message
  }
  return String(thrown)
}
