import { z } from 'zod'

/** Longest text of a bibliographic field, in UTF-16 code units. */
const longestField = 2000
const mostNames = 200

const text = z.string().min(1).max(longestField)

/** A name as CSL-JSON has it: in parts, or (institutions, names that nobody has parted) as it is written. */
export const CslName = z
  .object({
    family: text.optional(),
    given: text.optional(),
    'non-dropping-particle': text.optional(),
    'dropping-particle': text.optional(),
    suffix: text.optional(),
    literal: text.optional()
  })
  .refine((name) => name.family !== undefined || name.given !== undefined || name.literal !== undefined, {
    message: 'a name without a name'
  })
export type CslName = z.infer<typeof CslName>

const names = z.array(CslName).min(1).max(mostNames)

/** A date as CSL-JSON has it: year, month and day as far as they are known; one, or the two ends of a range. */
export const CslDate = z.object({
  'date-parts': z
    .array(z.array(z.int().min(-9999).max(9999)).min(1).max(3))
    .min(1)
    .max(2)
})
export type CslDate = z.infer<typeof CslDate>

/**
 * What a text is bibliographically, by the variables of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html).
 * Title, publisher, language and date of publication are the document's own fields and are not repeated here.
 */
export const CslRecord = z.object({
  type: z
    .string()
    .regex(/^[a-z][a-z_-]{0,40}$/)
    .optional(),
  author: names.optional(),
  editor: names.optional(),
  translator: names.optional(),
  'original-author': names.optional(),
  'original-title': text.optional(),
  'original-date': CslDate.optional(),
  'original-publisher': text.optional(),
  'container-title': text.optional(),
  'collection-title': text.optional(),
  'publisher-place': text.optional(),
  genre: text.optional(),
  edition: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  number: text.optional(),
  page: text.optional(),
  archive: text.optional(),
  archive_location: text.optional(),
  DOI: text.optional(),
  ISBN: text.optional(),
  ISSN: text.optional(),
  URL: text.optional(),
  accessed: CslDate.optional()
})
export type CslRecord = z.infer<typeof CslRecord>

type Keys<Kind> = {
  [K in keyof CslRecord]-?: NonNullable<CslRecord[K]> extends Kind ? K : never
}[keyof CslRecord]
export type CslNameField = Keys<CslName[]>
export type CslDateField = Keys<CslDate>
export type CslTextField = Exclude<Keys<string>, 'type'>
