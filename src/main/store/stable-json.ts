/**
 * JSON with keys in code-unit order, so that equal values are equal bytes. Undefined fields are left out.
 * Only for what JSON can hold: no dates, maps or functions.
 */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => stableJson(each ?? null)).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  const parts: string[] = []
  for (const key of Object.keys(value).sort())
    if (value[key] !== undefined) parts.push(`${JSON.stringify(key)}:${stableJson(value[key])}`)
  return `{${parts.join(',')}}`
}

/** A record of records with one entry a line, in stable order: it reads well in a diff. */
export function stableLines(record: Readonly<Record<string, unknown>>): string {
  return joinLines([...stableEntries(record)])
}

/** The lines of `stableLines` one by one, so that a long list can be written without holding anything up. */
export function* stableEntries(record: Readonly<Record<string, unknown>>): Generator<string> {
  for (const key of Object.keys(record).sort())
    if (record[key] !== undefined) yield `${JSON.stringify(key)}:${stableJson(record[key])}`
}

export function joinLines(lines: readonly string[]): string {
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
