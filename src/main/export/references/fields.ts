import type { CslItem } from '../../../shared/citation/csl-item'
import { dateLine } from '../../../shared/model/csl-dates'
import type { CslDate, CslName } from '../../../shared/model/csl-record'

/** A value on one line, without control characters and halves of characters. */
export function line(text: string | undefined): string {
  return (text ?? '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
}

/** `2019-05-21`, or less where less is known; empty where no date is. */
export function dateOf(date: CslItem['issued'] | CslDate): string {
  return date && 'date-parts' in date ? dateLine(date) : ''
}

/** Family name with its particles, given name and suffix; an institution, or who has one name, as its family name alone. */
export function partsOf(name: CslName): {
  readonly family: string
  readonly given: string
  readonly suffix: string
} {
  if (name.literal !== undefined) return { family: line(name.literal), given: '', suffix: '' }
  const { family, given, suffix, 'dropping-particle': dropping, 'non-dropping-particle': particle } = name
  const whole = line([dropping, particle, family].filter((part) => part !== undefined).join(' '))
  return whole === ''
    ? { family: line(given), given: '', suffix: line(suffix) }
    : { family: whole, given: line(given), suffix: line(suffix) }
}

/** Fields of the original of a translation, as lines that reference managers read out of a note: `original-date: 1974`. */
export function originalLines(item: CslItem, without: readonly (keyof CslItem)[] = []): string[] {
  const lines: [keyof CslItem, string][] = [
    ['original-title', line(item['original-title'])],
    ['original-date', dateOf(item['original-date'])],
    ['original-publisher', line(item['original-publisher'])],
    ['original-author', (item['original-author'] ?? []).map((name) => nameLine(name)).join('; ')]
  ]
  return lines.flatMap(([field, value]) =>
    value === '' || without.includes(field) ? [] : [`${field}: ${value}`]
  )
}

/** `Clerk, Anna, Jr.`; one name as it is. */
export function nameLine(name: CslName): string {
  const { family, given, suffix } = partsOf(name)
  return [family, given, suffix].filter((part) => part !== '').join(', ')
}
