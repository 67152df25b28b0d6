import { z } from 'zod'

/** What is looked for in a text, and how. */
export const Pattern = z.object({
  query: z.string().max(1000),
  regex: z.boolean(),
  wholeWord: z.boolean(),
  matchCase: z.boolean(),
  /** Full and half width, compatibility forms, quotation marks and dashes count as they are written. */
  matchWidth: z.boolean()
})
export type Pattern = z.infer<typeof Pattern>
