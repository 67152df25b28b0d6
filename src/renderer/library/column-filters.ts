import type { LibraryColumn } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import { fold } from '../../shared/text/fold'
import { attributeOf, valueIn } from './columns'

/** What is typed or chosen under the heads; a column without an entry, or with an empty one, filters nothing. */
export type ColumnFilters = Readonly<Partial<Record<LibraryColumn, string>>>

/** What stands for “nothing” in a list of values: no text can be called so. */
export const noValue = '\u0000none'

/** How a column is filtered: by one of its values, by a span of dates or numbers, or by words. */
export function kindOf(column: LibraryColumn): 'choice' | 'span' | 'words' {
  if (column === 'rendering' || column === 'language') return 'choice'
  if (column === 'publisher' || column === 'source' || column === 'credit') return 'words'
  return attributeOf(column) === null ? 'span' : 'words'
}

/**
 * Whether a text fits what is typed under the heads. A span is `2018..2020`, `..500`, `100..` or one value; a date within
 * it may be more exact than the ends say (2020-05-01 lies in 2018..2020).
 */
export function fitsFilters(document: VariorumDocument, highlights: number, filters: ColumnFilters): boolean {
  return (Object.keys(filters) as LibraryColumn[]).every((column) => {
    const wanted = filters[column]?.trim() ?? ''
    if (wanted === '') return true
    if (column === 'rendering') return document.rendering === wanted
    const value = valueIn(column, document, highlights)
    if (kindOf(column) === 'choice') return wanted === noValue ? value === null : value === wanted
    if (value === null) return false
    return kindOf(column) === 'span'
      ? liesIn(value, wanted)
      : fold(String(value)).text.includes(fold(wanted).text)
  })
}

function liesIn(value: string | number, wanted: string): boolean {
  const [from = '', to = from] = wanted.includes('..') ? wanted.split('..') : [wanted]
  if (typeof value === 'number') {
    const [least, most] = [numberOf(from, Number.NEGATIVE_INFINITY), numberOf(to, Number.POSITIVE_INFINITY)]
    return least <= value && value <= most
  }
  const [first, last] = [from.trim(), to.trim()]
  return (first === '' || value >= first) && (last === '' || value <= last || value.startsWith(last))
}

/** A number as it is typed, with or without marks between thousands; `otherwise` where nothing, or no number, is. */
function numberOf(typed: string, otherwise: number): number {
  const plain = typed.replaceAll(/[\s,，]/g, '')
  const number = Number(plain)
  return plain === '' || Number.isNaN(number) ? otherwise : number
}
