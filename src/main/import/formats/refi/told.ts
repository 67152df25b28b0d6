import type { ImportWarning } from '../../../../shared/model/import-warning'

/** A warning, where there is something to tell. Only the first names are told: a warning is a sentence, not a list. */
export function toldOf(
  key: ImportWarning['key'],
  count: number,
  names: readonly string[] = []
): ImportWarning[] {
  const some = names.filter((name) => name !== '').slice(0, 8)
  const short = some.map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name))
  return count > 0 ? [{ key, count, ...(short.length > 0 ? { names: short } : {}) }] : []
}
