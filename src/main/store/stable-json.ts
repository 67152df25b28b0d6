/** JSON with keys in code-unit order, so that equal values are equal bytes. Undefined fields are left out. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))
}

/** A record of records with one entry a line, in stable order: it reads well in a diff. */
export function stableLines(record: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(record)
    .sort()
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${stableJson(record[key])}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
