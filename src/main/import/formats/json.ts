/** Looking into JSON that may be anything: nothing here throws, and nothing is what it is not. */
export type Json = Readonly<Record<string, unknown>>

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {}
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list, or one thing as a list of one; nothing as none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

export function objectsIn(value: unknown): Json[] {
  return listOf(value).filter(isObject)
}

/** A string or number as text without space at its ends; empty for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : ''
}

export function textsIn(value: unknown): string[] {
  return listOf(value)
    .map(textOf)
    .filter((each) => each !== '')
}
