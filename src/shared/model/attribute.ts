import { z } from 'zod'
import { metadataLimits } from './metadata-limits'
import { isRealDate } from './real-date'

/** No plain record can hold `__proto__`. */
export const AttributeName = z
  .string()
  .min(1)
  .max(metadataLimits.attributeName)
  .refine((name) => name !== '__proto__', { message: 'a reserved name' })

const longestChoice = 300
const mostChoices = 500

/** What the values of an attribute are. Values are kept as text; a type says which texts stand for one. */
export const AttributeType = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('number') }),
  z.object({ type: z.literal('date') }),
  z.object({ type: z.literal('truth') }),
  z.object({
    type: z.literal('choice'),
    choices: z
      .array(z.string().min(1).max(longestChoice))
      .min(1)
      .max(mostChoices)
      .refine((all) => new Set(all).size === all.length, { message: 'a choice stands twice' })
  })
])
export type AttributeType = z.infer<typeof AttributeType>
export type AttributeTypeName = AttributeType['type']

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

/**
 * The type that all of some values are of, the closest that there is: truth, number, date, else text. Choices are
 * never guessed. Null where there is no value.
 */
export function typeOfValues(values: readonly string[]): AttributeType | null {
  const given = values.filter((each) => each !== '')
  if (given.length === 0) return null
  const types: AttributeType[] = [{ type: 'truth' }, { type: 'number' }, { type: 'date' }]
  return types.find((kind) => given.every((each) => fitsType(each, kind))) ?? { type: 'text' }
}
