import type { AttributeType } from '../../../shared/model/attribute'
import { fitsType } from '../../../shared/model/attribute-values'
import type { VariorumDocument } from '../../../shared/model/document'
import { naturalOrder } from '../../../shared/text/natural-order'
import type { References } from '../format'
import { type Column, datePattern, orNull } from './column'

/**
 * A column for each attribute of the project and of the documents, typed as the project says where all values are of that
 * type; where one is not, the column is text, so that no value is lost.
 */
export function attributeColumns({ info, documents }: References): Column<VariorumDocument>[] {
  const names = new Set(Object.keys(info.attributes))
  for (const { attributes } of documents.values()) for (const name in attributes) names.add(name)
  const taken = new Set<string>()
  return [...names].sort(naturalOrder).map((name) => {
    const stated: AttributeType = info.attributes[name] ?? { type: 'text' }
    const fits = [...documents.values()].every(({ attributes }) => isOfType(attributes[name] ?? '', stated))
    return attributeColumn(name, freeName(name, taken), fits ? stated : { type: 'text' })
  })
}

/** So many digits a number keeps in every program that reads it (IEEE 754, double precision). */
const mostDigits = 15

function isOfType(value: string, kind: AttributeType): boolean {
  return fitsType(value, kind) && (kind.type !== 'number' || value.replace(/\D/g, '').length <= mostDigits)
}

/** Names of columns stand in one line, and each once. */
function freeName(attribute: string, taken: Set<string>): string {
  const base = `attribute_${attribute.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`
  taken.add(name)
  return name
}

function attributeColumn(attribute: string, name: string, kind: AttributeType): Column<VariorumDocument> {
  const about = `The attribute “${attribute}” of the document.`
  const pick = ({ attributes }: VariorumDocument) => orNull(attributes[attribute])
  switch (kind.type) {
    case 'text':
      return { name, type: 'string', about, value: pick }
    case 'date':
      return { name, type: 'string', about, pattern: datePattern, value: pick }
    case 'choice':
      return { name, type: 'string', about, choices: kind.choices, value: pick }
    case 'truth':
      return {
        name,
        type: 'boolean',
        about,
        value: (document) => {
          const value = pick(document)
          return value === null ? null : value === 'true'
        }
      }
    case 'number':
      return {
        name,
        type: 'number',
        about,
        value: (document) => {
          const value = pick(document)
          return value === null ? null : Number(value.replace(',', '.'))
        }
      }
  }
}
