import type { AttributeType } from '../../model/attribute'
import { isRealDate } from '../../model/real-date'

/** The types of variables that REFI-QDA 1.0 knows. */
export type VariableType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime'

const elementOf = {
  Boolean: 'BooleanValue',
  Integer: 'IntegerValue',
  Float: 'FloatValue',
  Date: 'DateValue'
} as const

type TypedValue = (typeof elementOf)[keyof typeof elementOf]

/** What the schema takes as a value of each type (`xsd:boolean`, `xsd:integer`, `xsd:decimal`, `xsd:date`), as far as this app has it. */
const fits: Readonly<Record<keyof typeof elementOf, (value: string) => boolean>> = {
  Boolean: (value) => value === 'true' || value === 'false',
  Integer: (value) => /^[+-]?\d+$/.test(value),
  Float: (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value),
  Date: (value) => value.length === 10 && isRealDate(value)
}

/** The variable's type for an attribute: of numbers whole ones where all its values are. */
export function variableTypeOf(type: AttributeType | undefined, values: readonly string[]): VariableType {
  switch (type?.type) {
    case 'number':
      return values.every((value) => value === '' || fits.Integer(value)) ? 'Integer' : 'Float'
    case 'date':
      return 'Date'
    case 'truth':
      return 'Boolean'
    default:
      return 'Text'
  }
}

/** The element that holds a value: the type's own where the schema takes the value for one, else text, so that it stays as it is. */
export function valueElementOf(value: string, type: VariableType): 'TextValue' | TypedValue {
  return type !== 'Text' && type !== 'DateTime' && fits[type](value) ? elementOf[type] : 'TextValue'
}

/** The attribute's type for a variable; null for text. Points in time stay text: dates of attributes have no hours. */
export function attributeTypeOf(type: string, choices: readonly string[] = []): AttributeType | null {
  switch (type) {
    case 'Integer':
    case 'Float':
      return { type: 'number' }
    case 'Date':
      return { type: 'date' }
    case 'Boolean':
      return { type: 'truth' }
    default:
      return choices.length > 0 ? { type: 'choice', choices: [...choices] } : null
  }
}

/** A value as an attribute of its type has it: `1` and `0` are truths too, and a date may come with a time zone. */
export function attributeValueOf(value: string, type: string): string {
  const own = value.trim()
  if (type === 'Boolean' && /^[01]$/.test(own)) return own === '1' ? 'true' : 'false'
  const [, day] = type === 'Date' ? (/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/.exec(own) ?? []) : []
  return day ?? value
}
