import { z } from 'zod'
import { metadataLimits } from './metadata-limits'

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
