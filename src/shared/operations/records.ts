/** Small pure helpers on records; each returns a new record and leaves the old one alone. */

export function withKey<T, K extends string>(
  record: Readonly<Record<K, T>>,
  key: K,
  value: T
): Readonly<Record<K, T>> {
  return { ...record, [key]: value }
}

export function withoutKey<T, K extends string>(
  record: Readonly<Record<K, T>>,
  key: K
): Readonly<Record<K, T>> {
  const copy = { ...record }
  delete copy[key]
  return copy
}

export function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}

/** The present values of exactly the fields that a patch names: the patch that takes it back. */
export function previous<T extends object>(target: T, patch: Partial<T>): Partial<T> {
  const before: Partial<T> = {}
  for (const key of Object.keys(patch) as (keyof T)[]) before[key] = target[key]
  return before
}
