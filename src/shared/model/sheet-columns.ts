import { z } from 'zod'

const column = z.int().min(0).max(5000)

/** What the columns of a table are that is imported, by their numbers from 0. */
export const SheetColumns = z.object({
  /** The column of the texts; null where columns are versions. */
  text: column.nullable(),
  /** Columns that say something about the text of their row. */
  stated: z.object({
    title: column.optional(),
    language: column.optional(),
    published: column.optional(),
    author: column.optional(),
    publisher: column.optional(),
    source: column.optional()
  }),
  /** Columns that say the same in every row, each a version; two or more, or none. */
  versions: z.array(column).max(8)
})
export type SheetColumns = z.infer<typeof SheetColumns>
