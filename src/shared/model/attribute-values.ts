import type { AttributeType, AttributeTypeName } from './attribute'
import { isRealDate } from './real-date'

export const attributeTypeNames: readonly AttributeTypeName[] = ['text', 'number', 'date', 'truth', 'choice']

/** Whether a value is one of its attribute's type. No value at all is one of every type. */
export function fitsType(value: string, kind: AttributeType): boolean {
  if (value === '') return true
  switch (kind.type) {
    case 'text':
      return true
    case 'number':
      return /^[+-]?(\d+([.,]\d+)?|[.,]\d+)(e[+-]?\d+)?$/i.test(value)
    case 'date':
      return isRealDate(value)
    case 'truth':
      return value === 'true' || value === 'false'
    case 'choice':
      return kind.choices.includes(value)
  }
}
