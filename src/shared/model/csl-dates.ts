import type { CslDate } from './csl-record'
import { isRealDate } from './real-date'

/** A date as it is typed, `2018-12-05` or less, as CSL-JSON has it; null for what is no date. */
export function cslDate(text: string): CslDate | null {
  const date = text.trim()
  return isRealDate(date) ? { 'date-parts': [date.split('-').map(Number)] } : null
}

/** The date as it is typed; of a range both ends. */
export function dateLine(date: CslDate | undefined): string {
  const ends = (date?.['date-parts'] ?? []).map((parts) =>
    parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  )
  return ends.join('/')
}
