import type { FieldName } from './query'

const date = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** A span of dates as they are written in a query: `2018`, `2018..2020`, `..2020`, `2018-05..`. Null where it is none. */
export function dateSpan(value: string): { readonly from: string; readonly to: string } | null {
  const [from = '', to = from, ...more] = value.includes('..') ? value.split('..') : [value]
  if (more.length > 0 || (from === '' && to === '')) return null
  return [from, to].every((each) => each === '' || date.test(each)) ? { from, to } : null
}

/** Whether a date as far as it is known (`2018`, `2018-12`) lies within a span, as far as both are known. */
export function isWithin(
  known: string,
  { from, to }: { readonly from: string; readonly to: string }
): boolean {
  const most = (a: string, b: string) => Math.min(a.length, b.length)
  const notBefore = from === '' || known.slice(0, most(known, from)) >= from.slice(0, most(known, from))
  return notBefore && (to === '' || known.slice(0, most(known, to)) <= to.slice(0, most(known, to)))
}

/** `name=value` of an attribute; without a value it has only to be there. */
export function attributeOf(value: string): { readonly name: string; readonly value: string | null } {
  const at = value.indexOf('=')
  return at === -1 ? { name: value, value: null } : { name: value.slice(0, at), value: value.slice(at + 1) }
}

const kinds = ['source', 'official', 'unofficial', 'machine', 'unknown']
const blocks = ['paragraph', 'heading', 'list-item', 'quotation', 'cell', 'caption', 'note']

/** Whether a value can be no value of its field. */
export function fieldProblem(field: FieldName, value: string): boolean {
  if (value.trim() === '') return true
  switch (field) {
    case 'date':
      return dateSpan(value) === null
    case 'kind':
      return !kinds.includes(value)
    case 'block':
      return !blocks.includes(value)
    case 'doubtful':
      return value !== 'yes' && value !== 'no'
    case 'attr':
      return attributeOf(value).name.trim() === ''
    default:
      return false
  }
}
