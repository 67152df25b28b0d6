/** A time as a file writes it, with a zone or without, as an instant (ISO 8601, UTC); null where it says none, or none that can be. */
export function instantOf(text: unknown): string | null {
  const time = typeof text === 'string' ? new Date(text) : new Date(Number.NaN)
  const year = time.getUTCFullYear()
  return year > 1900 && year < 2200 ? time.toISOString() : null
}
