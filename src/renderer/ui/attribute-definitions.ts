import type { AttributeType } from '../../shared/model/attribute'
import type { VariorumDocument } from '../../shared/model/document'
import { naturalOrder } from '../../shared/text/natural-order'

const text: AttributeType = { type: 'text' }

/** What the values of an attribute are; text where the project says nothing of it. */
export function definitionOf(
  attributes: Readonly<Record<string, AttributeType>>,
  name: string
): AttributeType {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? text) : text
}

/** The values that an attribute has in some texts, each once; those that are too long for a list are left out. */
export function valuesOf(documents: readonly VariorumDocument[], name: string): string[] {
  const values = documents.flatMap(({ attributes }) =>
    Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : []
  )
  const short = values.filter((each) => each !== '' && each.length <= 300)
  return [...new Set(short)].sort(naturalOrder).slice(0, 500)
}
