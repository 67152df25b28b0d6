import type { ProposedField } from '../../../shared/model/document'
import type { ParsedText, RawText } from '../parsed'

type Values = Omit<ParsedText, 'proposed'>

/** Fields that a file can say itself; the others are always read out of the text. */
const sayable = ['title', 'language', 'published', 'author', 'publisher'] as const

/** Which values of a text no field of its file has said: they are proposals, for a person to confirm. */
export function proposedFields(values: Values, stated: RawText['stated']): ProposedField[] {
  const proposed: ProposedField[] = sayable.filter(
    (field) => isThere(values[field]) && !isThere(stated[field])
  )
  if (values.event !== null) proposed.push('event')
  if (values.credit !== '') proposed.push('credit')
  if (values.rendering !== 'unknown') proposed.push('rendering')
  // A title that the file has in other words is not the one that was taken.
  if (isThere(stated.title) && values.title !== stated.title) proposed.push('title')
  return proposed
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
